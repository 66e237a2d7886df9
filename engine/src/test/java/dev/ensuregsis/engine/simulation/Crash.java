package dev.ensuregsis.engine.simulation;

/** Our process died. An error, so that nothing of ours that catches exceptions survives it. */
public final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    Crash(int step) {
        super("the process was killed before its step " + step);
    }
}
