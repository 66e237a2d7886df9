package dev.ensuregsis.maven.internal.console;

import java.time.Duration;

/**
 * Who reads what a run prints.
 *
 * @param terminal whether somebody sits before it; else it is a log, read afterwards
 * @param indexes how many indexes the run is about
 */
public record Audience(boolean terminal, int indexes) {
    private static final int MOST_LISTED = 50;
    private static final Duration BATCH_INTERVAL = Duration.ofMinutes(1);
    private static final Duration TERMINAL_INTERVAL = Duration.ofSeconds(15);

    /** Whether what goes well is counted instead of listed. */
    boolean wantsCounts() {
        return !terminal && indexes > MOST_LISTED;
    }

    /** How much is said of a wait. */
    WaitingDetail waitingDetail() {
        return terminal ? WaitingDetail.TABLES : WaitingDetail.SUMMARY;
    }

    /**
     * How often a wait is told of where the user says nothing.
     *
     * @return the time between two tellings
     */
    public Duration interval() {
        return terminal ? TERMINAL_INTERVAL : BATCH_INTERVAL;
    }
}
