package dev.ensuregsis.engine.spi;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a {@link StateStore} holds, as one look finds it. Immutable. */
public sealed interface StoredState {

    /**
     * Hands this to the case that it is.
     *
     * @param cases one for each kind
     * @param <R> what they give
     * @return what the case gives
     */
    <R> R match(Cases<R> cases);

    /**
     * What earlier runs left, where there is something that can be used.
     *
     * @return the contents; empty in all cases but one
     */
    default Optional<StateContents> contents() {
        return Optional.empty();
    }

    /**
     * Nothing: no run has left anything that says something.
     *
     * @param untidy whether a run that died has left something behind, which opening the store clears away
     * @param elsewhere what the same place keeps under another name or of another DynamoDB
     */
    record Nothing(boolean untidy, List<Elsewhere> elsewhere) implements StoredState {
        /** Copies the list. */
        public Nothing {
            elsewhere = List.copyOf(elsewhere);
        }

        /**
         * Nothing, nor anything else in the same place.
         *
         * @param untidy whether opening the store clears something away
         */
        public Nothing(boolean untidy) {
            this(untidy, List.of());
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.nothing(this);
        }
    }

    /**
     * Another state beside the one that was asked for, in case that it was meant.
     *
     * @param scriptName whose it is
     * @param target the DynamoDB that it is about
     * @param tables the tables that something is recorded of
     */
    record Elsewhere(String scriptName, Target target, Set<String> tables) {
        /** How many are told at most. */
        public static final int MOST = 10;

        /** Copies the set. */
        public Elsewhere {
            tables = Set.copyOf(tables);
        }
    }

    /**
     * What earlier runs left.
     *
     * @param whole all of it
     * @param untidy whether a run that died has left something else behind, which opening the store clears away
     */
    record Kept(StateContents whole, boolean untidy) implements StoredState {
        @Override
        public Optional<StateContents> contents() {
            return Optional.of(whole);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.kept(this);
        }
    }

    /**
     * Something that can't be used. It is put aside when the store is opened; a run goes on by looking at DynamoDB.
     *
     * @param place where it lies
     * @param reason what is wrong with it
     * @param line where, from 1
     * @param column where in that line, from 1
     */
    record Damaged(String place, String reason, int line, int column) implements StoredState {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.damaged(this);
        }
    }

    /** What is kept is kept by account, and the account isn't known yet: to be read again when it is. */
    record AccountFirst() implements StoredState {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.accountFirst(this);
        }
    }

    /**
     * A case for each kind, so that none can be forgotten.
     *
     * @param <R> what they give
     */
    interface Cases<R> {

        /**
         * Nothing.
         *
         * @param nothing that
         * @return what comes of it
         */
        R nothing(Nothing nothing);

        /**
         * What earlier runs left.
         *
         * @param kept that
         * @return what comes of it
         */
        R kept(Kept kept);

        /**
         * Damage.
         *
         * @param damaged that
         * @return what comes of it
         */
        R damaged(Damaged damaged);

        /**
         * The account is asked for.
         *
         * @param accountFirst that
         * @return what comes of it
         */
        R accountFirst(AccountFirst accountFirst);
    }
}
