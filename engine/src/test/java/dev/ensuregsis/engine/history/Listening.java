package dev.ensuregsis.engine.history;

import java.util.random.RandomGenerator;

/** What becomes of our listener when it hears of something. */
enum Listening {
    /** Nothing. */
    CALM(false, false),
    /** It throws an exception at times, which is nobody's business. */
    THROWING(true, false),
    /** It throws an Error at times, too, which ends the run. */
    BREAKING(true, true);

    private static final int EXCEPTION_ONE_IN = 3;
    private static final int ERROR_ONE_IN = 60;

    private final boolean throwsExceptions;
    private final boolean throwsErrors;

    Listening(boolean throwsExceptions, boolean throwsErrors) {
        this.throwsExceptions = throwsExceptions;
        this.throwsErrors = throwsErrors;
    }

    /** Hears. */
    void hear(RandomGenerator random) {
        if (throwsErrors && random.nextInt(ERROR_ONE_IN) == 0) {
            throw new Broken();
        }
        if (throwsExceptions && random.nextInt(EXCEPTION_ONE_IN) == 0) {
            throw new IllegalStateException("from a listener");
        }
    }

    /** The Error. */
    static final class Broken extends Error {
        private static final long serialVersionUID = 1L;

        Broken() {
            super("from a listener");
        }
    }
}
