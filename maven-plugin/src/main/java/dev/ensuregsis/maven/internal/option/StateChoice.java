package dev.ensuregsis.maven.internal.option;

import org.jspecify.annotations.Nullable;

/**
 * Which state a goal keeps, shows or puts away.
 *
 * @param directory where the state file lies; null for where the goal works
 * @param scriptName what the state calls the one who runs; null for the project's name
 */
public record StateChoice(
        @Nullable String directory, @Nullable String scriptName) {

    /**
     * Reads the options.
     *
     * @param options what the user gave
     * @return the choice
     */
    public static StateChoice read(OptionReader options) {
        return new StateChoice(options.text("gsi.stateDir"), options.text("gsi.scriptName"));
    }
}
