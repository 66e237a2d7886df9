package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.definition.IndexShape;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a run is sent for.
 *
 * @param purpose which kind of run it is
 * @param leaving the indexes that are to go, in order, each as it was shown to who named it; nothing else ever goes
 */
public record Errand(Purpose purpose, Map<IndexId, IndexShape> leaving) {
    /** To ensure what is defined, and to delete nothing. */
    public static final Errand ENSURE = new Errand(Purpose.ENSURE, Map.of());

    /** The kinds of run. */
    public enum Purpose {
        /** To have what is defined. */
        ENSURE,
        /** To have what is defined in place of what is otherwise. */
        REPLACE,
        /** To be rid of what isn't defined. */
        DELETE
    }

    /** Copies the map. */
    public Errand {
        leaving = Collections.unmodifiableMap(new LinkedHashMap<>(leaving));
        if (purpose == Purpose.ENSURE && !leaving.isEmpty()) {
            throw new IllegalArgumentException("who ensures deletes nothing: " + leaving.keySet());
        }
    }

    /** Whether what failed before is to be tried all the same: each index was named. */
    boolean isForNamedOnes() {
        return purpose != Purpose.ENSURE;
    }

    /** Whether what goes is to stay away. */
    boolean isForGood() {
        return purpose == Purpose.DELETE;
    }

    /** What is to go of one table, by the index's name, in order. */
    Map<String, IndexShape> leavingOf(String tableName) {
        var ofTable = new LinkedHashMap<String, IndexShape>();
        leaving.forEach((id, shape) -> {
            if (id.tableName().equals(tableName)) {
                ofTable.put(id.indexName(), shape);
            }
        });
        return ofTable;
    }
}
