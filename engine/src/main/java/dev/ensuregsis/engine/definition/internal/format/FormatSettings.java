package dev.ensuregsis.engine.definition.internal.format;

import dev.ensuregsis.engine.definition.DefinitionOption;
import dev.ensuregsis.engine.definition.internal.environment.AskedEnvironment;
import dev.ensuregsis.engine.definition.internal.environment.Deployment;
import dev.ensuregsis.engine.definition.internal.environment.SuppliedValues;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the user supplies to complete the files.
 *
 * @param parameters values for a template's parameters and variables
 * @param naming how tables are really called
 * @param asked the environment that the run is about
 * @param optionNames what the user calls the options that supply all this
 */
public record FormatSettings(
        Map<String, String> parameters,
        TableNaming naming,
        AskedEnvironment asked,
        Function<DefinitionOption, String> optionNames) {

    /** Copies the map. */
    public FormatSettings {
        parameters = Map.copyOf(parameters);
    }

    /** What the user calls an option. */
    public String nameOf(DefinitionOption option) {
        return optionNames.apply(option);
    }

    /** Values for a template: the user's, then those of its deployment, then what the environment asked for says. */
    public SuppliedValues values(Deployment deployment) {
        var values = new HashMap<String, String>();
        if (asked.region() != null) {
            values.put("AWS::Region", asked.region());
        }
        if (asked.account() != null) {
            values.put("AWS::AccountId", asked.account());
        }
        values.putAll(deployment.allValues());
        values.putAll(parameters);
        return new SuppliedValues(values, nameOf(DefinitionOption.PARAMETERS));
    }

    /** Values for a template that tells its own deployment: the user's, then what the environment asked for says. */
    public SuppliedValues supplied() {
        return values(Deployment.UNKNOWN);
    }

    /** The real name of a table that a definition names. */
    public String decorated(String definedName) {
        return naming.prefix() + definedName + naming.suffix();
    }

    /** The real name that the user gives to a logical id; it stays as it is. */
    public Optional<String> realName(String logicalId) {
        return Optional.ofNullable(naming.given().get(logicalId));
    }
}
