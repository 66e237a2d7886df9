package dev.ensuregsis.engine.internal.estimate;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.estimate.Bound;
import dev.ensuregsis.engine.spi.BuildFigures.Throttling;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What to say of an index whose build is throttled. */
public final class Throttled {
    /** What uses up this share of a capacity is bounded by it, and not by one key. */
    private static final double USED_UP = 0.8;

    /** What one partition takes a second. Source: DynamoDB's page of partition keys. */
    private static final int PARTITION_UNITS = 1000;

    private Throttled() {}

    /**
     * Says what bounds it: a capacity, and which value would do; or one key that many items share.
     *
     * @param id the index
     * @param figures what was measured
     * @param bound the capacity that bounds it; null if that isn't known
     * @return the warning; empty if nothing is throttled
     */
    public static Optional<String> warning(IndexId id, Throttling figures, @Nullable Bound bound) {
        if (figures.events() <= 0) {
            return Optional.empty();
        }
        var opening = id + " is throttled while it is built (" + number(Math.round(figures.consumedPerSecond()))
                + " write units a second are taken): ";
        if (bound == null) {
            return Optional.of(
                    opening + "either its write capacity bounds it, or a key that many items share, which takes "
                            + number(PARTITION_UNITS) + " a second at most");
        }
        return Optional.of(opening
                + (figures.consumedPerSecond() >= USED_UP * bound.unitsPerSecond()
                        ? capacity(bound)
                        : "its capacity of " + number(bound.unitsPerSecond())
                                + " is not used up, so a key that many items share bounds it, which takes "
                                + number(PARTITION_UNITS)
                                + " a second at most; more capacity would not help"));
    }

    private static String capacity(Bound bound) {
        var used = number(bound.unitsPerSecond()) + ", is used up; ";
        return switch (bound.kind()) {
            case INDEX_CAPACITY, BACKFILL_CAPACITY ->
                "its write capacity, " + used + twice(bound) + " would take half the time";
            case TABLE_CAPACITY ->
                "its write capacity, the table's " + used + twice(bound) + " of its own would take half the time";
            case WARM_THROUGHPUT, DEFAULT_WARM_THROUGHPUT ->
                "its warm throughput, " + used + "DynamoDB doubles it by itself, every 30 minutes at most, or give it "
                        + twice(bound);
        };
    }

    private static String twice(Bound bound) {
        return number(2 * bound.unitsPerSecond());
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
