package dev.ensuregsis.engine.definition.internal.environment;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What is known of a file from outside it: of a template by the manifest that names it.
 *
 * @param environment where its tables are deployed
 * @param values values of pseudo-parameters and parameters
 * @param assets files that it may refer to by their hash
 */
public record Deployment(Environment environment, Map<String, String> values, Map<String, Path> assets) {

    /** Nothing is known. */
    public static final Deployment UNKNOWN = new Deployment(Environment.UNKNOWN, Map.of(), Map.of());

    /** Copies the maps. */
    public Deployment {
        values = Map.copyOf(values);
        assets = Map.copyOf(assets);
    }

    /** Its values, with region and account as the environment has them. */
    public Map<String, String> allValues() {
        var all = new HashMap<String, String>();
        if (environment.region() != null) {
            all.put("AWS::Region", environment.region());
        }
        if (environment.account() != null) {
            all.put("AWS::AccountId", environment.account());
        }
        all.putAll(values);
        return all;
    }
}
