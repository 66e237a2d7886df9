package dev.ensuregsis.junit.internal;

import dev.ensuregsis.engine.definition.AttributeType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A key attribute as an annotation writes it: {@code "name"} or {@code "name:S|N|B"}.
 *
 * @param name the attribute's name
 * @param type its type; null where nothing is said
 */
record KeyAttribute(String name, @Nullable AttributeType type) {

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if what follows the last colon is no type
     */
    static KeyAttribute parse(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 0) {
            return new KeyAttribute(text, null);
        }
        var suffix = text.substring(colon + 1);
        return Arrays.stream(AttributeType.values())
                .filter(type -> type.name().equals(suffix))
                .findFirst()
                .map(type -> new KeyAttribute(text.substring(0, colon), type))
                .orElseThrow(() -> new IllegalArgumentException("\"" + text + "\" has the type \"" + suffix
                        + "\": write S, N or B after the colon; if the colon belongs to the name, write the type after it"
                        + " (\"" + text + ":S\")"));
    }
}
