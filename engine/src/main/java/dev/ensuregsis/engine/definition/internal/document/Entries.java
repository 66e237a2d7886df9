package dev.ensuregsis.engine.definition.internal.document;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The entries of an object, in order: a map that nobody changes, so that objects may share it. Keys and values lie side by
 * side: a document is many small objects, and most of what it takes to read them is memory that is touched.
 */
public final class Entries extends AbstractMap<String, Node> {
    private final Keys keys;
    private final Node[] values;

    /** As many values as keys, of a maker that lets go of both. */
    Entries(Keys keys, Node[] values) {
        this.keys = keys;
        this.values = values;
    }

    /** The keys, for objects that have the same. */
    Keys keys() {
        return keys;
    }

    /** The same entries; copied as {@link java.util.List#copyOf} does it, only from what might change. */
    static Entries copyOf(Map<String, Node> map) {
        if (map instanceof Entries entries) {
            return entries;
        }
        var copy = new EntriesBuilder();
        map.forEach(copy::put);
        return copy.build();
    }

    /** The entries with what each is changed to, without those that are changed to null; themselves if all stay. */
    Entries withEach(BiFunction<String, Node, @Nullable Node> change) {
        for (int number = 0; number < values.length; number++) {
            var value = change.apply(keys.get(number), values[number]);
            if (value != values[number]) {
                return changedFrom(number, value, change);
            }
        }
        return this;
    }

    private Entries changedFrom(int first, @Nullable Node firstValue, BiFunction<String, Node, @Nullable Node> change) {
        var changed = new EntriesBuilder();
        for (int number = 0; number < values.length; number++) {
            var key = keys.get(number);
            var value =
                    number < first ? values[number] : number == first ? firstValue : change.apply(key, values[number]);
            if (value != null) {
                changed.put(key, value);
            }
        }
        return changed.build();
    }

    @Override
    public @Nullable Node get(@Nullable Object key) {
        int number = key instanceof String text ? keys.numberOf(text) : Keys.NONE;
        return number == Keys.NONE ? null : values[number];
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return get(key) != null;
    }

    /** Whether a key is of that kind. */
    boolean hasKey(Predicate<String> kind) {
        for (int number = 0; number < values.length; number++) {
            if (kind.test(keys.get(number))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public Collection<Node> values() {
        return Collections.unmodifiableList(Arrays.asList(values));
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super Node> action) {
        for (int number = 0; number < values.length; number++) {
            action.accept(keys.get(number), values[number]);
        }
    }

    @Override
    public Set<Map.Entry<String, Node>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<String, Node>> iterator() {
                return new Iterator<>() {
                    private int next;

                    @Override
                    public boolean hasNext() {
                        return next < values.length;
                    }

                    @Override
                    public Map.Entry<String, Node> next() {
                        if (!hasNext()) {
                            throw new NoSuchElementException();
                        }
                        return Map.entry(keys.get(next), values[next++]);
                    }
                };
            }

            @Override
            public int size() {
                return values.length;
            }
        };
    }
}
