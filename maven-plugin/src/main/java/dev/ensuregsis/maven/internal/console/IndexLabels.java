package dev.ensuregsis.maven.internal.console;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.definition.IndexNames;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What indexes are called among each other: no two of them by one text.
 *
 * @param byIndex the name of each
 */
public record IndexLabels(Map<IndexId, String> byIndex) {
    /** Each by the names of its table and its own, as if there were no other. */
    static final IndexLabels ALONE = new IndexLabels(Map.of());

    /** Copies the map. */
    public IndexLabels {
        byIndex = Map.copyOf(byIndex);
    }

    /**
     * Names indexes.
     *
     * @param ids the indexes, in the order of the definitions
     * @return their names
     */
    public static IndexLabels of(Collection<IndexId> ids) {
        return new IndexLabels(IndexNames.of(ids));
    }

    /**
     * The name of one.
     *
     * @param id the index
     * @return its name; of one that isn't among them, as if it were alone
     */
    public String of(IndexId id) {
        return byIndex.getOrDefault(id, id.toString());
    }

    /** The names of several. */
    List<String> each(Collection<IndexId> ids) {
        return ids.stream().map(this::of).toList();
    }
}
