package dev.ensuregsis.engine.spi;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of reason why something did not succeed, as the state keeps them beside the words. */
public enum FailureKind {
    /** The live index or table is not what is defined. */
    DIFFERS,
    /** Somebody is deleting the table or the index. */
    BEING_DELETED,
    /** The table doesn't exist. */
    MISSING,
    /** The table is in a status that waiting doesn't end. */
    UNUSABLE,
    /** The definition can't be carried out as it stands. */
    DEFINITION,
    /** DynamoDB refuses the call, and would refuse it again. */
    REFUSED,
    /** A quota that waiting doesn't widen. */
    QUOTA,
    /** The credentials may not do this. */
    ACCESS,
    /** The tries that a passing error is given are used up. */
    TRIES_USED_UP,
    /** An error that passes. */
    PASSING,
    /** The call was accepted, and nothing came of it. */
    NEVER_APPEARED,
    /** It was there, and has gone. */
    VANISHED,
    /** DynamoDB can't be reached, or not as the one that is meant. */
    TARGET,
    /** The state can't be kept. */
    STATE,
    /** A fault of this program, or of what it was given to run with. */
    UNEXPECTED;

    /**
     * The word in the state.
     *
     * @return the name in lower case
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The kind of a word.
     *
     * @param word as {@link #word} gives it
     * @return the kind; empty for a word of a later version
     */
    public static Optional<FailureKind> of(String word) {
        return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
