package dev.ensuregsis.maven.internal.goal;

import dev.ensuregsis.engine.definition.TableCreation;
import dev.ensuregsis.engine.spi.LiveTable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a table gets when it is created, and never after by an engine that adds global indexes. An application misses it where
 * it was defined later.
 */
final class OnlyAtCreation {
    private OnlyAtCreation() {}

    /**
     * What is defined of the table and isn't there, in words; its key aside, which the engine compares.
     *
     * @param streamViewType of the table's stream; null if it has none, or none is defined
     */
    static List<String> lacking(TableCreation defined, LiveTable live, @Nullable String streamViewType) {
        var lacking = new ArrayList<String>();
        defined.localIndexes().stream()
                .filter(index -> !live.besides().localIndexes().contains(index))
                .forEach(index -> lacking.add("the local index " + index.name()));
        var stream = defined.settings().streamViewType();
        if (stream != null && !stream.equals(streamViewType)) {
            lacking.add("a stream of " + stream);
        }
        return lacking;
    }
}
