package dev.ensuregsis.engine.internal.check;

import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.definition.KeySchema;
import java.util.Map;

/**
 * An index that items are held against.
 *
 * @param id the index
 * @param key its key
 * @param types the types of the key's attributes, as far as they are known
 * @param defined whether it is defined
 * @param live whether the table has it
 */
record CheckedIndex(IndexId id, KeySchema key, Map<String, AttributeType> types, boolean defined, boolean live) {
    CheckedIndex {
        types = Map.copyOf(types);
    }
}
