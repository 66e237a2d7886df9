package dev.ensuregsis.engine.definition;

import dev.ensuregsis.engine.definition.internal.shape.Faults;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** The tables, each with the types of all attributes that any of its sources defines. */
    List<TableDefinition> tables() {
        keyOnly.forEach(table -> add(leavingBillingTo(merged.get(table.name()), table)));
        return List.copyOf(merged.values());
    }

    private static TableDefinition leavingBillingTo(@Nullable TableDefinition other, TableDefinition table) {
        var creation = table.creation();
        if (creation == null || other == null || other.creation() == null) {
            return table;
        }
        var nothingButKeys = creation.billingMode() == BillingMode.PAY_PER_REQUEST
                && creation.capacity().equals(Capacity.UNSTATED);
        return nothingButKeys ? with(table, billedAs(other.creation(), creation)) : table;
    }

    private static TableCreation billedAs(TableCreation other, TableCreation creation) {
        return new TableCreation(
                creation.keySchema(),
                other.billingMode(),
                other.capacity(),
                creation.localIndexes(),
                creation.settings(),
                creation.beyondCreateTable());
    }

    private static TableDefinition with(TableDefinition table, TableCreation creation) {
        return new TableDefinition(table.name(), table.attributeTypes(), table.indexes(), creation, table.place());
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
                contradiction(
                        first,
                        second,
                        "the type of attribute \"" + name + "\"",
                        List.of("it is " + type + " here and " + other + " there"));
            }
        });
        return types;
    }

    private List<IndexDefinition> indexes(TableDefinition first, TableDefinition second) {
        var indexes = new LinkedHashMap<String, IndexDefinition>();
        first.indexes().forEach(index -> indexes.put(index.name(), index));
        second.indexes()
                .forEach(index -> indexes.merge(index.name(), index, (there, here) -> {
                    var contradictions = Contradictions.of(here, there);
                    contradiction(first, second, "index \"" + index.name() + "\"", contradictions);
                    return contradictions.isEmpty() ? Completion.of(there, here) : there;
                }));
        return List.copyOf(indexes.values());
    }

    private @Nullable TableCreation creation(TableDefinition first, TableDefinition second) {
        var there = first.creation();
        var here = second.creation();
        if (there == null || here == null) {
            return there == null ? here : there;
        }
        var contradictions = Contradictions.of(here, there);
        contradiction(first, second, "the table itself", contradictions);
        return contradictions.isEmpty() ? Completion.of(there, here) : there;
    }

    private void contradiction(
            TableDefinition first, TableDefinition second, String what, List<String> contradictions) {
        if (!contradictions.isEmpty()) {
            faults.add(
                    second.place(),
                    what + " of table \"" + second.name() + "\" contradicts " + first.place() + ": "
                            + String.join("; ", contradictions));
        }
    }
}
