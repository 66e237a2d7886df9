package dev.ensuregsis.engine.definition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table with the global secondary indexes that it is to have.
 *
 * @param name 3-255 of {@code a-zA-Z0-9_.-}
 * @param attributeTypes the types of key attributes, as far as the definition gives them; what it leaves out is taken
 *     from the live table, and what no key uses is never sent
 * @param indexes the indexes, no two of one name
 * @param creation what creating the table takes; null where the definition lists only indexes
 * @param place where the definition stands
 */
public record TableDefinition(
        String name,
        Map<String, AttributeType> attributeTypes,
        List<IndexDefinition> indexes,
        @Nullable TableCreation creation,
        Place place) {

    /**
     * Copies the collections.
     *
     * @throws IllegalArgumentException if the name is not one that DynamoDB allows, two indexes share one name, or an
     *     index's capacity contradicts the billing mode of a table that is given whole
     */
    public TableDefinition {
        attributeTypes = Map.copyOf(attributeTypes);
        indexes = List.copyOf(indexes);
        var faults = new ArrayList<String>();
        Names.tableOrIndexFault("table", name).ifPresent(faults::add);
        var seen = new HashSet<String>();
        if (creation != null) {
            var billingMode = creation.billingMode();
            indexes.forEach(index -> index.capacity()
                    .contradictionOf(billingMode)
                    .ifPresent(fault -> faults.add("index \"" + index.name() + "\": " + fault)));
            creation.localIndexes().forEach(index -> seen.add(index.name()));
        }
        for (var index : indexes) {
            if (!seen.add(index.name())) {
                faults.add("index \"" + index.name() + "\" is defined twice");
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
    }

    /**
     * The attributes that creating the table needs the types of and the definition gives none for.
     *
     * @return the key attributes of the table and of its indexes that have no type, in order
     */
    public List<String> untypedKeyAttributes() {
        var attributes = new LinkedHashSet<String>();
        if (creation != null) {
            attributes.addAll(creation.keySchema().attributes());
        }
        indexes.forEach(index -> attributes.addAll(index.keySchema().attributes()));
        if (creation != null) {
            creation.localIndexes()
                    .forEach(index -> attributes.addAll(index.keySchema().attributes()));
        }
        attributes.removeAll(attributeTypes.keySet());
        return List.copyOf(attributes);
    }

    /**
     * Why the table can't be created from this definition, and what to write so that it can.
     *
     * @return the fault; empty if the definition has all that CreateTable needs
     */
    public Optional<DefinitionFault> creationFault() {
        if (creation == null) {
            return Optional.of(new DefinitionFault(
                    place,
                    "table \"" + name
                            + "\" is given by its indexes only, which is enough for a table that exists; so that"
                            + " it can be created, complete the whole table:" + System.lineSeparator()
                            + WholeTableForm.of(this)));
        }
        var untyped = untypedKeyAttributes();
        return untyped.isEmpty()
                ? Optional.empty()
                : Optional.of(new DefinitionFault(
                        place,
                        "table \"" + name + "\" can't be created without the types of its key attributes "
                                + String.join(", ", untyped) + ": add {\"AttributeName\": \"" + untyped.get(0)
                                + "\", \"AttributeType\": \"S\"} (or N, B) and so on to its AttributeDefinitions"));
    }
}
