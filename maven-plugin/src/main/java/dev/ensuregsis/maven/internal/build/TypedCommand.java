package dev.ensuregsis.maven.internal.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The command that the user typed, and those that go on from where it ended: with its goals, profiles and {@code gsi.*}
 * properties.
 *
 * @param goal the goal that runs, without its prefix
 * @param words what was typed to run it: goals or phases
 * @param options options like {@code -Pprod}, in order
 * @param properties all properties of the command line; only those of this plugin are repeated
 */
public record TypedCommand(String goal, List<String> words, List<String> options, Map<String, String> properties) {
    private static final String RETRY_FAILED = "gsi.retryFailed";
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.,:/=@%+-]+");

    /** Copies the collections. */
    public TypedCommand {
        words = List.copyOf(words);
        options = List.copyOf(options);
        properties = Map.copyOf(properties);
    }

    /** Whether a word names a goal, in one of Maven's forms: {@code goal}, {@code prefix:goal}, {@code …:goal@execution}. */
    static boolean names(String word, String goal) {
        return form(goal).matcher(word).matches();
    }

    private static Pattern form(String goal) {
        return Pattern.compile("(.*:)?" + Pattern.quote(goal) + "(@.*)?");
    }

    /**
     * The same command, which goes on where this run ended.
     *
     * @return the command
     */
    public String again() {
        return command(words, properties);
    }

    /**
     * The command that tries the failed ones, and only those.
     *
     * @return the command
     */
    public String retryFailed() {
        return with(RETRY_FAILED, "true");
    }

    /**
     * The same command with one more property.
     *
     * @param property the property
     * @param value its value
     * @return the command
     */
    public String with(String property, String value) {
        var more = new TreeMap<>(properties);
        more.put(property, value);
        return command(words, more);
    }

    /**
     * The command that runs another goal in this one's place.
     *
     * @param other the other goal, without its prefix
     * @return the command
     */
    public String instead(String other) {
        return command(
                words.stream()
                        .map(word -> form(goal).matcher(word).replaceFirst("$1" + other))
                        .toList(),
                properties);
    }

    /**
     * The command that runs another goal in this one's place, for certain indexes.
     *
     * @param other the other goal, without its prefix
     * @param indexes the indexes, comma-separated
     * @return the command
     */
    public String instead(String other, String indexes) {
        var named = new TreeMap<>(properties);
        named.put("gsi.indexes", indexes);
        named.remove("gsi.force");
        return command(
                words.stream()
                        .map(word -> form(goal).matcher(word).replaceFirst("$1" + other))
                        .toList(),
                named);
    }

    /**
     * The same command, after the classes of the project have been compiled.
     *
     * @return the command
     */
    public String afterCompile() {
        return command(Stream.concat(Stream.of("compile"), words.stream()).toList(), properties);
    }

    private String command(List<String> goals, Map<String, String> properties) {
        var command = new ArrayList<String>();
        command.add("mvn");
        options.forEach(option -> command.add(quoted(option)));
        command.addAll(goals);
        new TreeMap<>(properties).forEach((name, value) -> {
            if (name.startsWith("gsi.")) {
                command.add(quoted("-D" + name + "=" + value));
            }
        });
        return String.join(" ", command);
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
