package dev.ensuregsis.engine.check;

/**
 * Sums of squares over the parts of a table that are read to their end: how much the parts differ says how sure a sample
 * is.
 *
 * @param indexed of the items in the index
 * @param sparse of those left out by design
 * @param misfits of the misfits
 */
public record Squares(double indexed, double sparse, double misfits) {

    /** No part was read. */
    public static final Squares NONE = new Squares(0, 0, 0);

    /**
     * With one more part.
     *
     * @param part what was read in it
     * @return the sums
     */
    public Squares plus(IndexTally part) {
        return new Squares(
                indexed + square(part.indexed()), sparse + square(part.sparse()), misfits + square(part.misfits()));
    }

    private static double square(long count) {
        return (double) count * count;
    }
}
