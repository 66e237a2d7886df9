package dev.ensuregsis.engine.definition;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The names of indexes among each other: {@code table.index}, and {@code table/index} for the later one of two pairs that
 * join to one text, as dots may stand in both names and a slash in none. One order of indexes gives one set of names.
 * Not thread-safe.
 */
public final class IndexNames {
    private final Set<String> taken = new HashSet<>();

    /** No names yet. */
    public IndexNames() {}

    /**
     * Names an index that comes after those named already.
     *
     * @param id the index; one that was not named before
     * @return its name, which no earlier one has
     */
    public String next(IndexId id) {
        var joined = joined(id);
        return !isAmbiguous(id) || taken.add(joined) ? joined : apart(id);
    }

    /** Only a text of several dots can be split at another. */
    private static boolean isAmbiguous(IndexId id) {
        return id.tableName().indexOf('.') >= 0 || id.indexName().indexOf('.') >= 0;
    }

    /**
     * The names of several indexes.
     *
     * @param ids the indexes, in the order of the definitions
     * @return the name of each
     */
    public static Map<IndexId, String> of(Collection<IndexId> ids) {
        var names = new IndexNames();
        var byId = new HashMap<IndexId, String>();
        ids.forEach(id -> byId.computeIfAbsent(id, names::next));
        return byId;
    }

    /**
     * The name of one of several indexes.
     *
     * @param id which
     * @param among the indexes, in the order of the definitions
     * @return its name; of one that isn't among them, as if it were alone
     */
    public static String of(IndexId id, Collection<IndexId> among) {
        return isAmbiguous(id) ? of(among).getOrDefault(id, joined(id)) : joined(id);
    }

    /**
     * Whether a text is one of the two names that an index can have.
     *
     * @param id the index
     * @param name the text
     * @return true if so
     */
    public static boolean isNameOf(IndexId id, String name) {
        return name.equals(joined(id)) || name.equals(apart(id));
    }

    /** States have it: it is spelled out here, whatever an id shows people. */
    private static String joined(IndexId id) {
        return id.tableName() + "." + id.indexName();
    }

    private static String apart(IndexId id) {
        return id.tableName() + "/" + id.indexName();
    }
}
