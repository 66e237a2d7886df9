package dev.ensuregsis.engine.history;

import dev.ensuregsis.engine.simulation.FaultKind;
import java.util.Set;

/** A kind of thing that goes wrong in a history, until it ceases. */
enum Trouble {
    THROTTLING,
    SERVER_ERRORS,
    LOST_ANSWERS,
    RESETS,
    TIME_OUTS,
    SLOW_ANSWERS,
    UNKNOWN_LIMITS,
    /** A create call is accepted, and nothing comes of it. */
    VANISHING,
    /** The credentials of a process stop being good while it runs. */
    EXPIRING_CREDENTIALS,
    /** The first looks of a process break before the first answer. */
    BROKEN_BEGINNINGS,

    /** STS may not be asked whose the credentials are. */
    UNKNOWN_CALLER,

    /** One engine makes several runs in one JVM. */
    SEVERAL_RUNS_OF_ONE_ENGINE,

    /** Plans are made between the runs. */
    PLANS,

    /** Our listener throws exceptions; and Errors, which end a run, until they cease. */
    THROWING_LISTENERS,

    /** The clock on the wall is set forward and back by hours. */
    CLOCK_JUMPS,

    /** Someone else creates, deletes and changes tables and indexes. */
    SOMEONE_ELSE,
    /** Our process dies between two steps. */
    CRASHES,
    /** Our process is interrupted between two steps. */
    INTERRUPTIONS,
    /** The account lets two or three tables change at a time. Doesn't cease. */
    FEW_TABLES_IN_FLIGHT,
    /** The account lets a call through every few seconds. Doesn't cease. */
    LOW_RATES,
    /** Tables and indexes that can't be had: missing, denied, full, different. Doesn't cease. */
    OBSTACLES;

    /** What it does to calls on their way. */
    Set<FaultKind> faults() {
        return switch (this) {
            case THROTTLING -> Set.of(FaultKind.THROTTLING);
            case SERVER_ERRORS -> Set.of(FaultKind.SERVER_ERROR, FaultKind.SERVER_ERROR_WITHOUT_CODE);
            case LOST_ANSWERS -> Set.of(FaultKind.LOST_ANSWER);
            case RESETS -> Set.of(FaultKind.RESET);
            case TIME_OUTS -> Set.of(FaultKind.TIME_OUT);
            case SLOW_ANSWERS -> Set.of(FaultKind.SLOW_ANSWER);
            case UNKNOWN_LIMITS -> Set.of(FaultKind.UNKNOWN_LIMIT);
            case VANISHING -> Set.of(FaultKind.VANISHING);
            default -> Set.of();
        };
    }
}
