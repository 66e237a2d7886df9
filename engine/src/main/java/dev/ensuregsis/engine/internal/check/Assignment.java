package dev.ensuregsis.engine.internal.check;

import dev.ensuregsis.engine.check.CheckForecast.TableForecast;
import dev.ensuregsis.engine.check.Places;
import dev.ensuregsis.engine.check.ReadLimit;
import dev.ensuregsis.engine.check.Sample;
import org.jspecify.annotations.Nullable;

/**
 * How one table is to be read.
 *
 * @param subject what it is held against
 * @param limit how fast
 * @param parts in which parts
 * @param pagesAtATime how many pages are on their way at a time
 * @param takenUp from where an earlier check came to; null for the beginning
 */
record Assignment(
        Subject subject,
        ReadLimit limit,
        Parts parts,
        int pagesAtATime,
        @Nullable Places takenUp) {
    private static final int MOST_PAGES_AT_A_TIME = 8;

    /** DynamoDB Local answers from one process. */
    private static final int MOST_PAGES_AT_A_TIME_OF_EMULATOR = 4;

    /**
     * Decides how.
     *
     * @param subject what the table is held against
     * @param sample how much of it is read
     * @param limit how fast
     * @param local whether it lies in an emulator
     * @param seed where chance comes from
     */
    static Assignment of(Subject subject, Sample sample, ReadLimit limit, boolean local, long seed) {
        var table = subject.table().table();
        int pages = PageSize.pagesAtATime(
                limit.unitsPerSecond(), local ? MOST_PAGES_AT_A_TIME_OF_EMULATOR : MOST_PAGES_AT_A_TIME);
        var parts = Parts.of(sample, table.itemCount(), table.sizeBytes(), pages, seed);
        return new Assignment(subject, limit, parts, pages, null);
    }

    /** Goes on from there. */
    Assignment from(Places places, Sample sample) {
        return new Assignment(subject, limit, Parts.again(sample, places.parts(), places.seed()), pagesAtATime, places);
    }

    /** What it reads, and what that takes. */
    TableForecast forecast() {
        var table = subject.table().table();
        long items = parts.itemsOf(table.itemCount());
        double share = table.itemCount() == 0 ? 1 : (double) items / table.itemCount();
        var before = takenUp == null ? 0 : takenUp.all().readUnits();
        var complete = takenUp != null && takenUp.complete();
        var units = Math.max(PageSize.LEAST_UNITS, table.sizeBytes() / PageSize.BYTES_PER_UNIT * share);
        return new TableForecast(
                table.name(),
                table.itemCount(),
                items,
                complete ? 0 : Math.max(0, units - before),
                limit,
                takenUp != null);
    }
}
