package dev.ensuregsis.engine.internal.check;

import dev.ensuregsis.engine.check.Sample;
import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.internal.reconcile.RaisedWrites;
import dev.ensuregsis.engine.spi.LiveIndex;
import dev.ensuregsis.engine.spi.LiveTable;
import dev.ensuregsis.engine.spi.ReadableTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What a table's items are held against: its defined indexes, and those that it has besides. Where an index is both, the
 * definition counts.
 *
 * @param table the table
 * @param indexes the indexes; empty if there is nothing to read for
 * @param tableKey the table's own key attributes; empty where nobody tells them
 * @param sample how many of its items are read
 * @param notes what to know of the counts
 */
record Subject(
        ReadableTable table, List<CheckedIndex> indexes, List<String> tableKey, String sample, List<String> notes) {
    Subject {
        indexes = List.copyOf(indexes);
        tableKey = List.copyOf(tableKey);
        notes = List.copyOf(notes);
    }

    /**
     * Puts it together.
     *
     * @param defined the table's definition, with those of its indexes that are selected
     * @param table the table
     * @param sample how many of its items are read
     * @param selected whether an index of the table that isn't in that definition is to be held against too
     */
    static Subject of(TableDefinition defined, ReadableTable table, Sample sample, Predicate<IndexId> selected) {
        var live = table.table();
        var indexes = new ArrayList<CheckedIndex>();
        var notes = new ArrayList<String>();
        for (var index : defined.indexes()) {
            var id = new IndexId(defined.name(), index.name());
            var types = types(index.keySchema(), defined.attributeTypes(), live.attributeTypes());
            var there = live.index(index.name());
            there.flatMap(now -> difference(index, now)).ifPresent(notes::add);
            untyped(index.name(), index.keySchema(), types).ifPresent(notes::add);
            indexes.add(new CheckedIndex(id, index.keySchema(), types, true, there.isPresent()));
        }
        for (var index : live.indexes()) {
            var id = new IndexId(defined.name(), index.name());
            if (index.keySchema() != null
                    && defined.indexes().stream().noneMatch(one -> one.name().equals(index.name()))
                    && selected.test(id)) {
                var types = types(index.keySchema(), live.attributeTypes(), Map.of());
                indexes.add(new CheckedIndex(id, index.keySchema(), types, false, true));
            }
        }
        // Nothing is known here of what is recorded: a check has no state.
        var raised = RaisedWrites.of(live, defined.indexes(), id -> Optional.empty());
        indexes.stream()
                .map(index -> raised.get(index.id().indexName()))
                .filter(Objects::nonNull)
                .forEach(notes::add);
        return new Subject(table, indexes, tableKey(defined, live), sample.toString(), notes);
    }

    private static Optional<String> difference(IndexDefinition defined, LiveIndex live) {
        return live.keySchema() == null || live.keySchema().equals(defined.keySchema())
                ? Optional.empty()
                : Optional.of(
                        defined.name() + " is there with another key than it is defined with: the counts are for the"
                                + " defined one");
    }

    private static Optional<String> untyped(String index, KeySchema key, Map<String, AttributeType> types) {
        var untyped = key.attributes().stream()
                .filter(attribute -> !types.containsKey(attribute))
                .toList();
        return untyped.isEmpty()
                ? Optional.empty()
                : Optional.of(index + ": neither the definition nor the table says of which type is "
                        + String.join(", ", untyped) + ", so every string, number or binary counts as fitting");
    }

    private static Map<String, AttributeType> types(
            KeySchema key, Map<String, AttributeType> first, Map<String, AttributeType> then) {
        var types = new HashMap<String, AttributeType>();
        for (var attribute : key.attributes()) {
            var type = first.getOrDefault(attribute, then.get(attribute));
            if (type != null) {
                types.put(attribute, type);
            }
        }
        return types;
    }

    private static List<String> tableKey(TableDefinition defined, LiveTable live) {
        if (live.keySchema() != null) {
            return live.keySchema().attributes();
        }
        return defined.creation() == null
                ? List.of()
                : defined.creation().keySchema().attributes();
    }

    String name() {
        return table.table().name();
    }

    /** The attributes to ask for. */
    SortedSet<String> attributes(boolean withTableKey) {
        var attributes = new TreeSet<String>();
        indexes.forEach(index -> attributes.addAll(index.key().attributes()));
        if (withTableKey) {
            attributes.addAll(tableKey);
        }
        return attributes;
    }

    /** What is read and asked for, as text that is the same whenever that is. */
    String fingerprint() {
        var text = new StringBuilder(table.table().name())
                .append('\n')
                .append(table.identity())
                .append('\n')
                .append(sample);
        indexes.forEach(index -> text.append('\n')
                .append(index.id().indexName())
                .append(' ')
                .append(index.key())
                .append(' ')
                .append(new TreeMap<>(index.types())));
        return text.toString();
    }
}
