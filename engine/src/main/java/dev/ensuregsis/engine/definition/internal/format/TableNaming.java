package dev.ensuregsis.engine.definition.internal.format;

import java.util.Map;

/**
 * How a table that a definition names is really called.
 *
 * @param given real names by logical id or file name; they stay as they are
 * @param prefix put before each other table name
 * @param suffix put after each other table name
 */
public record TableNaming(Map<String, String> given, String prefix, String suffix) {

    /** Copies the map. */
    public TableNaming {
        given = Map.copyOf(given);
    }
}
