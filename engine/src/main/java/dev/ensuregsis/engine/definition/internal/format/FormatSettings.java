package dev.ensuregsis.engine.definition.internal.format;

import dev.ensuregsis.engine.definition.internal.environment.AskedEnvironment;
import dev.ensuregsis.engine.definition.internal.environment.Deployment;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the user supplies to complete the files.
 *
 * @param parameters values for a template's parameters and variables
 * @param tableNames real names for logical ids
 * @param prefix put before each defined table name
 * @param suffix put after each defined table name
 * @param asked the environment that the run is about
 */
public record FormatSettings(
        Map<String, String> parameters,
        Map<String, String> tableNames,
        String prefix,
        String suffix,
        AskedEnvironment asked) {

    /** Copies the maps. */
    public FormatSettings {
        parameters = Map.copyOf(parameters);
        tableNames = Map.copyOf(tableNames);
    }

    /** Values for a template: the user's, then those of its deployment, then what the environment asked for says. */
    public Map<String, String> values(Deployment deployment) {
        var values = new HashMap<String, String>();
        if (asked.region() != null) {
            values.put("AWS::Region", asked.region());
        }
        if (asked.account() != null) {
            values.put("AWS::AccountId", asked.account());
        }
        values.putAll(deployment.allValues());
        values.putAll(parameters);
        return values;
    }

    /** Values for a template that tells its own deployment: the user's, then what the environment asked for says. */
    public Map<String, String> supplied() {
        return values(Deployment.UNKNOWN);
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
