package dev.ensuregsis.engine.check;

import dev.ensuregsis.engine.definition.MisfitReason;

/**
 * Why items are left out, as they are counted: the same for all that are too long, however long they are.
 *
 * @param attribute the attribute at fault
 * @param kind what is wrong with it
 * @param told the reason for a reader; no value of an item is in it
 */
public record Reason(String attribute, Kind kind, String told) {

    /** The kinds of reason. */
    public enum Kind {
        /** The value is of another type than the key. */
        WRONG_TYPE,
        /** The value is NULL. */
        NULL,
        /** The value is an empty string or binary. */
        EMPTY,
        /** The value is longer than a key may be. */
        TOO_LONG,
        /** Other attributes of the same half of a multi-attribute key are there, and this one is not. */
        PART_MISSING
    }

    /**
     * The reason that one item's is counted under.
     *
     * @param reason the item's
     * @return the reason
     */
    public static Reason of(MisfitReason reason) {
        return new Reason(reason.attribute(), kind(reason), told(reason));
    }

    private static Kind kind(MisfitReason reason) {
        if (reason instanceof MisfitReason.WrongType) {
            return Kind.WRONG_TYPE;
        }
        if (reason instanceof MisfitReason.Null) {
            return Kind.NULL;
        }
        if (reason instanceof MisfitReason.Empty) {
            return Kind.EMPTY;
        }
        return reason instanceof MisfitReason.TooLong ? Kind.TOO_LONG : Kind.PART_MISSING;
    }

    private static String told(MisfitReason reason) {
        return reason instanceof MisfitReason.TooLong tooLong
                ? tooLong.attribute() + " is longer than " + tooLong.mostBytes() + " bytes"
                : reason.told();
    }
}
