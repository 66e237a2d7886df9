package dev.ensuregsis.maven.internal.console;

import dev.ensuregsis.engine.estimate.Amount;
import dev.ensuregsis.engine.estimate.Bound;
import dev.ensuregsis.engine.estimate.BuildWork;
import dev.ensuregsis.engine.estimate.Cost;
import dev.ensuregsis.engine.estimate.DurationRange;
import dev.ensuregsis.engine.estimate.IndexEstimate;
import dev.ensuregsis.engine.estimate.RunEstimate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a run is expected to take and to cost, in words. */
public final class EstimateText {

    private EstimateText() {}

    /** In all, then what it costs, then each index where there is room for it; nothing where there is nothing to build. */
    static List<Line> opening(@Nullable RunEstimate estimate, IndexLabels labels, boolean each) {
        if (estimate == null || estimate.indexes().isEmpty()) {
            return List.of();
        }
        var lines = new ArrayList<Line>();
        total(estimate).forEach(line -> lines.add(Line.info(line)));
        if (each) {
            estimate.indexes().forEach(index -> lines.add(Line.info("  " + labels.of(index.id()) + ": " + of(index))));
        }
        return lines;
    }

    /**
     * In all, and what that costs.
     *
     * @param estimate the estimate of something to build
     * @return a line or two
     */
    public static List<String> total(RunEstimate estimate) {
        var unknown = estimate.unknown().size();
        var parts = new ArrayList<String>();
        if (estimate.duration() != null) {
            parts.add(range(estimate.duration()));
        }
        if (unknown > 0) {
            parts.add("unknown for " + Words.gsis(unknown));
        }
        parts.addAll(work(estimate.work()));
        var lines = new ArrayList<String>();
        lines.add("Expected in all: " + String.join("; ", parts));
        if (!estimate.work().equals(BuildWork.NONE)) {
            lines.add(cost(estimate.cost()));
        }
        return lines;
    }

    /**
     * One index.
     *
     * @param index what is expected of it
     * @return how long and why, and what is written
     */
    public static String of(IndexEstimate index) {
        var parts = new ArrayList<String>();
        parts.add(
                index.duration() == null
                        ? "how long isn't known: " + basis(index)
                        : range(index.duration()) + ", " + basis(index));
        var work = index.work();
        if (work != null) {
            parts.addAll(work(work));
        }
        return String.join("; ", parts);
    }

    private static List<String> work(BuildWork work) {
        return work.equals(BuildWork.NONE)
                ? List.of()
                : List.of(amount(work.writeUnits()) + " write units", bytes(work.storageBytes()) + " of storage");
    }

    private static String basis(IndexEstimate index) {
        var basis = index.basis();
        return switch (basis.kind()) {
            case EARLIER_ON_TABLE ->
                "by " + Words.count(basis.earlier(), "earlier GSI", "earlier GSIs") + " of the table";
            case EARLIER_ON_SIMILAR_TABLES ->
                "by " + Words.count(basis.earlier(), "earlier GSI", "earlier GSIs") + " of tables as large";
            case SIZE_AND_CAPACITY -> "by the table's size, " + bound(index.bound());
            case EMPTY_TABLE -> "as on any empty table";
            case WITH_NEW_TABLE -> "with its table";
            case UNKNOWN ->
                index.work() == null
                        ? "the table was not seen yet"
                        : "nor is the GSI's write capacity, which bounds it";
        };
    }

    private static String bound(@Nullable Bound bound) {
        return bound == null
                ? "whatever bounds it"
                : "bounded by " + Words.number(bound.unitsPerSecond()) + " write units a second, the "
                        + switch (bound.kind()) {
                            case INDEX_CAPACITY -> "GSI's write capacity";
                            case TABLE_CAPACITY -> "table's write capacity";
                            case BACKFILL_CAPACITY -> "GSI's write capacity while it is built";
                            case WARM_THROUGHPUT -> "GSI's warm throughput";
                            case DEFAULT_WARM_THROUGHPUT -> "warm throughput of any new GSI";
                        };
    }

    private static String cost(@Nullable Cost cost) {
        return cost == null
                ? "Cost: not known, the prices of this region are not in here"
                : "Cost: " + money(cost, cost.writes()) + " for the writes, " + money(cost, cost.storagePerMonth())
                        + " a month for the storage (list prices of " + cost.region() + " in " + cost.asOf() + ")";
    }

    private static String money(Cost cost, Cost.Money money) {
        var least = String.format(Locale.ROOT, "%,.2f", money.least());
        var most = String.format(Locale.ROOT, "%,.2f", money.most());
        return cost.currency() + " " + (least.equals(most) ? most : least + " to " + most);
    }

    /** Like "5 min to 25 min". */
    static String range(DurationRange range) {
        var least = coarse(range.least());
        var most = coarse(range.most());
        return range.least().isZero() ? "up to " + most : least.equals(most) ? most : least + " to " + most;
    }

    /** What is estimated at minutes has no seconds, and at days no minutes. */
    static String coarse(Duration duration) {
        if (duration.toDays() >= 2) {
            return duration.toDays() + " days"
                    + (duration.toHoursPart() == 0 ? "" : " " + duration.toHoursPart() + " h");
        }
        return Words.duration(
                duration.toMinutes() >= 2 ? Duration.ofMinutes(Math.round(duration.toSeconds() / 60.0)) : duration);
    }

    private static String amount(Amount amount) {
        return amount.least() == amount.most()
                ? Words.number(amount.most())
                : Words.number(amount.least()) + " to " + Words.number(amount.most());
    }

    private static String bytes(Amount amount) {
        var least = Words.bytes(amount.least());
        var most = Words.bytes(amount.most());
        return least.equals(most) ? most : least + " to " + most;
    }
}
