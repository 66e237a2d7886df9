package dev.ensuregsis.maven.internal.console;

import dev.ensuregsis.engine.event.GsiEvent.Waiting;
import dev.ensuregsis.engine.event.Phase;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a run waits for at one moment.
 *
 * @param soFar how long the run has lasted
 * @param active indexes that are ACTIVE
 * @param failed indexes that are given up
 * @param remaining indexes that are neither
 * @param tables the wait of each table: first those that build, and the longest first
 */
record Waits(Duration soFar, int active, int failed, int remaining, List<Waiting> tables) {
    private static final Comparator<Waiting> ORDER = Comparator.comparing(Waits::builds)
            .reversed()
            .thenComparing(Comparator.comparing(Waiting::elapsed).reversed())
            .thenComparing(Waiting::tableName);

    /** Puts the tables in order. */
    Waits {
        tables = tables.stream().sorted(ORDER).toList();
    }

    int all() {
        return active + failed + remaining;
    }

    /** Indexes that DynamoDB is building now; those of a new table come with it. */
    int building() {
        return tables.stream()
                .filter(Waits::builds)
                .mapToInt(wait -> wait.indexName() == null ? wait.behind() : 1)
                .sum();
    }

    /** Indexes that wait for their table, or their table for others. */
    int queued() {
        return Math.max(0, remaining - building() - refused());
    }

    /** Indexes that were asked for, and refused for now. */
    int refused() {
        return tables.stream()
                .filter(wait -> wait.refusal() != null)
                .mapToInt(wait -> wait.indexName() == null ? wait.behind() : 1)
                .sum();
    }

    /** The wait that has lasted longest of those that DynamoDB refuses; empty if it refuses none. */
    Optional<Waiting> longestRefused() {
        return tables.stream().filter(wait -> wait.refusal() != null).findFirst();
    }

    /** Whether DynamoDB is building what the run wants. */
    static boolean builds(Waiting wait) {
        return switch (wait.phase()) {
            case CREATING_TABLE, ALLOCATING, BACKFILLING -> wait.refusal() == null;
            case DELETING,
                    LATE_DELETION,
                    TABLE_BUSY,
                    TABLE_UPDATING,
                    REPLICA_CHANGING,
                    VECTOR_INDEX_CHANGING,
                    ACCOUNT_BUSY,
                    THROTTLED -> false;
        };
    }

    /** Whether the table's items are being read, or will be next. */
    static boolean readsItems(Waiting wait) {
        return wait.phase() == Phase.ALLOCATING || wait.phase() == Phase.BACKFILLING;
    }
}
