package dev.ensuregsis.engine.internal.estimate;

import dev.ensuregsis.engine.definition.BillingMode;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.Projection;
import dev.ensuregsis.engine.definition.Throughput;
import dev.ensuregsis.engine.estimate.Amount;
import dev.ensuregsis.engine.estimate.Bound;
import dev.ensuregsis.engine.estimate.BuildWork;
import dev.ensuregsis.engine.estimate.DurationRange;
import dev.ensuregsis.engine.spi.LiveTable;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What it takes to write a table's items into one index. */
final class Backfill {
    /** What DynamoDB adds to each item of an index. Source: its page of storage considerations for indexes. */
    private static final long BYTES_PER_ITEM = 100;

    private static final long UNIT_BYTES = 1024;

    /** Write units a second that an index on demand bears from the start. Source: DynamoDB's page of warm throughput. */
    private static final long DEFAULT_WARM_WRITES = 4000;

    /** How often what an index on demand bears can double. Source: DynamoDB's page of on-demand mode. */
    private static final long SECONDS_UNTIL_DOUBLED = 30 * 60;

    private final LiveTable table;
    private final IndexDefinition index;
    private final long raised;

    /** That of an index of a provisioned table which is built with as many write capacity units, if it hasn't more; 0 for its own. */
    Backfill(LiveTable table, IndexDefinition index, long raised) {
        this.table = table;
        this.index = index;
        this.raised = raised;
    }

    /** Whether there is nothing to write. */
    boolean isOfNothing() {
        return table.itemCount() == 0 && table.sizeBytes() == 0;
    }

    /** As if every item had the index's key: what is left out can't be known. Each region writes its own. */
    BuildWork work() {
        if (isOfNothing()) {
            return BuildWork.NONE;
        }
        long items = table.itemCount();
        long bytes = table.sizeBytes();
        boolean whole = index.projectionToCreate() instanceof Projection.All;
        long regions = 1L + table.replicas().size();
        // So many items of such an average size are written in at least, and at most, so many started KiB.
        var units = new Amount(whole ? Math.max(items, bytes / UNIT_BYTES) : items, items + bytes / UNIT_BYTES);
        long overhead = items * BYTES_PER_ITEM;
        var storage = new Amount(whole ? bytes : overhead, bytes + overhead);
        return new BuildWork(units.times(regions), storage.times(regions));
    }

    /** What bounds how fast; empty if the capacity that is inherited was not told. */
    Optional<Bound> bound() {
        var capacity = index.capacity();
        if (table.billingMode() == BillingMode.PROVISIONED) {
            return Stream.concat(
                            writes(capacity.provisioned()).map(units -> new Bound(Bound.Kind.INDEX_CAPACITY, units)),
                            writes(table.throughput()).map(units -> new Bound(Bound.Kind.TABLE_CAPACITY, units)))
                    .findFirst()
                    .map(own -> own.unitsPerSecond() >= raised ? own : new Bound(Bound.Kind.BACKFILL_CAPACITY, raised));
        }
        return Optional.of(writes(capacity.warm())
                .findFirst()
                .map(units -> new Bound(Bound.Kind.WARM_THROUGHPUT, units))
                .orElse(new Bound(Bound.Kind.DEFAULT_WARM_THROUGHPUT, DEFAULT_WARM_WRITES)));
    }

    private static Stream<Long> writes(@Nullable Throughput throughput) {
        return Stream.ofNullable(throughput == null ? null : throughput.write()).filter(units -> units > 0);
    }

    /** How long writing takes at that; on demand at best with a capacity that doubles whenever it can. */
    DurationRange writing(Bound bound) {
        var units = work().writeUnits();
        long regions = 1L + table.replicas().size();
        double least = (double) units.least() / regions;
        double most = (double) units.most() / regions;
        var longest = seconds(most / bound.unitsPerSecond());
        var shortest = table.billingMode() == BillingMode.PROVISIONED
                ? seconds(least / bound.unitsPerSecond())
                : doubling(least, (double) bound.unitsPerSecond());
        return new DurationRange(shortest, longest);
    }

    private static Duration doubling(double units, double perSecond) {
        double left = units;
        double rate = perSecond;
        long seconds = 0;
        while (left > rate * SECONDS_UNTIL_DOUBLED) {
            left -= rate * SECONDS_UNTIL_DOUBLED;
            rate *= 2;
            seconds += SECONDS_UNTIL_DOUBLED;
        }
        return seconds(seconds + left / rate);
    }

    private static Duration seconds(double seconds) {
        return Duration.ofSeconds((long) Math.ceil(seconds));
    }
}
