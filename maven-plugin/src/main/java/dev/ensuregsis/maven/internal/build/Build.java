package dev.ensuregsis.maven.internal.build;

import java.util.HashMap;
import java.util.Map;

/**
 * The Maven build in which a goal runs, as far as goals look at it.
 *
 * @param workplace where the goal works
 * @param typed the command that started it
 * @param projectProperties the properties of the project
 * @param offline whether Maven was told to stay offline
 * @param interactive whether somebody sits before it: not in batch mode
 */
public record Build(
        Workplace workplace,
        TypedCommand typed,
        Map<String, String> projectProperties,
        boolean offline,
        boolean interactive) {

    /** Copies the map. */
    public Build {
        projectProperties = Map.copyOf(projectProperties);
    }

    /**
     * The properties of the project, and over them those of the command line.
     *
     * @return the value by the name
     */
    public Map<String, String> properties() {
        var properties = new HashMap<>(projectProperties);
        properties.putAll(typed.properties());
        return properties;
    }
}
