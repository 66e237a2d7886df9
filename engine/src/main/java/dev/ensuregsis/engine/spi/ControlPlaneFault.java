package dev.ensuregsis.engine.spi;

import org.jspecify.annotations.Nullable;

/** What went wrong with a call, as raw facts; what they mean is for the error classifier to say. */
public sealed interface ControlPlaneFault {

    /**
     * What was said, for the user.
     *
     * @return the message, without stack traces and request ids
     */
    String message();

    /**
     * Hands this to the case that it is.
     *
     * @param cases one for each kind
     * @param <R> what they give
     * @return what the case gives
     */
    <R> R match(Cases<R> cases);

    /**
     * DynamoDB answered with an error.
     *
     * @param code the error's code like {@code LimitExceededException}; null where the answer had none
     * @param message what it said
     * @param httpStatus the HTTP status
     */
    record Answered(@Nullable String code, String message, int httpStatus) implements ControlPlaneFault {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.answered(this);
        }
    }

    /**
     * No connection was made: nobody listens. The call has had no effect.
     *
     * @param message what happened
     */
    record NotConnected(String message) implements ControlPlaneFault {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.notConnected(this);
        }
    }

    /**
     * No answer came: the connection broke, or it timed out. The call may have taken effect.
     *
     * @param message what happened
     */
    record NoAnswer(String message) implements ControlPlaneFault {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.noAnswer(this);
        }
    }

    /**
     * The endpoint's host has no address.
     *
     * @param message what happened
     */
    record UnknownHost(String message) implements ControlPlaneFault {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.unknownHost(this);
        }
    }

    /**
     * No credentials were found, or they could not be obtained.
     *
     * @param message what happened
     */
    record NoCredentials(String message) implements ControlPlaneFault {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.noCredentials(this);
        }
    }

    /**
     * The change was held back at the last moment: the state may be another's by the time that it takes effect. It has had
     * no effect.
     *
     * @param message why
     */
    record NotSent(String message) implements ControlPlaneFault {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.notSent(this);
        }
    }

    /**
     * The call could not be made for a reason that lies with this program.
     *
     * @param message what happened
     */
    record Unexpected(String message) implements ControlPlaneFault {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.unexpected(this);
        }
    }

    /**
     * A case for each kind, so that none can be forgotten.
     *
     * @param <R> what they give
     */
    interface Cases<R> {

        /**
         * {@link Answered}.
         *
         * @param fault the fault
         * @return what comes of it
         */
        R answered(Answered fault);

        /**
         * {@link NotConnected}.
         *
         * @param fault the fault
         * @return what comes of it
         */
        R notConnected(NotConnected fault);

        /**
         * {@link NoAnswer}.
         *
         * @param fault the fault
         * @return what comes of it
         */
        R noAnswer(NoAnswer fault);

        /**
         * {@link UnknownHost}.
         *
         * @param fault the fault
         * @return what comes of it
         */
        R unknownHost(UnknownHost fault);

        /**
         * {@link NoCredentials}.
         *
         * @param fault the fault
         * @return what comes of it
         */
        R noCredentials(NoCredentials fault);

        /**
         * {@link NotSent}.
         *
         * @param fault the fault
         * @return what comes of it
         */
        R notSent(NotSent fault);

        /**
         * {@link Unexpected}.
         *
         * @param fault the fault
         * @return what comes of it
         */
        R unexpected(Unexpected fault);
    }
}
