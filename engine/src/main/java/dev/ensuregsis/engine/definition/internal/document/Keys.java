package dev.ensuregsis.engine.definition.internal.document;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The keys of an object, in order, each once; the first has number 0. They grow only as long as their object is built, so that
 * objects may share them then.
 */
final class Keys {
    /** Up to so many are found quicker by looking at each than by their hash. */
    private static final int FEW = 8;

    /** No number. */
    static final int NONE = -1;

    private String[] keys;
    private int size;
    private @Nullable Map<String, Integer> numbers;

    Keys(int room) {
        this.keys = new String[room];
    }

    /** The first so many of them, to add to. */
    Keys first(int count) {
        var first = new Keys(count + 1);
        for (int number = 0; number < count; number++) {
            first.add(keys[number]);
        }
        return first;
    }

    int size() {
        return size;
    }

    String get(int number) {
        return keys[number];
    }

    /** The number of a key; {@link #NONE} if it isn't there. */
    int numberOf(String key) {
        if (numbers != null) {
            return numbers.getOrDefault(key, NONE);
        }
        int hash = key.hashCode();
        for (int number = 0; number < size; number++) {
            if (keys[number].hashCode() == hash && keys[number].equals(key)) {
                return number;
            }
        }
        return NONE;
    }

    /** Adds one that isn't there. */
    void add(String key) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size + 2);
        }
        keys[size++] = key;
        if (numbers != null) {
            numbers.put(key, size - 1);
        } else if (size > FEW) {
            numbers = new HashMap<>();
            for (int number = 0; number < size; number++) {
                numbers.put(keys[number], number);
            }
        }
    }
}
