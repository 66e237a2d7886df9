package dev.ensuregsis.engine.simulation;

import dev.ensuregsis.engine.definition.IndexId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** How long DynamoDB takes for things. */
public interface BuildTimes {

    /** An index added to a table that exists. */
    Build index(IndexId index, long tableSizeBytes, Instant askedAt);

    /** A table with all its indexes, none of which is ACTIVE before the table. */
    Instant tableActiveAt(String tableName, Instant askedAt);

    /** The deletion of a table or of an index, or a change of either's settings. */
    Duration otherChange();

    /** Reference 1.3: the deletion of an index takes 20-22 s, here that without anything drawn. */
    default Duration indexDeletion() {
        return Duration.ofSeconds(21);
    }

    /** When an index was asked for, had its resources, and will have its items; and whether reading these is shown. */
    record Build(Instant askedAt, Instant allocatedAt, Instant activeAt, boolean backfills) {}

    /**
     * Reference 1.2 and 1.3: resources 24-56 s, an index on an empty table 9-17 min, a table with indexes 14-22 s. The
     * pace of a backfill isn't documented; 10 MB/s makes a terabyte a day, which is what people report. A resource takes its time from its name and
     * the seed, whatever happens before, so that two tools can be compared on the same account.
     */
    static BuildTimes real(long seed) {
        return new BuildTimes() {
            private static final long BACKFILL_BYTES_PER_SECOND = 10_000_000;

            @Override
            public Build index(IndexId index, long tableSizeBytes, Instant askedAt) {
                var random = of(index.toString());
                var allocation = Draw.between(random, Duration.ofSeconds(24), Duration.ofSeconds(56));
                var empty = Draw.between(random, Duration.ofMinutes(9), Duration.ofMinutes(17));
                var backfill = Duration.ofSeconds(tableSizeBytes / BACKFILL_BYTES_PER_SECOND);
                return new Build(
                        askedAt, askedAt.plus(allocation), askedAt.plus(empty).plus(backfill), true);
            }

            @Override
            public Instant tableActiveAt(String tableName, Instant askedAt) {
                return askedAt.plus(Draw.between(of(tableName), Duration.ofSeconds(14), Duration.ofSeconds(22)));
            }

            @Override
            public Duration otherChange() {
                return Draw.between(of("other change"), Duration.ofSeconds(5), Duration.ofMinutes(5));
            }

            private RandomGenerator of(String resource) {
                return new SplittableRandom(seed * 31 + resource.hashCode());
            }
        };
    }

    /**
     * Reference 2: on DynamoDB Local a table is ACTIVE at once, stays it while an index is added, and the index turns
     * ACTIVE on a tick of a second, without ever showing that it backfills.
     */
    static BuildTimes dynamoDbLocal() {
        return new BuildTimes() {
            @Override
            public Build index(IndexId index, long tableSizeBytes, Instant askedAt) {
                var tick = askedAt.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
                return new Build(askedAt, askedAt, tick, false);
            }

            @Override
            public Instant tableActiveAt(String tableName, Instant askedAt) {
                return askedAt;
            }

            @Override
            public Duration indexDeletion() {
                return Duration.ofSeconds(1);
            }

            @Override
            public Duration otherChange() {
                return Duration.ofSeconds(1);
            }
        };
    }
}
