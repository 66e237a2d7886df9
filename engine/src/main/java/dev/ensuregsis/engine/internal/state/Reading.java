package dev.ensuregsis.engine.internal.state;

import dev.ensuregsis.engine.spi.StateException;
import dev.ensuregsis.engine.spi.StoredState;
import java.util.Optional;

/** What reading a state file came to. */
sealed interface Reading {

    /** The document, where there is a whole one. */
    Optional<StateDocument> document();

    /** What others are to know of it. */
    StoredState stored(String place, boolean untidy);

    /** There is none. */
    record Absent() implements Reading {
        @Override
        public Optional<StateDocument> document() {
            return Optional.empty();
        }

        @Override
        public StoredState stored(String place, boolean untidy) {
            return new StoredState.Nothing(untidy);
        }
    }

    /**
     * It is whole.
     *
     * @param whole what it says
     */
    record Whole(StateDocument whole) implements Reading {
        @Override
        public Optional<StateDocument> document() {
            return Optional.of(whole);
        }

        @Override
        public StoredState stored(String place, boolean untidy) {
            return new StoredState.Kept(whole.contents(), untidy);
        }
    }

    /**
     * It can't be used.
     *
     * @param reason what is wrong
     * @param line where, from 1
     * @param column where in that line, from 1
     */
    record Damaged(String reason, int line, int column) implements Reading {
        @Override
        public Optional<StateDocument> document() {
            return Optional.empty();
        }

        @Override
        public StoredState stored(String place, boolean untidy) {
            return new StoredState.Damaged(place, reason, line, column);
        }
    }

    /**
     * It is of a version that we don't know, and stays as it is.
     *
     * @param version which
     */
    record OtherVersion(String version) implements Reading {
        @Override
        public Optional<StateDocument> document() {
            return Optional.empty();
        }

        @Override
        public StoredState stored(String place, boolean untidy) {
            throw new StateException.OtherVersion(place, version, StateDocument.VERSION);
        }
    }
}
