package dev.ensuregsis.engine.control;

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
     * DynamoDB answered with an error.
     *
     * @param code the error's code like {@code LimitExceededException}; null where the answer had none
     * @param message what it said
     * @param httpStatus the HTTP status
     */
    record Answered(@Nullable String code, String message, int httpStatus) implements ControlPlaneFault {}

    /**
     * No answer came: refused, reset, timed out. The call may have taken effect.
     *
     * @param message what happened
     */
    record NoAnswer(String message) implements ControlPlaneFault {}

    /**
     * The endpoint's host has no address.
     *
     * @param message what happened
     */
    record UnknownHost(String message) implements ControlPlaneFault {}

    /**
     * No credentials were found, or they could not be obtained.
     *
     * @param message what happened
     */
    record NoCredentials(String message) implements ControlPlaneFault {}

    /**
     * The call could not be made for a reason that lies with this program.
     *
     * @param message what happened
     */
    record Unexpected(String message) implements ControlPlaneFault {}
}
