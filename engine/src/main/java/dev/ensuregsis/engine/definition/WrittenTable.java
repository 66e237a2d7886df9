package dev.ensuregsis.engine.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A table as maps, lists, texts, numbers and flags, in the shape and with the names of the AWS API. */
final class WrittenTable {
    private WrittenTable() {}

    /** The whole table as an object; or, where only its indexes are defined, their list. */
    static Object of(TableDefinition table) {
        var creation = table.creation();
        if (creation == null) {
            return table.indexes().stream()
                    .map(index -> index(table, index, true))
                    .toList();
        }
        var written = new LinkedHashMap<String, Object>();
        written.put("AttributeDefinitions", attributes(new TreeMap<>(table.attributeTypes())));
        written.put("KeySchema", key(creation.keySchema()));
        written.put("BillingMode", creation.billingMode().name());
        capacity(creation.capacity(), written);
        if (!creation.localIndexes().isEmpty()) {
            written.put(
                    "LocalSecondaryIndexes",
                    creation.localIndexes().stream()
                            .map(index -> {
                                var local = new LinkedHashMap<String, Object>();
                                local.put("IndexName", index.name());
                                local.put("KeySchema", key(index.keySchema()));
                                local.put("Projection", projection(index.projection()));
                                return local;
                            })
                            .toList());
        }
        if (!table.indexes().isEmpty()) {
            written.put(
                    "GlobalSecondaryIndexes",
                    table.indexes().stream()
                            .map(index -> index(table, index, false))
                            .toList());
        }
        settings(creation.settings(), written);
        return written;
    }

    private static Map<String, Object> index(TableDefinition table, IndexDefinition index, boolean alone) {
        var written = new LinkedHashMap<String, Object>();
        written.put("IndexName", index.name());
        if (alone) {
            var types = new TreeMap<>(table.attributeTypes());
            types.keySet().retainAll(index.keySchema().attributes());
            if (!types.isEmpty()) {
                written.put("AttributeDefinitions", attributes(types));
            }
        }
        written.put("KeySchema", key(index.keySchema()));
        if (index.projection() != null) {
            written.put("Projection", projection(index.projection()));
        }
        capacity(index.capacity(), written);
        return written;
    }

    private static List<Map<String, Object>> attributes(Map<String, AttributeType> types) {
        var written = new ArrayList<Map<String, Object>>();
        types.forEach((name, type) -> {
            var attribute = new LinkedHashMap<String, Object>();
            attribute.put("AttributeName", name);
            attribute.put("AttributeType", type.name());
            written.add(attribute);
        });
        return written;
    }

    private static List<Map<String, Object>> key(KeySchema key) {
        var written = new ArrayList<Map<String, Object>>();
        key.partitionKey().forEach(name -> written.add(keyElement(name, "HASH")));
        key.sortKey().forEach(name -> written.add(keyElement(name, "RANGE")));
        return written;
    }

    private static Map<String, Object> keyElement(String name, String type) {
        var element = new LinkedHashMap<String, Object>();
        element.put("AttributeName", name);
        element.put("KeyType", type);
        return element;
    }

    private static Map<String, Object> projection(Projection projection) {
        var written = new LinkedHashMap<String, Object>();
        if (projection instanceof Projection.Include include) {
            written.put("ProjectionType", "INCLUDE");
            written.put("NonKeyAttributes", include.nonKeyAttributes());
        } else {
            written.put("ProjectionType", projection.toString());
        }
        return written;
    }

    private static void capacity(Capacity capacity, Map<String, Object> to) {
        throughput("ProvisionedThroughput", "ReadCapacityUnits", "WriteCapacityUnits", capacity.provisioned(), to);
        throughput("OnDemandThroughput", "MaxReadRequestUnits", "MaxWriteRequestUnits", capacity.onDemandMaximum(), to);
        throughput("WarmThroughput", "ReadUnitsPerSecond", "WriteUnitsPerSecond", capacity.warm(), to);
    }

    private static void throughput(
            String name, String readName, String writeName, @Nullable Throughput throughput, Map<String, Object> to) {
        if (throughput == null) {
            return;
        }
        var written = new LinkedHashMap<String, Object>();
        if (throughput.read() != null) {
            written.put(readName, throughput.read());
        }
        if (throughput.write() != null) {
            written.put(writeName, throughput.write());
        }
        to.put(name, written);
    }

    private static void settings(TableCreation.Settings settings, Map<String, Object> to) {
        if (settings.streamViewType() != null) {
            var stream = new LinkedHashMap<String, Object>();
            stream.put("StreamEnabled", true);
            stream.put("StreamViewType", settings.streamViewType());
            to.put("StreamSpecification", stream);
        }
        var encryption = settings.encryption();
        if (encryption != null) {
            var sse = new LinkedHashMap<String, Object>();
            sse.put("Enabled", true);
            sse.put("SSEType", encryption.type());
            if (encryption.kmsKeyId() != null) {
                sse.put("KMSMasterKeyId", encryption.kmsKeyId());
            }
            to.put("SSESpecification", sse);
        }
        if (settings.tableClass() != null) {
            to.put("TableClass", settings.tableClass());
        }
        if (settings.deletionProtection()) {
            to.put("DeletionProtectionEnabled", true);
        }
        if (!settings.tags().isEmpty()) {
            var tags = new ArrayList<Map<String, Object>>();
            new TreeMap<>(settings.tags()).forEach((key, value) -> {
                var tag = new LinkedHashMap<String, Object>();
                tag.put("Key", key);
                tag.put("Value", value);
                tags.add(tag);
            });
            to.put("Tags", tags);
        }
    }
}
