package dev.ensuregsis.engine.event;

/**
 * Why something did not succeed, for the person who has to act on it.
 *
 * @param code DynamoDB's error code like {@code LimitExceededException}, or one of this tool's own where DynamoDB made
 *     no objection, like {@code IndexDiffers}
 * @param message what DynamoDB said, or what was found
 * @param meaning what that means here
 * @param waitingHelps whether the same run may succeed later without any change
 * @param nextStep what to do now
 */
public record Failure(String code, String message, String meaning, boolean waitingHelps, String nextStep) {
    /** The code of an index that is there otherwise than defined. */
    public static final String INDEX_DIFFERS = "IndexDiffers";

    /**
     * Code and message, as the state file keeps them.
     *
     * @return {@code code: message}
     */
    public String summary() {
        return code + ": " + message;
    }
}
