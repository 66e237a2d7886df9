package dev.ensuregsis.maven.internal.goal;

import dev.ensuregsis.engine.definition.DefinitionException;
import dev.ensuregsis.maven.internal.option.RefusedException;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sees when definitions change, by reading them again: whatever files they come from and refer to, on whatever file system. Not
 * thread-safe.
 */
final class DefinitionWatch {
    private Assignment known;
    private @Nullable String seenFault;
    private @Nullable String toldFault;

    DefinitionWatch(Assignment known) {
        this.known = known;
    }

    /** What a look has shown. */
    sealed interface Sight {
        /** Nothing to speak of. */
        record Same() implements Sight {}

        /** Something else is defined, or what couldn't be read can be again. */
        record Changed(Assignment before, Assignment now) implements Sight {}

        /** They can't be read. */
        record Faulty(String fault) implements Sight {}
    }

    /** Reads what is defined; empty if nothing is. */
    @FunctionalInterface
    interface Reading {
        Optional<Assignment> read() throws RefusedException, IOException;
    }

    /** What is defined, as far as it could be read. */
    Assignment known() {
        return known;
    }

    /** Looks once. */
    Sight look(Reading reading) {
        try {
            return reading.read().map(this::readable).orElseGet(() -> faulty("No definitions are left."));
        } catch (RefusedException | DefinitionException | IOException fault) {
            return faulty(String.valueOf(fault.getMessage()));
        }
    }

    private Sight readable(Assignment now) {
        var before = known;
        boolean mended = toldFault != null;
        seenFault = null;
        toldFault = null;
        known = now;
        return mended || !now.selected().equals(before.selected()) ? new Sight.Changed(before, now) : new Sight.Same();
    }

    /** A file that is just being written is no fault yet: it has to be there at the next look too. */
    private Sight faulty(String fault) {
        boolean stands = fault.equals(seenFault);
        seenFault = fault;
        if (!stands || fault.equals(toldFault)) {
            return new Sight.Same();
        }
        toldFault = fault;
        return new Sight.Faulty(fault);
    }
}
