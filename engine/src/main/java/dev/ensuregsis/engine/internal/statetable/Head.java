package dev.ensuregsis.engine.internal.statetable;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one item of a state that says whose it is and which of its items count. Each write of it moves the beat on, and is
 * made on condition of the beat and the token that it follows on: so of two writes on one head, one fails.
 *
 * @param key whose head it is
 * @param generation which entries count; others are of the past, or of what never came to be
 * @param beat how often it was written
 * @param lease who has it; null if nobody does
 */
record Head(
        StateKey key,
        String generation,
        long beat,
        @Nullable Lease lease) {

    /** The first one, taken at once. */
    static Head first(StateKey key, String generation, Lease lease) {
        return new Head(key, generation, 1, lease);
    }

    /** The same state in the hands of another. */
    Head taken(Lease by) {
        return new Head(key, generation, beat + 1, by);
    }

    /** A sign of life. */
    Head renewed() {
        return new Head(key, generation, beat + 1, lease);
    }

    /** What was kept is of the past now. */
    Head moved(String to) {
        return new Head(key, to, beat + 1, lease);
    }

    /** Nobody's. */
    Head released() {
        return new Head(key, generation, beat + 1, null);
    }

    /** The token that stands in it; empty if nobody has it. */
    Optional<String> token() {
        return Optional.ofNullable(lease).map(Lease::token);
    }

    boolean isHeldBy(String token) {
        return lease != null && lease.token().equals(token);
    }

    /** Whether this is the very write of the other: what was asked for is there, though no answer said so. */
    boolean isAsWritten(Head other) {
        return beat == other.beat && generation.equals(other.generation) && token().equals(other.token());
    }
}
