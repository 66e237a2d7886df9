package dev.ensuregsis.engine;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.event.TableFailure;
import dev.ensuregsis.engine.spi.LiveIndex;
import dev.ensuregsis.engine.spi.Target;
import java.util.List;

/**
 * The indexes that are live on the tables of the definitions, and not defined.
 *
 * @param target what was looked at
 * @param indexes the indexes, in order
 * @param notLooked the tables that could not be looked at
 */
public record Leftovers(Target target, List<Leftover> indexes, List<TableFailure> notLooked) {

    /** Copies the lists. */
    public Leftovers {
        indexes = List.copyOf(indexes);
        notLooked = List.copyOf(notLooked);
    }

    /**
     * One of them.
     *
     * @param id the index, by the names that it has in DynamoDB
     * @param live the index as it is
     * @param replicaRegions the regions of its table's replicas besides the one in use
     */
    public record Leftover(IndexId id, LiveIndex live, List<String> replicaRegions) {

        /** Copies the list. */
        public Leftover {
            replicaRegions = List.copyOf(replicaRegions);
        }
    }
}
