package dev.ensuregsis.engine.internal.check;

import org.jspecify.annotations.Nullable;

/**
 * How large a page is. DynamoDB ends one at 1 MB; where the limit is under what that takes, a page ends after fewer items,
 * so that none takes more than a second's worth.
 *
 * @param mostItems how many items to ask for; null for a whole page
 * @param readUnits what it takes, estimated
 */
record PageSize(@Nullable Integer mostItems, double readUnits) {
    /** Eventually consistent, half a unit for each 4 KiB. */
    static final double BYTES_PER_UNIT = 8192;

    private static final double BYTES_OF_WHOLE_PAGE = 1 << 20;

    /** What a page of 1 MB takes. */
    static final double UNITS_OF_WHOLE_PAGE = BYTES_OF_WHOLE_PAGE / BYTES_PER_UNIT;

    /** The least that a request takes. */
    static final double LEAST_UNITS = 0.5;

    /** The most that one item has. */
    private static final double MOST_ITEM_BYTES = 400 * 1024;

    /**
     * The size of the next page.
     *
     * @param limit read units a second; null for no limit
     * @param itemBytes the mean size of an item; null if it isn't known: then it may be any
     */
    static PageSize of(@Nullable Double limit, @Nullable Double itemBytes) {
        if (limit == null || limit >= UNITS_OF_WHOLE_PAGE) {
            return new PageSize(null, UNITS_OF_WHOLE_PAGE);
        }
        double bytes = itemBytes == null ? MOST_ITEM_BYTES : Math.max(1, itemBytes);
        double items = Math.max(1, Math.floor(limit * BYTES_PER_UNIT / bytes));
        return new PageSize((int) Math.min(items, 1_000_000), Math.max(LEAST_UNITS, items * bytes / BYTES_PER_UNIT));
    }

    /** How many pages to have on their way at a time. */
    static int pagesAtATime(@Nullable Double limit, int most) {
        return limit == null ? most : (int) Math.max(1, Math.min(most, Math.ceil(limit / UNITS_OF_WHOLE_PAGE)));
    }
}
