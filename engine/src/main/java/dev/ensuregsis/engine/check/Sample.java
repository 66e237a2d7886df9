package dev.ensuregsis.engine.check;

/** How many of a table's items are read. */
public sealed interface Sample {

    /** Every item. */
    Sample ALL = new All();

    /** Every item. */
    record All() implements Sample {}

    /**
     * A share of the table, picked at random.
     *
     * @param share over 0, and under 1
     */
    record Share(double share) implements Sample {
        /** Refuses what is no share. */
        public Share {
            if (!(share > 0 && share < 1)) {
                throw new IllegalArgumentException("a share lies between 0 and 1: " + share);
            }
        }
    }

    /**
     * About so many items of each table, picked at random: what is begun is read to its end, so it can be some more.
     *
     * @param items at least 1
     */
    record Items(long items) implements Sample {
        /** Refuses none. */
        public Items {
            if (items < 1) {
                throw new IllegalArgumentException("at least one item: " + items);
            }
        }
    }
}
