package dev.ensuregsis.engine.check;

/**
 * Between which numbers a count of the whole table lies, 95 times of 100.
 *
 * @param from the least
 * @param to the most
 */
public record CountRange(long from, long to) {

    /** A normal distribution's for 95 of 100. */
    private static final double Z = 1.96;

    /**
     * From parts that were picked at random. Items that lie in one part are often alike (one writer made them), so the
     * differences between the parts count, and never less than chance alone would have it for as many single items (Wilson's
     * interval).
     *
     * @param parts which part of the table was read
     * @param items how many items it has
     * @param count how many of these are counted
     * @param squares the sum of the squares of the parts' counts
     * @return the range; never less than what was counted
     */
    public static CountRange of(Parts parts, long items, long count, double squares) {
        if (parts.read() >= parts.all()) {
            return new CountRange(count, count);
        }
        double scale = (double) parts.all() / Math.max(1, parts.read());
        double all = items * scale;
        var chance = wilson(items, count);
        double between = parts.halfWidth(count, squares);
        double from = Math.min(chance.from() * all, count * scale - between);
        double to = Math.max(chance.to() * all, count * scale + between);
        long most = count + Math.max(0, Math.round(Math.ceil(all)) - items);
        return new CountRange(
                Math.max(count, (long) Math.floor(from)),
                Math.max(count, items == 0 ? 0 : Math.min(most, (long) Math.ceil(to))));
    }

    private static Shares wilson(long items, long count) {
        if (items == 0) {
            return new Shares(0, 1);
        }
        double n = items;
        double share = count / n;
        double middle = (share + Z * Z / (2 * n)) / (1 + Z * Z / n);
        double half = Z / (1 + Z * Z / n) * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
        return new Shares(Math.max(0, middle - half), Math.min(1, middle + half));
    }

    private record Shares(double from, double to) {}

    /**
     * Which part of a table was read.
     *
     * @param read how many parts
     * @param all how many there are
     */
    public record Parts(long read, long all) {

        private double halfWidth(long count, double squares) {
            if (read < 2) {
                return 0;
            }
            double mean = (double) count / read;
            double variance = Math.max(0, (squares - read * mean * mean) / (read - 1));
            return Z * all * Math.sqrt((1 - (double) read / all) * variance / read);
        }
    }
}
