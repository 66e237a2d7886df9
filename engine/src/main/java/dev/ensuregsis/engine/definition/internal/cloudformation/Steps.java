package dev.ensuregsis.engine.definition.internal.cloudformation;

/** How many values the functions of a template, and of all that are nested in it, have come to. Not thread-safe. */
public final class Steps {
    /** Far above what a deployment of hundreds of stacks comes to: as many as a document may have. */
    private static final int MAX = 1_000_000;

    private int taken;

    /** Takes one more; whether there are still any left. */
    boolean take() {
        return ++taken <= MAX;
    }
}
