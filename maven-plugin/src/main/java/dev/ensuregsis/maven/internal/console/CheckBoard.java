package dev.ensuregsis.maven.internal.console;

import dev.ensuregsis.engine.check.CheckForecast;
import dev.ensuregsis.engine.check.CheckForecast.TableForecast;
import dev.ensuregsis.engine.check.CheckListener;
import dev.ensuregsis.engine.check.CheckProgress;
import dev.ensuregsis.engine.check.ReadCost;
import dev.ensuregsis.engine.check.ReadLimit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Prints what a check will read and what that takes, and then, now and then, how far it is. Not thread-safe. */
public final class CheckBoard implements CheckListener {
    private static final int MOST_LISTED = 50;
    private static final double CENT = 0.01;

    private final Duration interval;
    private final LongSupplier nanoTime;
    private final Console console;
    private long last;

    /**
     * Makes one.
     *
     * @param interval how long between two lines on how far it is
     * @param nanoTime a clock of nanoseconds
     * @param console where to print
     */
    public CheckBoard(Duration interval, LongSupplier nanoTime, Console console) {
        this.interval = interval;
        this.nanoTime = nanoTime;
        this.console = console;
        this.last = nanoTime.getAsLong();
    }

    @Override
    public void begins(CheckForecast forecast) {
        last = nanoTime.getAsLong();
        console.print(lines(forecast));
    }

    static List<Line> lines(CheckForecast forecast) {
        var lines = new ArrayList<Line>();
        lines.add(Line.info("GSI Check: " + Words.target(forecast.target())));
        if (forecast.tables().isEmpty()) {
            return lines;
        }
        lines.add(Line.info("It will read about " + units(forecast.readUnits()) + " of "
                + Words.count(forecast.tables().size(), "table", "tables")
                + ", by sizes as DynamoDB last counted (about every 6 h): whole items are paid for, half a unit for each"
                + " 4 KiB."));
        if (forecast.tables().stream().noneMatch(one -> one.limit().basis() == ReadLimit.Basis.EMULATOR)) {
            lines.add(Line.info(cost(forecast)));
        }
        var table = new TextTable().row("  TABLE", "ITEMS", "TO READ", "READ UNITS", "AT MOST A SECOND");
        forecast.tables().stream().limit(MOST_LISTED).forEach(one -> row(table, one));
        table.lines().forEach(line -> lines.add(Line.info(line)));
        if (forecast.tables().size() > MOST_LISTED) {
            lines.add(Line.info("  and " + (forecast.tables().size() - MOST_LISTED) + " more"));
        }
        return lines;
    }

    private static String cost(CheckForecast forecast) {
        return "On demand that is charged by the unit: "
                + (forecast.costOnDemand() == null
                        ? "the region's price isn't known here"
                        : money(forecast.costOnDemand()))
                + "; provisioned tables give it of what they have.";
    }

    private static String money(ReadCost cost) {
        return (cost.amount() < CENT ? "less than 0.01" : "about " + String.format(Locale.ROOT, "%,.2f", cost.amount()))
                + " " + cost.currency() + " in all (list price of " + cost.region() + ", " + cost.asOf() + ")";
    }

    private static void row(TextTable table, TableForecast one) {
        table.row(
                "  " + one.tableName(),
                Words.number(one.itemsOfTable()),
                Words.number(one.items()),
                Words.number((long) Math.ceil(one.readUnits())) + (one.takenUp() ? " (goes on)" : ""),
                limit(one.limit()));
    }

    private static String limit(ReadLimit limit) {
        var units = limit.unitsPerSecond();
        if (units == null) {
            return "no limit: an emulator";
        }
        var number = units == Math.rint(units)
                ? Words.number(units.longValue())
                : String.format(Locale.ROOT, "%,.1f", units);
        return number
                + switch (limit.basis()) {
                    case GIVEN -> " (gsi.checkReadCapacity)";
                    case HALF_OF_PROVISIONED -> " (half of what is provisioned)";
                    case HALF_OF_ON_DEMAND -> " (on demand: half of what it surely serves)";
                    case HALF_OF_INITIAL -> " (on demand: half of what every such table serves)";
                    case EMULATOR -> "";
                };
    }

    static String units(double units) {
        return Words.count((long) Math.ceil(units), "read unit", "read units");
    }

    @Override
    public void goesOn(CheckProgress progress) {
        long now = nanoTime.getAsLong();
        if (Duration.ofNanos(now - last).compareTo(interval) < 0) {
            return;
        }
        last = now;
        console.print(line(progress));
    }

    private static String line(CheckProgress progress) {
        var known = progress.itemsToRead() >= progress.items();
        var left = progress.left();
        return "  " + progress.tableName() + ": " + Words.number(progress.items())
                + (known ? " of " + Words.number(progress.itemsToRead()) : "") + " items read, "
                + units(progress.readUnits()) + ", "
                + Words.count(progress.misfits(), "misfit", "misfits")
                + (progress.tables() > 1
                        ? "; " + progress.tablesDone() + " of " + progress.tables() + " tables done"
                        : "")
                + (left == null ? "" : "; about " + Words.duration(left) + " left")
                + (progress.throttled() ? "; DynamoDB throttles, so it reads more slowly" : "");
    }
}
