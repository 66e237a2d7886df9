package dev.ensuregsis.engine.definition;

/**
 * Something that stands in a definition, or that a definition refers to, and that isn't part of what a run ensures.
 *
 * @param cause the kind of reason
 * @param what what it is, in words for a message
 * @param place where the definition has it
 * @param because why it isn't read, and what would give it
 */
public record Unread(Cause cause, String what, Place place, String because) {

    /** Why something isn't read. */
    public enum Cause {
        /** It lies elsewhere, or is made by what isn't run: files outside the folder, macros, custom resources. */
        OUT_OF_REACH,
        /** It is known only once something is deployed or applied. */
        KNOWN_LATER,
        /** Its condition is false, or there are none of it. */
        CONDITION,
        /** A key of the API that this version doesn't know. */
        UNKNOWN_KEY,
        /** The account, region or stack that it is of isn't the one that is asked for. */
        ANOTHER_ENVIRONMENT,
        /** It is being deleted or archived, or is to be. */
        BEING_DELETED,
        /** A key that stands twice in one object, where no table is. */
        STANDS_TWICE
    }

    /**
     * Whether it may hold tables or indexes that a run then doesn't ensure: what is refused where definitions are read
     * strictly.
     *
     * @return false where it is read and known to be none
     */
    public boolean mayBeMissed() {
        return switch (cause) {
            case OUT_OF_REACH, KNOWN_LATER, CONDITION, UNKNOWN_KEY -> true;
            case ANOTHER_ENVIRONMENT, BEING_DELETED, STANDS_TWICE -> false;
        };
    }

    /**
     * What isn't read and why, for where the place is told beside it.
     *
     * @return the end of a line
     */
    public String sentence() {
        return "not read: " + what + " because " + because;
    }

    /** One line. */
    @Override
    public String toString() {
        return "not read: " + what + " (" + place + ") because " + because;
    }
}
