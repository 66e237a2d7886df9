package dev.ensuregsis.maven;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the user gave for parameters, as text, by the property's name. */
final class GivenOptions {
    private final Map<String, String> byProperty = new HashMap<>();

    void put(String property, @Nullable String text) {
        if (text != null) {
            byProperty.put(property, text);
        }
    }

    Map<String, String> byProperty() {
        return Map.copyOf(byProperty);
    }
}
