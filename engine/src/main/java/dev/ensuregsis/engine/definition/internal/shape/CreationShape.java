package dev.ensuregsis.engine.definition.internal.shape;

import dev.ensuregsis.engine.definition.BillingMode;
import dev.ensuregsis.engine.definition.LocalIndexDefinition;
import dev.ensuregsis.engine.definition.TableCreation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what creating a table takes besides its global secondary indexes. */
final class CreationShape {
    private final Faults faults;
    private final IndexShape indexes;

    CreationShape(Faults faults, IndexShape indexes) {
        this.faults = faults;
        this.indexes = indexes;
    }

    Optional<TableCreation> read(ApiObject table, List<TableCreation.Beyond> beyondCreateTable) {
        var key = indexes.keySchema(
                table, "a whole table is written with its key; the indexes alone of a table that exists are a list");
        var capacity = indexes.capacity(table);
        var billingMode = billingMode(table);
        var localIndexes = localIndexes(table);
        var settings = settings(table);
        var beyond = new ArrayList<>(beyondCreateTable);
        beyond(table, "ResourcePolicy", BeyondCreateTable.RESOURCE_POLICY, beyond);
        beyond(table, "VectorIndexes", BeyondCreateTable.VECTOR_INDEXES, beyond);
        beyond(table, "GlobalTableSourceArn", BeyondCreateTable.REPLICAS, beyond);
        beyond(table, "GlobalTableSettingsReplicationMode", BeyondCreateTable.REPLICATION, beyond);
        return key.isEmpty() || capacity.isEmpty() || billingMode.isEmpty()
                ? Optional.empty()
                : faults.attempt(
                        table.mapping(),
                        () -> new TableCreation(
                                key.get(), billingMode.get(), capacity.get(), localIndexes, settings, beyond));
    }

    private static void beyond(
            ApiObject table, String key, TableCreation.Beyond asks, List<TableCreation.Beyond> beyond) {
        table.node(key).ifPresent(node -> beyond.add(asks));
    }

    /** Left out, it follows from what else is there: CreateTable itself takes no table without either. */
    private Optional<BillingMode> billingMode(ApiObject table) {
        return table.node("BillingMode").isPresent()
                ? table.constant("BillingMode", BillingMode.class)
                : Optional.of(
                        table.node("ProvisionedThroughput").isPresent()
                                ? BillingMode.PROVISIONED
                                : BillingMode.PAY_PER_REQUEST);
    }

    private List<LocalIndexDefinition> localIndexes(ApiObject table) {
        var localIndexes = new ArrayList<LocalIndexDefinition>();
        table.objects("LocalSecondaryIndexes")
                .forEach(index -> indexes.local(index).ifPresent(localIndexes::add));
        return localIndexes;
    }

    private TableCreation.Settings settings(ApiObject table) {
        return new TableCreation.Settings(
                streamViewType(table),
                encryption(table),
                table.text("TableClass").orElse(null),
                table.flag("DeletionProtectionEnabled").orElse(false),
                tags(table));
    }

    private @Nullable String streamViewType(ApiObject table) {
        return table.object("StreamSpecification")
                .map(stream -> {
                    var enabled = stream.flag("StreamEnabled").orElse(true);
                    var viewType = enabled
                            ? stream.requiredText("StreamViewType")
                            : stream.text("StreamViewType").filter(ignored -> false);
                    stream.refuseUnknown();
                    return viewType.orElse(null);
                })
                .orElse(null);
    }

    private TableCreation.@Nullable Encryption encryption(ApiObject table) {
        return table.object("SSESpecification")
                .map(sse -> {
                    var enabled = sse.flag("Enabled").orElse(true);
                    var encryption = new TableCreation.Encryption(
                            sse.text("SSEType").orElse("KMS"),
                            sse.text("KMSMasterKeyId").orElse(null));
                    sse.refuseUnknown();
                    return enabled ? encryption : null;
                })
                .orElse(null);
    }

    private Map<String, String> tags(ApiObject table) {
        var tags = new LinkedHashMap<String, String>();
        for (var tag : table.objects("Tags")) {
            var key = tag.requiredText("Key");
            var value = tag.text("Value").orElse("");
            tag.refuseUnknown();
            key.ifPresent(name -> tags.put(name, value));
        }
        return tags;
    }
}
