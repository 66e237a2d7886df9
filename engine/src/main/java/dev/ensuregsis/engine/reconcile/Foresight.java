package dev.ensuregsis.engine.reconcile;

import dev.ensuregsis.engine.control.LiveIndex;
import dev.ensuregsis.engine.control.LiveIndex.IndexStatus;
import dev.ensuregsis.engine.control.LiveTable;
import dev.ensuregsis.engine.control.LiveTable.TableStatus;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.PlannedAction;
import dev.ensuregsis.engine.reconcile.Prospect.IndexProspect;
import dev.ensuregsis.engine.reconcile.TableRecord.IndexRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Foresees what a run would do with one table if all went well: the reconciler's own decisions, on a table that is
 * imagined to follow each of them. So a plan can't say one thing and a run do another. Pure.
 */
public final class Foresight {
    private final TableDefinition definition;
    private final RunRules rules;
    private final Map<String, IndexRecord> records = new HashMap<>();
    private final Map<String, IndexProspect> prospects = new LinkedHashMap<>();
    private boolean createsTable;
    private @Nullable Failure failure;

    private Foresight(TableDefinition definition, Function<IndexId, Standing> standings, RunRules rules) {
        this.definition = definition;
        this.rules = rules;
        definition
                .indexes()
                .forEach(index -> records.put(
                        index.name(),
                        IndexRecord.untouched(standings.apply(new IndexId(definition.name(), index.name())))));
    }

    /**
     * Foresees what becomes of a table.
     *
     * @param definition what is wanted
     * @param standings what the run may do for each index
     * @param seen what the look showed; empty if there is no such table
     * @param rules what the user allows
     * @return what a run would do
     */
    public static Prospect of(
            TableDefinition definition,
            Function<IndexId, Standing> standings,
            Optional<LiveTable> seen,
            RunRules rules) {
        var foresight = new Foresight(definition, standings, rules);
        foresight.follow(seen);
        return new Prospect(foresight.createsTable, foresight.failure, List.copyOf(foresight.prospects.values()));
    }

    private void follow(Optional<LiveTable> seen) {
        var table = seen;
        while (true) {
            var decision = Reconciler.decide(definition, table, new TableRecord(null, false, records), rules);
            if (decision instanceof Decision.Done) {
                return;
            }
            if (decision instanceof Decision.CreateTable create) {
                createsTable = true;
                create.call().indexes().forEach(index -> expect(index.name(), PlannedAction.CREATE_WITH_TABLE));
                return;
            }
            if (decision instanceof Decision.FailTable fail) {
                failure = fail.failure();
                return;
            }
            if (decision instanceof Decision.Wait wait) {
                if (wait.indexName() != null) {
                    expect(wait.indexName(), PlannedAction.WAIT);
                }
                table = table.map(Foresight::settled);
            } else if (decision instanceof Decision.CreateIndex create) {
                var index = create.call().index();
                expect(index.name(), PlannedAction.CREATE);
                table = table.map(now -> with(now, index));
                records.put(index.name(), adopted());
            } else if (decision instanceof Decision.Adopt adopt) {
                // One that was waited for stays so.
                expect(adopt.indexName(), PlannedAction.NOTHING);
                records.put(adopt.indexName(), adopted());
            } else if (decision instanceof Decision.Fail fail) {
                expect(fail.indexName(), PlannedAction.FAIL, fail.failure());
                records.put(fail.indexName(), IndexRecord.untouched(Standing.FAILED));
            } else if (decision instanceof Decision.Leave leave) {
                expect(
                        leave.indexName(),
                        Objects.requireNonNull(records.get(leave.indexName())).standing() == Standing.FAILED_BEFORE
                                ? PlannedAction.LEAVE_FAILED
                                : PlannedAction.LEAVE_PENDING);
                records.put(leave.indexName(), IndexRecord.untouched(Standing.LEFT));
            }
        }
    }

    private void expect(String indexName, PlannedAction action) {
        expect(indexName, action, null);
    }

    /** The first thing that is done with an index says what becomes of it; the table may wait for others' too. */
    private void expect(String indexName, PlannedAction action, @Nullable Failure reason) {
        definition.indexes().stream()
                .filter(index -> index.name().equals(indexName))
                .forEach(index -> prospects.putIfAbsent(indexName, new IndexProspect(index, action, reason)));
    }

    private static IndexRecord adopted() {
        return new IndexRecord(Standing.WANTED, true, null, false);
    }

    private static LiveTable settled(LiveTable table) {
        var indexes = table.indexes().stream()
                .filter(index -> index.status() != IndexStatus.DELETING)
                .map(index -> with(index, IndexStatus.ACTIVE))
                .toList();
        return with(table, indexes);
    }

    private static LiveTable with(LiveTable table, IndexDefinition index) {
        var indexes = new ArrayList<>(table.indexes());
        indexes.add(new LiveIndex(
                index.name(), IndexStatus.ACTIVE, false, index.keySchema(), index.projectionToCreate(), null, 0, 0));
        return with(table, indexes);
    }

    private static LiveTable with(LiveTable table, List<LiveIndex> indexes) {
        return new LiveTable(
                table.name(),
                table.arn(),
                TableStatus.ACTIVE,
                table.keySchema(),
                table.attributeTypes(),
                table.billingMode(),
                table.throughput(),
                indexes,
                List.of(),
                table.itemCount(),
                table.sizeBytes());
    }

    private static LiveIndex with(LiveIndex index, IndexStatus status) {
        return new LiveIndex(
                index.name(),
                status,
                false,
                index.keySchema(),
                index.projection(),
                index.throughput(),
                index.itemCount(),
                index.sizeBytes());
    }
}
