package dev.ensuregsis.engine.internal.check;

import dev.ensuregsis.engine.check.Sample;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The parts that a table is read in: the segments of a parallel scan. Each holds the items of about as many partition keys,
 * by hash; so a sample is a number of parts, picked at random and read to their end.
 *
 * @param all how many parts there are
 * @param toRead how many of them are read at most
 * @param mostItems after how many items no further part is begun; null for no such number
 * @param seed which order they are read in; 0 for their own, which is that of a whole table
 */
record Parts(int all, int toRead, @Nullable Long mostItems, long seed) {
    /** With fewer, one part that is unlike the others would decide. */
    private static final double LEAST_PARTS_OF_SAMPLE = 30;

    private static final double BYTES_OF_PART_OF_SAMPLE = 4 << 20;
    private static final int PARTS_OF_UNKNOWN_TABLE = 1000;
    private static final int MOST_PARTS = 100_000;

    /** From here on there are more parts than pages on their way, so that none of these is left alone with a large part. */
    private static final long LARGE_BYTES = 64 << 20;

    private static final int PARTS_PER_PAGE_OF_LARGE = 4;

    /**
     * The parts to read.
     *
     * @param sample how many items
     * @param items how many the table has, as last counted
     * @param bytes how large it is, as last counted
     * @param pagesAtATime how many pages are on their way at a time
     * @param seed where chance comes from
     */
    static Parts of(Sample sample, long items, long bytes, int pagesAtATime, long seed) {
        if (sample instanceof Sample.Share share) {
            int all = partsOfSample(share.share(), bytes);
            return new Parts(all, ofShare(all, share.share()), null, seed);
        }
        if (sample instanceof Sample.Items some && (items == 0 || some.items() < items)) {
            int all = items == 0 ? PARTS_OF_UNKNOWN_TABLE : partsOfSample((double) some.items() / items, bytes);
            return new Parts(all, all, some.items(), seed);
        }
        int all = whole(bytes, pagesAtATime);
        return new Parts(all, all, null, 0);
    }

    /** Those that an earlier check began with. */
    static Parts again(Sample sample, int all, long seed) {
        if (seed == 0) {
            return new Parts(all, all, null, 0);
        }
        return sample instanceof Sample.Share share
                ? new Parts(all, ofShare(all, share.share()), null, seed)
                : new Parts(all, all, sample instanceof Sample.Items some ? some.items() : null, seed);
    }

    private static int ofShare(int all, double share) {
        return (int) Math.max(1, Math.round(all * share));
    }

    private static int whole(long bytes, int pagesAtATime) {
        return bytes < LARGE_BYTES ? pagesAtATime : pagesAtATime * PARTS_PER_PAGE_OF_LARGE;
    }

    private static int partsOfSample(double share, long bytes) {
        double parts = Math.max(LEAST_PARTS_OF_SAMPLE / share, bytes / BYTES_OF_PART_OF_SAMPLE);
        return (int) Math.ceil(Math.min(MOST_PARTS, parts));
    }

    /** Which segment each part is, in the order in which they are read. */
    int[] order() {
        var order = new int[all];
        for (int i = 0; i < all; i++) {
            order[i] = i;
        }
        if (seed != 0) {
            var random = new SplittableRandom(seed);
            for (int i = all - 1; i > 0; i--) {
                int other = random.nextInt(i + 1);
                int swapped = order[i];
                order[i] = order[other];
                order[other] = swapped;
            }
        }
        return order;
    }

    /** How many items are to be read of so many. */
    long itemsOf(long items) {
        long share = Math.round((double) items * toRead / all);
        return mostItems == null ? share : items == 0 ? mostItems : Math.min(items, mostItems);
    }
}
