package dev.ensuregsis.engine.definition.internal.document;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Gathers the entries of an object. Not thread-safe. */
final class EntriesBuilder {
    private static final int ROOM = 2;

    private final Keys keys = new Keys(ROOM);
    private Node[] values = new Node[ROOM];

    /** Sets an entry; what it was before, if it was. */
    @Nullable
    Node put(String key, Node value) {
        int number = keys.numberOf(key);
        if (number != Keys.NONE) {
            var before = values[number];
            values[number] = value;
            return before;
        }
        if (keys.size() == values.length) {
            values = Arrays.copyOf(values, 2 * values.length);
        }
        values[keys.size()] = value;
        keys.add(key);
        return null;
    }

    /** The entries; the builder is used up. */
    Entries build() {
        int size = keys.size();
        return new Entries(keys, size == values.length ? values : Arrays.copyOf(values, size));
    }
}
