package dev.ensuregsis.maven.internal.option;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the DynamoDB Local of the Maven session is to be like.
 *
 * @param port its port; 0 for a free one; null where nothing is said
 * @param folder what keeps its data; null for in memory
 * @param strict how much it refuses: the name of one of {@code DEFAULT}, {@code ALL}, {@code OFF}
 * @param indexLag how far its indexes are behind; null for not at all
 */
public record EmbeddedOptions(
        @Nullable Integer port,
        @Nullable String folder,
        String strict,
        @Nullable Duration indexLag) {
    private static final int LARGEST_PORT = 65_535;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,5}");
    private static final List<String> STRICTNESSES = List.of("DEFAULT", "ALL", "OFF");
    private static final Pattern NONE = Pattern.compile("(?i)0\\s*(ms|s|m|min|h|d)?|PT0S");

    /**
     * Reads the options.
     *
     * @param options what the user gave; is told what is refused
     * @return the options
     */
    public static EmbeddedOptions read(OptionReader options) {
        var folder = options.text("gsi.dbPath");
        var indexLag = indexLag(options);
        if (folder != null && indexLag != null) {
            options.refuse("gsi.indexLag", "left out beside gsi.dbPath: indexes that lag are in memory");
        }
        return new EmbeddedOptions(port(options), folder, strict(options), indexLag);
    }

    /**
     * The same, on a port where nothing is said.
     *
     * @param usual the port
     * @return the options
     */
    public EmbeddedOptions orOnPort(int usual) {
        return port == null ? new EmbeddedOptions(usual, folder, strict, indexLag) : this;
    }

    private static @Nullable Integer port(OptionReader options) {
        var text = options.text("gsi.embeddedPort");
        if (text == null) {
            return null;
        }
        if (NUMBER.matcher(text).matches() && Integer.parseInt(text) <= LARGEST_PORT) {
            return Integer.valueOf(text);
        }
        options.refuse("gsi.embeddedPort", "a port from 1 to " + LARGEST_PORT + ", or 0 for a free one");
        return null;
    }

    private static String strict(OptionReader options) {
        var text = options.text("gsi.strict");
        var name = text == null ? STRICTNESSES.get(0) : text.toUpperCase(Locale.ROOT);
        if (!STRICTNESSES.contains(name)) {
            options.refuse("gsi.strict", "one of " + String.join(", ", STRICTNESSES));
        }
        return name;
    }

    /** Tests may be told a lag of nothing, by the same property. */
    private static @Nullable Duration indexLag(OptionReader options) {
        var text = options.text("gsi.indexLag");
        return text == null || NONE.matcher(text).matches() ? null : options.duration("gsi.indexLag");
    }
}
