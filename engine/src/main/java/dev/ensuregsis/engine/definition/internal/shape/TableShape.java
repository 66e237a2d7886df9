package dev.ensuregsis.engine.definition.internal.shape;

import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.TableCreation;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.definition.internal.document.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table in the shape of the DynamoDB API: CreateTable's for a whole table, UpdateTable's for index updates, or a
 * bare list of indexes. Every format is brought into this shape and judged here.
 */
public final class TableShape {
    /** What an UpdateTable request changes besides: no matter of indexes, so not looked at. */
    private static final String[] SETTINGS_OF_UPDATE_TABLE = {
        "BillingMode",
        "ProvisionedThroughput",
        "OnDemandThroughput",
        "WarmThroughput",
        "StreamSpecification",
        "SSESpecification",
        "TableClass",
        "DeletionProtectionEnabled",
        "ReplicaUpdates",
        "MultiRegionConsistency",
        "GlobalTableWitnessUpdates",
        "DisassociationProtectionEnabled",
        "GlobalTableSettingsReplicationMode"
    };

    private final Faults faults;
    private final IndexShape indexes;
    private final CreationShape creation;

    /** Makes a reader whose faults go there. */
    public TableShape(Faults faults) {
        this.faults = faults;
        this.indexes = new IndexShape(faults);
        this.creation = new CreationShape(faults, indexes);
    }

    /** Reads a list of indexes, or of index updates, of a table that exists. */
    public Optional<TableDefinition> readIndexes(String name, Node.Sequence list) {
        var types = new AttributeTypes(faults);
        var found = new LinkedHashMap<String, IndexDefinition>();
        for (var item : list.items()) {
            if (!(item instanceof Node.Mapping index)) {
                faults.add(
                        item, "an index has to be an object with IndexName and KeySchema, not " + item.description());
            } else if (isUpdate(index)) {
                readUpdate(new ApiObject(index, faults), types, found);
            } else {
                readIndex(new ApiObject(index, faults), types, found);
            }
        }
        return table(name, list, types, found, null);
    }

    /** Whether the object is one of UpdateTable's {@code GlobalSecondaryIndexUpdates}. */
    public static boolean isUpdate(Node.Mapping index) {
        return !index.has("IndexName") && (index.has("Create") || index.has("Update") || index.has("Delete"));
    }

    /**
     * Reads a whole table, or an UpdateTable request.
     *
     * @param name the table's name
     * @param written the table in the API's shape; a TableName in it isn't looked at
     * @param beyondCreateTable what the definition asks for besides and CreateTable can't carry
     */
    public Optional<TableDefinition> read(
            String name, Node.Mapping written, List<TableCreation.Beyond> beyondCreateTable) {
        var essentials = new Essentials(beyondCreateTable);
        var node = essentials.of(written);
        var table = new ApiObject(node, faults).ignore("TableName");
        var types = new AttributeTypes(faults);
        var found = new LinkedHashMap<String, IndexDefinition>();
        types.read(table);
        table.objects("GlobalSecondaryIndexes").forEach(index -> readIndex(index, types, found));
        if (node.has("GlobalSecondaryIndexUpdates")) {
            table.objects("GlobalSecondaryIndexUpdates").forEach(update -> readUpdate(update, types, found));
            table.node("VectorIndexUpdates")
                    .ifPresent(vectors -> faults.add(
                            vectors, "vector indexes aren't made from a definition: remove VectorIndexUpdates"));
            table.ignore(SETTINGS_OF_UPDATE_TABLE).refuseUnknown();
            return table(name, node, types, found, null);
        }
        var created = creation.read(table, essentials.beyondCreateTable());
        table.refuseUnknown();
        return created.flatMap(whole -> table(name, node, types, found, whole));
    }

    private void readIndex(ApiObject index, AttributeTypes types, Map<String, IndexDefinition> found) {
        indexes.global(index, types).ifPresent(definition -> {
            if (found.putIfAbsent(definition.name(), definition) != null) {
                faults.add(index.mapping(), "index \"" + definition.name() + "\" is defined twice: remove one of them");
            }
        });
    }

    private void readUpdate(ApiObject update, AttributeTypes types, Map<String, IndexDefinition> found) {
        for (var change : List.of("Update", "Delete")) {
            update.node(change)
                    .ifPresent(node -> faults.add(
                            node,
                            "an index can't be changed or deleted by a definition: only Create is read, remove "
                                    + change));
        }
        update.object("Create").ifPresent(index -> readIndex(index, types, found));
        update.refuseUnknown();
    }

    private Optional<TableDefinition> table(
            String name,
            Node node,
            AttributeTypes types,
            Map<String, IndexDefinition> found,
            @Nullable TableCreation created) {
        return faults.attempt(
                node,
                () -> new TableDefinition(
                        name,
                        types.types(),
                        List.copyOf(found.values()),
                        created,
                        node.position().place()));
    }
}
