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
     * No connection came about in time. The call has had no effect.
     *
     * @param message what happened
     */
    record TimedOut(String message) implements ControlPlaneFault {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.timedOut(this);
        }
    }

    /**
     * Whoever answered showed a certificate that isn't trusted here. The call has had no effect.
     *
     * @param message what happened
     */
    record NotTrusted(String message) implements ControlPlaneFault {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.notTrusted(this);
        }
    }

    /**
     * A proxy on the way refused to pass the call on. It has had no effect.
     *
     * @param httpStatus the HTTP status that the proxy gave
     * @param message what it said
     */
    record ProxyRefused(int httpStatus, String message) implements ControlPlaneFault {
        /** Proxy Authentication Required. */
        public static final int AUTHENTICATION_REQUIRED = 407;

        /**
         * Whether it wants a user and a password, or others than it was given.
         *
         * @return true for status 407
         */
        public boolean wantsPassword() {
            return httpStatus == AUTHENTICATION_REQUIRED;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.proxyRefused(this);
        }
    }

    /**
     * No answer came: the connection broke, or the answer took too long. The call may have taken effect.
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
         * {@link TimedOut}.
         *
         * @param fault the fault
         * @return what comes of it
         */
        R timedOut(TimedOut fault);

        /**
         * {@link NotTrusted}.
         *
         * @param fault the fault
         * @return what comes of it
         */
        R notTrusted(NotTrusted fault);

        /**
         * {@link ProxyRefused}.
         *
         * @param fault the fault
         * @return what comes of it
         */
        R proxyRefused(ProxyRefused fault);

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
