package dev.ensuregsis.engine.definition.internal.document;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Gathers the entries of an object. Not thread-safe. */
final class EntriesBuilder {
    private static final int ROOM = 2;

    private Keys keys;
    private Node[] values;
    private int size;

    /** Whether the keys are another object's, of which this one has had the first so far. */
    private boolean isAlike;

    EntriesBuilder() {
        this.keys = new Keys(ROOM);
        this.values = new Node[ROOM];
    }

    /** Of an object that may have the same keys as another: it then shares them. */
    EntriesBuilder(Keys ofAnother) {
        this.keys = ofAnother;
        this.values = new Node[ofAnother.size()];
        this.isAlike = true;
    }

    /** Sets an entry; what it was before, if it was. */
    @Nullable
    Node put(String key, Node value) {
        if (isAlike && size < values.length && keys.get(size).equals(key)) {
            values[size++] = value;
            return null;
        }
        ownKeys();
        int number = keys.numberOf(key);
        if (number != Keys.NONE) {
            var before = values[number];
            values[number] = value;
            return before;
        }
        keys.add(key);
        if (size == values.length) {
            values = Arrays.copyOf(values, ROOM + 2 * size);
        }
        values[size++] = value;
        return null;
    }

    private void ownKeys() {
        if (isAlike) {
            keys = keys.first(size);
            isAlike = false;
        }
    }

    /** The entries; the builder is used up. */
    Entries build() {
        if (size < keys.size()) {
            ownKeys();
        }
        return new Entries(keys, size == values.length ? values : Arrays.copyOf(values, size));
    }
}
