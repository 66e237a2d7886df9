package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.definition.IndexShape;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.Phase;
import dev.ensuregsis.engine.event.PlannedAction;
import dev.ensuregsis.engine.internal.reconcile.Forecast.IndexForecast;
import dev.ensuregsis.engine.internal.reconcile.TableRecord.IndexRecord;
import dev.ensuregsis.engine.internal.reconcile.TableRecord.RaisedRecord;
import dev.ensuregsis.engine.internal.reconcile.TableRecord.RemovalRecord;
import dev.ensuregsis.engine.spi.LiveBesides;
import dev.ensuregsis.engine.spi.LiveBesides.LiveVectorIndex;
import dev.ensuregsis.engine.spi.LiveIndex;
import dev.ensuregsis.engine.spi.LiveIndex.IndexStatus;
import dev.ensuregsis.engine.spi.LiveTable;
import dev.ensuregsis.engine.spi.LiveTable.TableStatus;
import dev.ensuregsis.engine.spi.RaisedCapacity;
import java.util.ArrayList;
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
public final class Forecaster {
    private final TableDefinition definition;
    private final Wish wish;
    private final RunRules rules;
    private final Map<String, IndexRecord> records = new LinkedHashMap<>();
    private final Map<String, IndexForecast> forecasts = new LinkedHashMap<>();
    private boolean createsTable;
    private @Nullable Failure failure;

    private Forecaster(
            Wish wish,
            Function<IndexId, Standing> standings,
            Function<IndexId, Optional<RaisedCapacity>> raised,
            RunRules rules) {
        this.wish = wish;
        this.definition = wish.definition();
        this.rules = rules;
        wish.indexNames().forEach(name -> {
            var id = new IndexId(definition.name(), name);
            var shape = wish.leaving().get(name);
            records.put(
                    name,
                    new IndexRecord(
                            standings.apply(id),
                            false,
                            null,
                            false,
                            shape == null ? null : new RemovalRecord(shape, false, null),
                            raised.apply(id)
                                    .map(capacity -> new RaisedRecord(capacity, null, 0))
                                    .orElse(null),
                            false));
        });
    }

    /**
     * Foresees what becomes of a table.
     *
     * @param wish what is wanted
     * @param standings what the run may do for each index
     * @param raised the capacity that each still has of its build, as far as is recorded
     * @param seen what the look showed; empty if there is no such table
     * @param rules what the user allows
     * @return what a run would do
     */
    public static Forecast of(
            Wish wish,
            Function<IndexId, Standing> standings,
            Function<IndexId, Optional<RaisedCapacity>> raised,
            Optional<LiveTable> seen,
            RunRules rules) {
        var forecaster = new Forecaster(wish, standings, raised, rules);
        forecaster.follow(seen);
        return new Forecast(forecaster.createsTable, forecaster.failure, List.copyOf(forecaster.forecasts.values()));
    }

    /** Follows the decisions on what each of them would leave, until there is no further one to imagine. */
    private void follow(Optional<LiveTable> seen) {
        var table = Optional.of(seen);
        while (table.isPresent()) {
            var now = table.get();
            table = Reconciler.decide(definition, now, new TableRecord(null, false, records), rules)
                    .match(new Imagining(now));
        }
    }

    /** What a decision would leave of the table; empty where it is the last. */
    private final class Imagining implements Decision.Cases<Optional<Optional<LiveTable>>> {
        private final Optional<LiveTable> table;

        Imagining(Optional<LiveTable> table) {
            this.table = table;
        }

        @Override
        public Optional<Optional<LiveTable>> createTable(Decision.CreateTable create) {
            createsTable = true;
            create.call().indexes().forEach(index -> expect(index.name(), PlannedAction.CREATE_WITH_TABLE));
            return Optional.empty();
        }

        @Override
        public Optional<Optional<LiveTable>> createIndex(Decision.CreateIndex create) {
            var index = create.call().index();
            expect(index.name(), PlannedAction.CREATE);
            records.put(index.name(), adopted());
            return Optional.of(table.map(now -> with(now, index)));
        }

        @Override
        public Optional<Optional<LiveTable>> deleteIndex(Decision.DeleteIndex delete) {
            return gone(
                    delete.shape().index().name(),
                    table.map(now ->
                            Replacement.without(now, delete.shape().index().name())));
        }

        @Override
        public Optional<Optional<LiveTable>> lowerCapacity(Decision.LowerCapacity lower) {
            expect(lower.indexName(), PlannedAction.LOWER_CAPACITY);
            records.put(lower.indexName(), lowered(lower.indexName()));
            return Optional.of(table);
        }

        @Override
        public Optional<Optional<LiveTable>> capacityRestored(Decision.CapacityRestored restored) {
            records.put(restored.indexName(), lowered(restored.indexName()));
            return Optional.of(table);
        }

        @Override
        public Optional<Optional<LiveTable>> gone(Decision.Gone gone) {
            return gone(gone.indexName(), table);
        }

        private Optional<Optional<LiveTable>> gone(String name, Optional<LiveTable> left) {
            var record = Objects.requireNonNull(records.get(name));
            var removal = Objects.requireNonNull(record.removal());
            expect(name, isDefined(name) ? PlannedAction.REPLACE : PlannedAction.DELETE);
            records.put(
                    name,
                    new IndexRecord(
                            record.standing(), false, null, false, new RemovalRecord(removal.shape(), true, null)));
            return Optional.of(left);
        }

        @Override
        public Optional<Optional<LiveTable>> wait(Decision.Wait wait) {
            if (wait.indexName() != null && wait.phase() != Phase.DELETING && !isToGo(wait.indexName())) {
                expect(wait.indexName(), PlannedAction.WAIT);
            }
            return Optional.of(table.map(Forecaster::settled));
        }

        /** One that was waited for stays so. */
        @Override
        public Optional<Optional<LiveTable>> adopt(Decision.Adopt adopt) {
            expect(adopt.indexName(), PlannedAction.NOTHING);
            records.put(adopt.indexName(), adopted());
            return Optional.of(table);
        }

        @Override
        public Optional<Optional<LiveTable>> vanished(Decision.Vanished vanished) {
            throw new IllegalStateException("nothing vanishes in a forecast: " + vanished);
        }

        @Override
        public Optional<Optional<LiveTable>> fail(Decision.Fail fail) {
            expect(fail.indexName(), PlannedAction.FAIL, fail.failure());
            records.put(fail.indexName(), IndexRecord.untouched(Standing.FAILED));
            return Optional.of(table);
        }

        @Override
        public Optional<Optional<LiveTable>> giveUp(Decision.GiveUp giveUp) {
            throw new IllegalStateException("no tries are used up in a forecast: " + giveUp);
        }

        @Override
        public Optional<Optional<LiveTable>> failTable(Decision.FailTable fail) {
            failure = fail.failure();
            return Optional.empty();
        }

        @Override
        public Optional<Optional<LiveTable>> leave(Decision.Leave leave) {
            expect(
                    leave.indexName(),
                    Objects.requireNonNull(records.get(leave.indexName())).standing() == Standing.FAILED_BEFORE
                            ? PlannedAction.LEAVE_FAILED
                            : PlannedAction.LEAVE_PENDING);
            records.put(leave.indexName(), IndexRecord.untouched(Standing.LEFT));
            return Optional.of(table);
        }

        @Override
        public Optional<Optional<LiveTable>> done(Decision.Done done) {
            return Optional.empty();
        }
    }

    private void expect(String indexName, PlannedAction action) {
        expect(indexName, action, null);
    }

    /** The first thing that is done with an index says what becomes of it; the table may wait for others' too. */
    private void expect(String indexName, PlannedAction action, @Nullable Failure reason) {
        definition.indexes().stream()
                .filter(index -> index.name().equals(indexName))
                .findFirst()
                .or(() -> Optional.ofNullable(wish.leaving().get(indexName)).map(IndexShape::index))
                .ifPresent(index -> forecasts.putIfAbsent(indexName, new IndexForecast(index, action, reason)));
    }

    private boolean isDefined(String indexName) {
        return definition.indexes().stream().anyMatch(index -> index.name().equals(indexName));
    }

    private boolean isToGo(String indexName) {
        var record = records.get(indexName);
        return record != null && record.removal() != null && !record.removal().gone();
    }

    private IndexRecord lowered(String indexName) {
        var record = Objects.requireNonNull(records.get(indexName));
        return new IndexRecord(record.standing(), record.adopted(), null, false, record.removal());
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
        // Vector indexes are waited for like others.
        var besides = new LiveBesides(
                table.besides().localIndexes(),
                table.besides().vectorIndexes().stream()
                        .map(index -> new LiveVectorIndex(index.name(), IndexStatus.ACTIVE))
                        .toList());
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
                table.sizeBytes(),
                besides);
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
