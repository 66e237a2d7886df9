package dev.ensuregsis.engine.internal.estimate;

import dev.ensuregsis.engine.estimate.Bound;
import dev.ensuregsis.engine.estimate.BuildThrottling;
import java.util.Locale;

/** What to say of an index whose build is throttled. */
public final class Throttled {
    /** What one partition takes a second. Source: DynamoDB's page of partition keys. */
    private static final int PARTITION_UNITS = 1000;

    private Throttled() {}

    /**
     * Says what bounds it: a capacity, and which value would do; or one key that many items share.
     *
     * @param index what the index is called
     * @param throttling what was measured
     * @return the warning
     */
    public static String warning(String index, BuildThrottling throttling) {
        var opening = index + " is throttled while it is built (" + number(Math.round(throttling.consumedPerSecond()))
                + " write units a second are taken): ";
        var bound = throttling.bound();
        if (bound == null) {
            return opening + "either its write capacity bounds it, or a key that many items share, which takes "
                    + number(PARTITION_UNITS) + " a second at most";
        }
        var helpful = throttling.helpfulUnitsPerSecond();
        return opening
                + (helpful.isPresent()
                        ? capacity(bound, number(helpful.getAsLong()))
                        : "its capacity of " + number(bound.unitsPerSecond())
                                + " is not used up, so a key that many items share bounds it, which takes "
                                + number(PARTITION_UNITS)
                                + " a second at most; more capacity would not help");
    }

    private static String capacity(Bound bound, String helpful) {
        var used = number(bound.unitsPerSecond()) + ", is used up; ";
        return switch (bound.kind()) {
            case INDEX_CAPACITY, BACKFILL_CAPACITY ->
                "its write capacity, " + used + helpful + " would take half the time";
            case TABLE_CAPACITY ->
                "its write capacity, the table's " + used + helpful + " of its own would take half the time";
            case WARM_THROUGHPUT, DEFAULT_WARM_THROUGHPUT ->
                "its warm throughput, " + used + "DynamoDB doubles it by itself, every 30 minutes at most, or give it "
                        + helpful;
        };
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
