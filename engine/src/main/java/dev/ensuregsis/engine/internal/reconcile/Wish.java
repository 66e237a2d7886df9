package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.IndexShape;
import dev.ensuregsis.engine.definition.TableDefinition;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What is wanted of one table.
 *
 * @param definition what is to be there
 * @param leaving what is to go, by the index's name, each as it was shown
 */
public record Wish(TableDefinition definition, Map<String, IndexShape> leaving) {

    /** Copies the map, in order. */
    public Wish {
        leaving = Collections.unmodifiableMap(new LinkedHashMap<>(leaving));
    }

    /**
     * Nothing is to go.
     *
     * @param definition what is to be there
     */
    public Wish(TableDefinition definition) {
        this(definition, Map.of());
    }

    /** The names of all indexes that it is about, in order. */
    Set<String> indexNames() {
        var names = new LinkedHashSet<String>();
        definition.indexes().stream().map(IndexDefinition::name).forEach(names::add);
        names.addAll(leaving.keySet());
        return names;
    }
}
