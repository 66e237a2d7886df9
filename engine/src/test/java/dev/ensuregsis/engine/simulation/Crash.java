package dev.ensuregsis.engine.simulation;

/** Our process died. What catches it finds a dead disk and a timeline that has ended. */
public final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    Crash(int step) {
        super("the process was killed before its step " + step);
    }
}
