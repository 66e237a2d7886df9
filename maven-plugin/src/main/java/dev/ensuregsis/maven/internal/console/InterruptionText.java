package dev.ensuregsis.maven.internal.console;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.spi.StateException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** What is printed when the process is told to end while a run is going on. */
public final class InterruptionText {
    private static final String INTERRUPTED = "Interrupted by user!";

    /** When the state was saved. */
    public static final List<String> SAVED =
            List.of("", INTERRUPTED, "State has been saved.", "Run the same command again to go on.");

    private InterruptionText() {}

    /**
     * When the run goes on for a while, so that what it deleted is asked for again.
     *
     * @param indexes the indexes that are gone, or going, and not under way again
     * @return the lines
     */
    public static List<String> goingOn(Collection<IndexId> indexes) {
        return List.of(
                "",
                "Interrupted: going on until the creation of what is being replaced was accepted, as its old index is"
                        + " gone or going: "
                        + indexes.stream()
                                .map(id -> id.tableName() + "/" + id.indexName())
                                .collect(Collectors.joining(", ")));
    }

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
