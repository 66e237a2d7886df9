package dev.ensuregsis.maven.internal.console;

import dev.ensuregsis.engine.spi.StateException;
import java.util.List;

/** What is printed when the process is told to end while a run is going on. */
public final class InterruptionText {
    private static final String INTERRUPTED = "Interrupted by user!";

    /** When the state was saved. */
    public static final List<String> SAVED =
            List.of("", INTERRUPTED, "State has been saved.", "Run the same command again to go on.");

    private InterruptionText() {}

    /**
     * When it was not.
     *
     * @param why why not
     * @return the lines
     */
    public static List<String> notSaved(StateException why) {
        return List.of("", INTERRUPTED, StateText.of(why));
    }
}
