package dev.ensuregsis.engine.estimate;

/**
 * Between which numbers an amount is expected to lie.
 *
 * @param least the least
 * @param most the most
 */
public record Amount(long least, long most) {

    /** Nothing. */
    public static final Amount NOTHING = new Amount(0, 0);

    /**
     * The sum.
     *
     * @param other another amount
     * @return both together
     */
    public Amount plus(Amount other) {
        return new Amount(least + other.least, most + other.most);
    }

    /**
     * The product.
     *
     * @param times how often
     * @return so many of it
     */
    public Amount times(long times) {
        return new Amount(least * times, most * times);
    }
}
