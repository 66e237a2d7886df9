package dev.ensuregsis.engine.event;

/** What a run would do with an index. */
public enum PlannedAction {
    /** It is ACTIVE and as defined. */
    NOTHING,
    /** It is being built: wait for it. */
    WAIT,
    /** It is ACTIVE and has the write capacity of its build still: lower that. */
    LOWER_CAPACITY,
    /** Create it on its table. */
    CREATE,
    /** Create its table with it. */
    CREATE_WITH_TABLE,
    /** Delete it as it is, and create it as it is defined. */
    REPLACE,
    /** Delete it. */
    DELETE,
    /** It failed in an earlier run, and is left alone without {@code retryFailed}. */
    LEAVE_FAILED,
    /** It is missing and has not failed, and the run only retries what failed. */
    LEAVE_PENDING,
    /** Its table could not be looked at yet: what to do is decided when it is seen. */
    NOT_SEEN,
    /** It can't be ensured. */
    FAIL
}
