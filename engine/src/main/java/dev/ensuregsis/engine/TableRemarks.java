package dev.ensuregsis.engine;

import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.internal.reconcile.RaisedWrites;
import dev.ensuregsis.engine.spi.LiveIndex.IndexStatus;
import dev.ensuregsis.engine.spi.LiveReplica;
import dev.ensuregsis.engine.spi.LiveTable;
import dev.ensuregsis.engine.spi.LiveTable.TableStatus;
import dev.ensuregsis.engine.spi.RaisedCapacity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is to be known of a live table besides its indexes' standing, for a plan and a status alike. Pure. */
final class TableRemarks {
    private TableRemarks() {}

    static List<String> of(
            LiveTable table, List<IndexDefinition> defined, Function<IndexId, Optional<RaisedCapacity>> recorded) {
        var remarks = new ArrayList<String>();
        vectorIndexes(table).ifPresent(remarks::add);
        changing(table, remarks);
        remarks.addAll(RaisedWrites.of(table, defined, recorded).values());
        return remarks;
    }

    private static Optional<String> vectorIndexes(LiveTable table) {
        var vectors = table.besides().vectorIndexes();
        return vectors.isEmpty()
                ? Optional.empty()
                : Optional.of("the table has "
                        + (vectors.size() == 1
                                ? "a vector index, which is"
                                : vectors.size() + " vector indexes, which are")
                        + " never touched, and one index of either kind is made at a time: "
                        + vectors.stream()
                                .map(index -> index.name() + " (" + index.status() + ")")
                                .collect(Collectors.joining(", ")));
    }

    /** What a run would wait for, whoever began it, where no index tells of it. */
    private static void changing(LiveTable table, List<String> remarks) {
        var atRest = table.indexes().stream().allMatch(index -> index.status() == IndexStatus.ACTIVE);
        if (atRest && table.status() == TableStatus.UPDATING) {
            remarks.add("the table is UPDATING while its indexes are ACTIVE: that is waited for");
        }
        table.replicas().stream()
                .filter(LiveReplica::isChanging)
                .forEach(replica -> remarks.add(
                        "the replica in " + replica.region() + " is " + replica.status() + ": that is waited for"));
    }
}
