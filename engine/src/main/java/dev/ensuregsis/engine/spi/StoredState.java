package dev.ensuregsis.engine.spi;

import java.util.Optional;

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
     */
    record Nothing(boolean untidy) implements StoredState {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.nothing(this);
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
