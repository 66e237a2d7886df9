package dev.ensuregsis.maven.internal.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The commands that go on from where a run ended, as the user would type them: the goals, profiles and {@code gsi.*}
 * properties of this run's own command line.
 *
 * @param goals the goals or phases of the command line
 * @param options options like {@code -Pprod}, in order
 * @param properties all properties of the command line; only those of this plugin are repeated
 */
public record NextCommands(List<String> goals, List<String> options, Map<String, String> properties) {
    private static final String RETRY_FAILED = "gsi.retryFailed";
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.,:/=@%+-]+");

    /** Copies the collections. */
    public NextCommands {
        goals = List.copyOf(goals);
        options = List.copyOf(options);
        properties = Map.copyOf(properties);
    }

    /**
     * The same command, which goes on where this run ended.
     *
     * @return the command
     */
    public String again() {
        return command(properties);
    }

    /**
     * The command that tries the failed ones, and only those.
     *
     * @return the command
     */
    public String retryFailed() {
        var withRetry = new TreeMap<>(properties);
        withRetry.put(RETRY_FAILED, "true");
        return command(withRetry);
    }

    private String command(Map<String, String> properties) {
        var words = new ArrayList<String>();
        words.add("mvn");
        options.forEach(option -> words.add(quoted(option)));
        words.addAll(goals);
        new TreeMap<>(properties).forEach((name, value) -> {
            if (name.startsWith("gsi.")) {
                words.add(quoted("-D" + name + "=" + value));
            }
        });
        return String.join(" ", words);
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
