package dev.ensuregsis.engine.spi;

import dev.ensuregsis.engine.definition.IndexId;
import java.util.Map;
import java.util.Set;

/**
 * Tells how far the indexes have come that DynamoDB is building, which {@link ControlPlane} can't. A run asks when it first
 * sees an index build and then at most every five minutes for each, for all that are due at once, on a thread that nothing
 * else waits for: what it says is shown and decides nothing. Asked by one thread at a time.
 */
@FunctionalInterface
public interface ProgressSource {

    /** Knows nothing. */
    ProgressSource NONE = question -> Map.of();

    /**
     * Asks. What it throws is taken for not knowing, and it is asked again five minutes later; what
     * {@link ProgressRefusedException} is, is told once, and it is never asked again.
     *
     * @param question about which indexes
     * @return what is known of each; those that nothing is known of are left out
     */
    Map<IndexId, BuildFigures> ask(Question question);

    /**
     * What is asked.
     *
     * @param building the indexes whose progress is asked for
     * @param slow those among them that are slower than expected: whether they are throttled is asked for too
     */
    record Question(Set<IndexId> building, Set<IndexId> slow) {
        /** Copies the sets. */
        public Question {
            building = Set.copyOf(building);
            slow = Set.copyOf(slow);
        }
    }
}
