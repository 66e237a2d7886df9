package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.event.Phase;
import dev.ensuregsis.engine.spi.LiveIndex;
import dev.ensuregsis.engine.spi.LiveIndex.IndexStatus;
import dev.ensuregsis.engine.spi.LiveTable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The reconciler's rules of when a table takes the next change, and when an index of it is there. Pure. */
final class Readiness {
    private final TableDefinition desired;
    private final TableRecord record;
    private final RemovalRules removals;

    Readiness(TableDefinition desired, TableRecord record, RemovalRules removals) {
        this.desired = desired;
        this.record = record;
        this.removals = removals;
    }

    /** Ready for the next change: the table ACTIVE, every index of it ACTIVE, in every replica; whoever made them. */
    Optional<Decision> busy(LiveTable table) {
        for (var index : table.indexes()) {
            if (index.status() != IndexStatus.ACTIVE && !removals.mayGoWhileItBuilds(table, index)) {
                return Optional.of(new Decision.Wait(phaseOf(index), index.name()));
            }
        }
        return besidesItsIndexes(table).map(phase -> new Decision.Wait(phase, null));
    }

    /** What keeps a table busy whose indexes are ACTIVE. */
    private static Optional<Phase> besidesItsIndexes(LiveTable table) {
        return switch (table.status()) {
            case ACTIVE -> besidesTheTable(table);
            case CREATING -> Optional.of(Phase.CREATING_TABLE);
            case UPDATING -> Optional.of(Phase.TABLE_UPDATING);
            case DELETING,
                    INACCESSIBLE_ENCRYPTION_CREDENTIALS,
                    ARCHIVING,
                    ARCHIVED,
                    REPLICATION_NOT_AUTHORIZED,
                    OTHER -> Optional.of(Phase.TABLE_BUSY);
        };
    }

    private static Optional<Phase> besidesTheTable(LiveTable table) {
        if (!replicasAreSettled(table)) {
            return Optional.of(Phase.REPLICA_CHANGING);
        }
        return vectorIndexIsChanging(table) ? Optional.of(Phase.VECTOR_INDEX_CHANGING) : Optional.empty();
    }

    /** Whatever is going on with the table's other indexes. A replica need not list its indexes. */
    static boolean isEnsured(LiveTable table, @Nullable LiveIndex index) {
        if (index == null || index.status() != IndexStatus.ACTIVE) {
            return false;
        }
        for (var replica : table.replicas()) {
            if (replica.isChanging()
                    || replica.indexes().getOrDefault(index.name(), IndexStatus.ACTIVE) != IndexStatus.ACTIVE) {
                return false;
            }
        }
        return true;
    }

    /** One index of either kind is made or deleted at a time. */
    private static boolean vectorIndexIsChanging(LiveTable table) {
        return table.besides().vectorIndexes().stream().anyMatch(index -> index.status() != IndexStatus.ACTIVE);
    }

    private static boolean replicasAreSettled(LiveTable table) {
        return table.replicas().stream()
                .allMatch(replica -> !replica.isChanging()
                        && replica.indexes().values().stream().allMatch(status -> status == IndexStatus.ACTIVE));
    }

    private Phase phaseOf(LiveIndex building) {
        var ours = record.indexes().containsKey(building.name())
                || desired.indexes().stream().anyMatch(index -> index.name().equals(building.name()));
        if (ours && building.status() == IndexStatus.DELETING) {
            return Phase.DELETING;
        }
        if (!ours || building.status() != IndexStatus.CREATING) {
            return Phase.TABLE_BUSY;
        }
        return building.backfilling() ? Phase.BACKFILLING : Phase.ALLOCATING;
    }
}
