package dev.ensuregsis.engine.estimate;

/**
 * What an expected duration rests on.
 *
 * @param kind which knowledge
 * @param earlier how many earlier indexes it was learnt from; 0 if from none
 */
public record Basis(Kind kind, int earlier) {

    /**
     * A basis that isn't earlier indexes.
     *
     * @param kind which knowledge
     */
    public Basis(Kind kind) {
        this(kind, 0);
    }

    /** The kinds of knowledge, the best first. */
    public enum Kind {
        /** What earlier indexes of the same table took, as the state remembers. */
        EARLIER_ON_TABLE,
        /** What earlier indexes of tables of about the same size took, as the state remembers. */
        EARLIER_ON_SIMILAR_TABLES,
        /** The table's size, and the capacity that bounds how fast its items are written. */
        SIZE_AND_CAPACITY,
        /** What is known of indexes that are added to empty tables: 5 to 25 minutes each. */
        EMPTY_TABLE,
        /** What is known of tables that are created with their indexes: 14 to 22 seconds, all together. */
        WITH_NEW_TABLE,
        /** Nothing: the table wasn't seen, or what bounds its backfill isn't known. */
        UNKNOWN
    }
}
