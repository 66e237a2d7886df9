package dev.ensuregsis.engine.definition.internal.document;

import java.util.AbstractMap;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The entries of an object, in order: a map that nobody changes, so that objects may share it. */
final class Entries extends AbstractMap<String, Node> {
    private final Map<String, Node> map;

    private Entries(Map<String, Node> map) {
        this.map = map;
    }

    /** The same entries; copied as {@link java.util.List#copyOf} does it, only from what might change. */
    static Entries copyOf(Map<String, Node> map) {
        return map instanceof Entries entries ? entries : new Entries(new LinkedHashMap<>(map));
    }

    /** The entries of a map that its maker lets go of. */
    static Entries of(Map<String, Node> letGoOf) {
        return new Entries(letGoOf);
    }

    @Override
    public @Nullable Node get(@Nullable Object key) {
        return map.get(key);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return map.containsKey(key);
    }

    @Override
    public Set<Map.Entry<String, Node>> entrySet() {
        return Collections.unmodifiableMap(map).entrySet();
    }

    @Override
    public Set<String> keySet() {
        return Collections.unmodifiableSet(map.keySet());
    }

    @Override
    public Collection<Node> values() {
        return Collections.unmodifiableCollection(map.values());
    }

    @Override
    public int size() {
        return map.size();
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super Node> action) {
        map.forEach(action);
    }
}
