package dev.ensuregsis.engine.history;

import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.spi.LiveIndex;
import dev.ensuregsis.engine.spi.LiveIndex.IndexStatus;
import dev.ensuregsis.engine.spi.LiveTable;
import dev.ensuregsis.engine.spi.LiveTable.TableStatus;
import java.util.Optional;
import java.util.Set;

/** What is the case in the account, and why an index can't be had there; known to the test alone. */
final class Truth {
    private final World world;

    Truth(World world) {
        this.world = world;
    }

    /** Whether the index is there, usable and as wanted. */
    boolean isEnsured(TableDefinition table, IndexDefinition index) {
        return world.account()
                .truth(table.name())
                .flatMap(live -> live.index(index.name()))
                .filter(live -> live.status() == IndexStatus.ACTIVE && isAsWanted(live, index))
                .isPresent();
    }

    /** The codes under which an honest report says why the index can't be had; empty if it can. */
    Optional<Set<String>> obstacle(TableDefinition table, IndexDefinition index) {
        if (world.isDenied(table.name())) {
            return Optional.of(Set.of("AccessDeniedException"));
        }
        var live = world.account().truth(table.name());
        if (live.isEmpty()) {
            return table.creation() == null
                    ? Optional.of(Set.of("TableMissing", "ResourceNotFoundException"))
                    : Optional.empty();
        }
        return onTable(table, live.get(), index);
    }

    private static Optional<Set<String>> onTable(TableDefinition table, LiveTable live, IndexDefinition index) {
        if (live.status() == TableStatus.DELETING) {
            return Optional.of(Set.of("TableUnusable", "ResourceInUseException"));
        }
        if (live.status() == TableStatus.ARCHIVED || live.status() == TableStatus.INACCESSIBLE_ENCRYPTION_CREDENTIALS) {
            return Optional.of(Set.of("TableUnusable"));
        }
        var creation = table.creation();
        if (creation != null && !creation.keySchema().equals(live.keySchema())) {
            return Optional.of(Set.of("TableDiffers"));
        }
        var present = live.index(index.name());
        if (present.isPresent()) {
            return isAsWanted(present.get(), index) ? Optional.empty() : Optional.of(Set.of("IndexDiffers"));
        }
        if (index.keySchema().attributes().stream()
                .anyMatch(attribute -> live.attributeTypes().containsKey(attribute)
                        && live.attributeTypes().get(attribute)
                                != table.attributeTypes().get(attribute))) {
            return Optional.of(Set.of("AttributeTypeDiffers"));
        }
        var units = index.capacity().provisioned();
        boolean tooLarge = units != null && live.throughput() != null;
        boolean full = live.indexes().size() >= World.INDEX_QUOTA;
        return tooLarge || full ? Optional.of(Set.of("LimitExceededException")) : Optional.empty();
    }

    private static boolean isAsWanted(LiveIndex live, IndexDefinition index) {
        return index.keySchema().equals(live.keySchema())
                && (index.projection() == null || index.projection().equals(live.projection()));
    }
}
