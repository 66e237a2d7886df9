package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.internal.reconcile.TableRecord.IndexRecord;
import dev.ensuregsis.engine.spi.LiveIndex;
import dev.ensuregsis.engine.spi.LiveTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A defined index that a decision may be about: brought together once, as every rule asks it of every index.
 *
 * @param definition what is wanted
 * @param record what this run has tried and seen of it
 * @param live what the last look showed under its name; null if nothing
 */
record Candidate(
        IndexDefinition definition,
        IndexRecord record,
        @Nullable LiveIndex live) {
    private static final IndexRecord UNTOUCHED = IndexRecord.untouched(Standing.WANTED);

    /** The indexes for which something may still be done, in the order of their definition. */
    static List<Candidate> open(TableDefinition desired, Optional<LiveTable> observed, TableRecord record) {
        var live = observed.map(Candidate::byName).orElse(Map.of());
        var open = new ArrayList<Candidate>(desired.indexes().size());
        for (var index : desired.indexes()) {
            var known = record.indexes().getOrDefault(index.name(), UNTOUCHED);
            if (!known.standing().isFinal()) {
                open.add(new Candidate(index, known, live.get(index.name())));
            }
        }
        return open;
    }

    private static Map<String, LiveIndex> byName(LiveTable table) {
        var live = new HashMap<String, LiveIndex>(2 * table.indexes().size());
        table.indexes().forEach(index -> live.put(index.name(), index));
        return live;
    }

    String name() {
        return definition.name();
    }

    Standing standing() {
        return record.standing();
    }
}
