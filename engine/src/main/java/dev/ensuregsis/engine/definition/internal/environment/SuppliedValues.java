package dev.ensuregsis.engine.definition.internal.environment;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Values for a template's parameters and variables.
 *
 * @param byName value by name
 * @param option what the option is called by which the user supplies more
 */
public record SuppliedValues(Map<String, String> byName, String option) {

    /** Copies the map. */
    public SuppliedValues {
        byName = Map.copyOf(byName);
    }

    /** A value; empty if nobody supplies it. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** These and others, which come before these. */
    public SuppliedValues with(Map<String, String> others) {
        var all = new HashMap<>(byName);
        all.putAll(others);
        return new SuppliedValues(all, option);
    }

    /** How the user supplies a value, in words. */
    public String howToGive(String name) {
        return "give it with " + option + "=" + name + "=<value>";
    }
}
