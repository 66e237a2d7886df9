package dev.ensuregsis.maven.internal.console;

import java.time.Duration;
import java.util.Map;

/**
 * Who reads what a run prints.
 *
 * @param terminal whether somebody sits before it; else it is a log, read afterwards
 * @param indexes how many indexes the run is about
 * @param columns how wide a line may be on a terminal
 */
public record Audience(boolean terminal, int indexes, int columns) {
    private static final int MOST_LISTED = 50;
    private static final Duration BATCH_INTERVAL = Duration.ofMinutes(1);
    private static final Duration TERMINAL_INTERVAL = Duration.ofSeconds(15);

    /**
     * One of whose terminal nothing is known.
     *
     * @param terminal whether somebody sits before it
     * @param indexes how many indexes the run is about
     */
    public Audience(boolean terminal, int indexes) {
        this(terminal, indexes, TerminalWidth.of(Map.of()));
    }

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
