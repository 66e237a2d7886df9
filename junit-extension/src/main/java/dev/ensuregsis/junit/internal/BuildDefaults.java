package dev.ensuregsis.junit.internal;

import dev.ensuregsis.junit.Isolation;
import dev.ensuregsis.junit.Server;
import dev.ensuregsis.local.DatabaseOptions;
import dev.ensuregsis.local.Strict;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What holds for a whole build where no annotation says otherwise: the JUnit configuration parameters.
 *
 * @param server {@code gsi.server}; AUTO where it isn't given
 * @param endpoint {@code gsi.endpoint}
 * @param locations {@code gsi.definitions}, separated by commas
 * @param templateValues what is meant of the definitions, and values for them
 * @param isolation {@code gsi.isolation}; INFERRED where it isn't given
 * @param database {@code gsi.strict} and {@code gsi.indexLag}
 * @param allowedHosts {@code gsi.allowedHosts}, separated by commas
 * @param containerImage {@code gsi.containerImage}
 * @param containerRequired {@code gsi.containerRequired}
 * @param accessKeyId {@code gsi.accessKeyId}
 * @param region {@code gsi.region}
 */
record BuildDefaults(
        Server server,
        @Nullable String endpoint,
        List<String> locations,
        TemplateValues templateValues,
        Isolation isolation,
        DatabaseOptions database,
        List<String> allowedHosts,
        @Nullable String containerImage,
        boolean containerRequired,
        @Nullable String accessKeyId,
        @Nullable String region) {

    /** What the Maven goals take for a server of theirs, and Maven hands on to the tests: they have one of their own anyway. */
    private static final String EMBEDDED = "embedded";

    /**
     * Reads them.
     *
     * @param parameters gives the value of a configuration parameter
     * @throws IllegalArgumentException if one has a value that it can't have
     */
    static BuildDefaults from(Function<String, Optional<String>> parameters) {
        Function<String, Optional<String>> given =
                name -> parameters.apply(name).map(String::strip).filter(value -> !value.isEmpty());
        return new BuildDefaults(
                constant(given, "gsi.server", Server.AUTO),
                given.apply("gsi.endpoint")
                        .filter(endpoint -> !endpoint.equals(EMBEDDED))
                        .orElse(null),
                list(given, "gsi.definitions"),
                new TemplateValues(
                        pairs(given, "gsi.parameters"),
                        pairs(given, "gsi.tableNames"),
                        list(given, "gsi.stack"),
                        given.apply("gsi.account").orElse(null),
                        given.apply("gsi.region").orElse(null),
                        flag(given, "gsi.strictDefinitions")),
                constant(given, "gsi.isolation", Isolation.INFERRED),
                new DatabaseOptions(
                        constant(given, "gsi.strict", Strict.DEFAULT),
                        given.apply("gsi.indexLag").map(BuildDefaults::indexLag).orElse(null)),
                list(given, "gsi.allowedHosts"),
                given.apply("gsi.containerImage").orElse(null),
                flag(given, "gsi.containerRequired"),
                given.apply("gsi.accessKeyId").orElse(null),
                given.apply("gsi.region").orElse(null));
    }

    private static @Nullable Duration indexLag(String text) {
        return WantedOptions.lag("the JUnit configuration parameter gsi.indexLag", text);
    }

    private static <E extends Enum<E>> E constant(
            Function<String, Optional<String>> parameters, String name, E unstated) {
        var text = parameters.apply(name);
        if (text.isEmpty()) {
            return unstated;
        }
        var constants = unstated.getDeclaringClass().getEnumConstants();
        return Arrays.stream(constants)
                .filter(constant -> constant.name().equals(text.get().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> refused(
                        name,
                        text.get(),
                        Arrays.stream(constants).map(Enum::name).collect(Collectors.joining(", "))));
    }

    private static boolean flag(Function<String, Optional<String>> parameters, String name) {
        return parameters
                .apply(name)
                .map(text -> switch (text.toLowerCase(Locale.ROOT)) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw refused(name, text, "true, false");
                })
                .orElse(false);
    }

    private static List<String> list(Function<String, Optional<String>> parameters, String name) {
        return parameters.apply(name).stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static Map<String, String> pairs(Function<String, Optional<String>> parameters, String name) {
        var pairs = new LinkedHashMap<String, String>();
        for (var pair : list(parameters, name)) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw refused(name, pair, "name=value, several of them separated by commas");
            }
            pairs.put(
                    pair.substring(0, equals).strip(),
                    pair.substring(equals + 1).strip());
        }
        return pairs;
    }

    private static IllegalArgumentException refused(String name, String value, String allowed) {
        return new IllegalArgumentException(
                "the JUnit configuration parameter " + name + " is \"" + value + "\", and may be one of: " + allowed);
    }
}
