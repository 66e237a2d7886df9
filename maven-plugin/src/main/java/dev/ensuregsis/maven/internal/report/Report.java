package dev.ensuregsis.maven.internal.report;

import org.jspecify.annotations.Nullable;

/**
 * How a goal ended, whatever form it is written in.
 *
 * @param goal the goal, without prefix
 * @param ending how it ended
 * @param message what the build fails with; null if it doesn't
 * @param finding what it found or did; null if it was refused before it looked at anything
 */
public record Report(
        String goal,
        Ending ending,
        @Nullable String message,
        @Nullable Finding finding) {

    /** How a goal ends. */
    public enum Ending {
        /** The build goes on. */
        SUCCESS("success"),
        /** The build goes on: nothing is defined here, so there was nothing to do. */
        NOTHING("nothing"),
        /** The build fails over what was found. */
        FAILURE("failure"),
        /** The build fails before anything was looked at. */
        REFUSED("refused"),
        /** It was interrupted, or met with something that nobody foresaw: what it found isn't known. */
        BROKEN("broken");

        private final String word;

        Ending(String word) {
            this.word = word;
        }

        /** How reports say it. */
        String word() {
            return word;
        }
    }

    /**
     * The report of a goal that looked.
     *
     * @param goal the goal
     * @param finding what it found or did
     * @param complaint what the build fails with; null if it doesn't
     * @return the report
     */
    public static Report of(String goal, Finding finding, @Nullable String complaint) {
        return new Report(goal, complaint == null ? Ending.SUCCESS : Ending.FAILURE, complaint, finding);
    }

    /**
     * The report of a goal of which nothing is known but that it ended.
     *
     * @param goal the goal
     * @param message what the build fails with
     * @return the report
     */
    public static Report broken(String goal, String message) {
        return new Report(goal, Ending.BROKEN, message, null);
    }

    /**
     * The report of a goal that found nothing to look at.
     *
     * @param goal the goal
     * @return the report
     */
    public static Report nothing(String goal) {
        return new Report(goal, Ending.NOTHING, null, null);
    }

    /**
     * The report of a goal that was refused before it looked at anything.
     *
     * @param goal the goal
     * @param message what the build fails with
     * @return the report
     */
    public static Report refused(String goal, String message) {
        return new Report(goal, Ending.REFUSED, message, null);
    }
}
