package dev.ensuregsis.maven.internal.option;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which state a goal keeps, shows or puts away.
 *
 * @param directory where the state file lies; null for where the goal works
 * @param scriptName what the state calls the one who runs; null for the project's name
 * @param table the table that holds it; null for a file
 * @param takesFileIn whether a state file is taken into the table; null where nothing is said
 * @param lockTimeout how long to wait for another run that lives; zero for not at all
 */
public record StateChoice(
        @Nullable String directory,
        @Nullable String scriptName,
        @Nullable StateTable table,
        @Nullable Boolean takesFileIn,
        Duration lockTimeout) {
    private static final Pattern TABLE = Pattern.compile("dynamodb:([a-zA-Z0-9_.-]{3,255})");
    private static final String FILE = "file";

    /** A file where the goal works, and nobody waited for. */
    public static final StateChoice DEFAULT = new StateChoice(null, null, null, null, Duration.ZERO);

    /**
     * Reads the options.
     *
     * @param options what the user gave; is told what is refused
     * @return the choice
     */
    public static StateChoice read(OptionReader options) {
        return new StateChoice(
                options.text("gsi.stateDir"),
                options.text("gsi.scriptName"),
                table(options),
                options.text("gsi.importState") == null ? null : options.flag("gsi.importState", false),
                options.durationOrZero("gsi.lockTimeout"));
    }

    private static @Nullable StateTable table(OptionReader options) {
        var state = options.text("gsi.state");
        if (state == null || state.equals(FILE)) {
            return null;
        }
        var table = TABLE.matcher(state);
        if (!table.matches()) {
            options.refuse("gsi.state", "file, or dynamodb:TABLE with the name of a table");
            return null;
        }
        return new StateTable(
                table.group(1),
                options.flag("gsi.createStateTable", false),
                options.region("gsi.stateRegion"),
                options.text("gsi.stateProfile"),
                options.text("gsi.stateEndpoint") == null ? null : Endpoint.read("gsi.stateEndpoint", options));
    }
}
