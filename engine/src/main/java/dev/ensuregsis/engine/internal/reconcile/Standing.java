package dev.ensuregsis.engine.internal.reconcile;

/** What a run may still do for an index. */
public enum Standing {
    /** Create it if it isn't there. */
    WANTED,
    /** It failed in an earlier run and this one was not told to retry: adopt or wait for it if it is there. */
    FAILED_BEFORE,
    /** This run only retries what failed, and this index did not: adopt it if it is there and ACTIVE. */
    NOT_THIS_RUN,
    /** Its tries are used up, and one may have landed after all: adopt it or wait for it if it is there, else give it up. */
    EXHAUSTED,
    /** It was left as it was. Final. */
    LEFT,
    /** It was given up in this run. Final. */
    FAILED;

    /**
     * Whether nothing more is done for the index.
     *
     * @return true for {@link #LEFT} and {@link #FAILED}
     */
    public boolean isFinal() {
        return this == LEFT || this == FAILED;
    }
}
