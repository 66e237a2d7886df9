package dev.ensuregsis.engine.spi;

import dev.ensuregsis.engine.definition.LocalIndexDefinition;
import java.util.List;

/**
 * The indexes of a table that are never touched, and count all the same: they use its attributes, its quotas, and its turn
 * to be changed.
 *
 * @param localIndexes its local secondary indexes, as far as the endpoint tells them
 * @param vectorIndexes its vector indexes
 */
public record LiveBesides(List<LocalIndexDefinition> localIndexes, List<LiveVectorIndex> vectorIndexes) {

    /** There are none. */
    public static final LiveBesides NOTHING = new LiveBesides(List.of(), List.of());

    /** Copies the lists. */
    public LiveBesides {
        localIndexes = List.copyOf(localIndexes);
        vectorIndexes = List.copyOf(vectorIndexes);
    }

    /**
     * A vector index. One index of either kind is made or deleted at a time on a table.
     *
     * @param name its name
     * @param status its status
     */
    public record LiveVectorIndex(String name, LiveIndex.IndexStatus status) {}
}
