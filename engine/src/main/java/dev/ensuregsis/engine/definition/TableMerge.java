package dev.ensuregsis.engine.definition;

import dev.ensuregsis.engine.definition.internal.shape.Faults;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what several sources say of one table. What one leaves out, another may say; where two say different
 * things, both places are named.
 */
final class TableMerge {
    private final Faults faults;
    private final Map<String, TableDefinition> merged = new LinkedHashMap<>();
    private final List<TableDefinition> keyOnly = new ArrayList<>();

    TableMerge(Faults faults) {
        this.faults = faults;
    }

    void add(TableDefinition table) {
        merged.merge(table.name(), table, this::merge);
    }

    /** Adds a table whose on-demand billing may only mean that nobody has said anything. */
    void addKeyOnly(TableDefinition table) {
        keyOnly.add(table);
    }

    /** The tables, each with the types of its key attributes and no others. */
    List<TableDefinition> tables() {
        keyOnly.forEach(table -> add(leavingBillingTo(merged.get(table.name()), table)));
        return merged.values().stream().map(TableMerge::withUsedTypes).toList();
    }

    private static TableDefinition leavingBillingTo(@Nullable TableDefinition other, TableDefinition table) {
        var creation = table.creation();
        if (creation == null || other == null || other.creation() == null) {
            return table;
        }
        boolean onlyKeys = TableCreation.onDemand(creation.keySchema())
                .equals(new TableCreation(
                        creation.keySchema(),
                        creation.billingMode(),
                        creation.capacity(),
                        List.of(),
                        creation.settings(),
                        creation.beyondCreateTable()));
        boolean sameKeys = creation.keySchema().equals(other.creation().keySchema())
                && other.creation().localIndexes().containsAll(creation.localIndexes());
        return onlyKeys && sameKeys ? with(table, table.indexes(), other.creation()) : table;
    }

    private static TableDefinition with(
            TableDefinition table, List<IndexDefinition> indexes, @Nullable TableCreation creation) {
        return new TableDefinition(table.name(), table.attributeTypes(), indexes, creation, table.place());
    }

    private TableDefinition merge(TableDefinition first, TableDefinition second) {
        return faults.attempt(
                        second.place(),
                        () -> new TableDefinition(
                                first.name(),
                                types(first, second),
                                indexes(first, second),
                                creation(first, second),
                                first.creation() == null && second.creation() != null ? second.place() : first.place()))
                .orElse(first);
    }

    private Map<String, AttributeType> types(TableDefinition first, TableDefinition second) {
        var types = new LinkedHashMap<>(first.attributeTypes());
        second.attributeTypes().forEach((name, type) -> {
            var other = types.putIfAbsent(name, type);
            if (other != null && other != type) {
                contradiction(first, second, "the type of attribute \"" + name + "\"", other, type);
            }
        });
        return types;
    }

    private List<IndexDefinition> indexes(TableDefinition first, TableDefinition second) {
        var indexes = new LinkedHashMap<String, IndexDefinition>();
        first.indexes().forEach(index -> indexes.put(index.name(), index));
        second.indexes()
                .forEach(index -> indexes.merge(
                        index.name(),
                        index,
                        (one, other) -> completed(one, other).orElseGet(() -> {
                            contradiction(first, second, "index \"" + index.name() + "\"", one, other);
                            return one;
                        })));
        return List.copyOf(indexes.values());
    }

    /** One index out of two that leave out different things; empty if they contradict each other. */
    private static Optional<IndexDefinition> completed(IndexDefinition one, IndexDefinition other) {
        var whole = new IndexDefinition(
                one.name(),
                one.keySchema(),
                one.projection() == null ? other.projection() : one.projection(),
                one.capacity().equals(Capacity.UNSTATED) ? other.capacity() : one.capacity());
        var likewise = new IndexDefinition(
                other.name(),
                other.keySchema(),
                other.projection() == null ? one.projection() : other.projection(),
                other.capacity().equals(Capacity.UNSTATED) ? one.capacity() : other.capacity());
        return whole.equals(likewise) ? Optional.of(whole) : Optional.empty();
    }

    private @Nullable TableCreation creation(TableDefinition first, TableDefinition second) {
        var one = first.creation();
        var other = second.creation();
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        if (!one.equals(other)) {
            contradiction(first, second, "the table itself", one, other);
        }
        return one;
    }

    private void contradiction(TableDefinition first, TableDefinition second, String what, Object one, Object other) {
        faults.add(
                second.place(),
                what + " of table \"" + second.name() + "\" contradicts " + first.place() + ": here " + other
                        + ", there " + one);
    }

    private static TableDefinition withUsedTypes(TableDefinition table) {
        Set<String> used = new LinkedHashSet<>();
        table.indexes().forEach(index -> used.addAll(index.keySchema().attributes()));
        var creation = table.creation();
        if (creation != null) {
            used.addAll(creation.keySchema().attributes());
            creation.localIndexes()
                    .forEach(index -> used.addAll(index.keySchema().attributes()));
        }
        var types = new LinkedHashMap<>(table.attributeTypes());
        types.keySet().retainAll(used);
        return new TableDefinition(table.name(), types, table.indexes(), creation, table.place());
    }
}
