package dev.ensuregsis.engine.definition.internal.format;

import java.util.Map;
import java.util.Optional;

/**
 * What the user supplies to complete the files.
 *
 * @param parameters values for a template's parameters and variables
 * @param tableNames real names for logical ids
 * @param prefix put before each defined table name
 * @param suffix put after each defined table name
 */
public record FormatSettings(
        Map<String, String> parameters, Map<String, String> tableNames, String prefix, String suffix) {

    /** Copies the maps. */
    public FormatSettings {
        parameters = Map.copyOf(parameters);
        tableNames = Map.copyOf(tableNames);
    }

    /** The real name of a table that a definition names. */
    public String decorated(String definedName) {
        return prefix + definedName + suffix;
    }

    /** The real name that the user gives to a logical id; it stays as it is. */
    public Optional<String> realName(String logicalId) {
        return Optional.ofNullable(tableNames.get(logicalId));
    }
}
