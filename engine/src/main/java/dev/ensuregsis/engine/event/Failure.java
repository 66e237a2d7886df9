package dev.ensuregsis.engine.event;

import dev.ensuregsis.engine.spi.FailureKind;

/**
 * Why something did not succeed, for the person who has to act on it.
 *
 * @param kind of what kind the reason is
 * @param code DynamoDB's error code like {@code LimitExceededException}, or one of this tool's own where DynamoDB made
 *     no objection, like {@code IndexDiffers}
 * @param message what DynamoDB said, or what was found
 * @param meaning what that means here
 * @param waitingHelps whether the same run may succeed later without any change
 * @param nextStep what to do now
 */
public record Failure(
        FailureKind kind, String code, String message, String meaning, boolean waitingHelps, NextStep nextStep) {

    /**
     * Code and message, as the state keeps them.
     *
     * @return {@code code: message}
     */
    public String summary() {
        return code + ": " + message;
    }

    /**
     * All of it for a reader who knows no option and no annotation: summary, meaning and next step.
     *
     * @return three lines, the latter two indented
     */
    public String inFull() {
        return String.join(System.lineSeparator(), summary(), "  " + meaning, "  " + nextStep.plainWords());
    }
}
