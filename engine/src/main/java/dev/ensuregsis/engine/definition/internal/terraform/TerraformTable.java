package dev.ensuregsis.engine.definition.internal.terraform;

import dev.ensuregsis.engine.definition.TableCreation;
import dev.ensuregsis.engine.definition.internal.document.MappingBuilder;
import dev.ensuregsis.engine.definition.internal.document.Node;
import dev.ensuregsis.engine.definition.internal.shape.BeyondCreateTable;
import java.util.ArrayList;
import java.util.List;

/** Brings {@code aws_dynamodb_table} into the shape of the DynamoDB API. */
public final class TerraformTable {
    public static final String TYPE = "aws_dynamodb_table";

    private final Node.Mapping values;
    private final boolean onDemand;

    private TerraformTable(Node.Mapping values) {
        this.values = values;
        this.onDemand = TerraformResources.text(values, "billing_mode").equals("PAY_PER_REQUEST");
    }

    /** The table in the API's shape. */
    public static Node.Mapping asTable(Node.Mapping values) {
        return new TerraformTable(values).table();
    }

    private Node.Mapping table() {
        var at = values.position();
        var table = new MappingBuilder(at)
                .put("AttributeDefinitions", Blocks.each(values, "attribute", TerraformTable::attribute))
                .put("KeySchema", Blocks.keySchema(values))
                .put("BillingMode", Blocks.value(values, "billing_mode").orElse(Node.text(at, "PROVISIONED")))
                .put("GlobalSecondaryIndexes", Blocks.each(values, "global_secondary_index", this::globalIndex))
                .put("LocalSecondaryIndexes", Blocks.each(values, "local_secondary_index", this::localIndex))
                .put("TableClass", Blocks.value(values, "table_class"))
                .put("DeletionProtectionEnabled", Blocks.value(values, "deletion_protection_enabled"))
                .put("Tags", tags());
        capacity(values, table);
        stream(table);
        encryption(table);
        return table.build();
    }

    private static Node attribute(Node.Mapping block) {
        return new MappingBuilder(block.position())
                .put("AttributeName", Blocks.value(block, "name"))
                .put("AttributeType", Blocks.value(block, "type"))
                .build();
    }

    private Node globalIndex(Node.Mapping block) {
        var index = new MappingBuilder(block.position())
                .put("IndexName", Blocks.value(block, "name"))
                .put("KeySchema", Blocks.keySchema(block))
                .put("Projection", Blocks.projection(block));
        capacity(block, index);
        return index.build();
    }

    private Node localIndex(Node.Mapping block) {
        var tableKey = Blocks.keySchema(values);
        var key = new ArrayList<>(tableKey.subList(0, Math.min(1, tableKey.size())));
        Blocks.value(block, "range_key").ifPresent(name -> key.add(Blocks.element(name, "RANGE")));
        return new MappingBuilder(block.position())
                .put("IndexName", Blocks.value(block, "name"))
                .put("KeySchema", key)
                .put("Projection", Blocks.projection(block))
                .build();
    }

    private void capacity(Node.Mapping block, MappingBuilder to) {
        if (onDemand) {
            to.put(
                    "OnDemandThroughput",
                    Blocks.throughput(
                            block,
                            "on_demand_throughput",
                            "max_read_request_units",
                            "MaxReadRequestUnits",
                            "max_write_request_units",
                            "MaxWriteRequestUnits"));
        } else {
            to.put(
                    "ProvisionedThroughput",
                    Blocks.pair(block, "read_capacity", "ReadCapacityUnits", "write_capacity", "WriteCapacityUnits"));
        }
    }

    private void stream(MappingBuilder table) {
        Blocks.value(values, "stream_enabled")
                .filter(enabled -> !Blocks.isFalse(enabled))
                .ifPresent(enabled -> table.put(
                        "StreamSpecification",
                        new MappingBuilder(enabled.position())
                                .put("StreamEnabled", enabled)
                                .put("StreamViewType", Blocks.value(values, "stream_view_type"))
                                .build()));
    }

    private void encryption(MappingBuilder table) {
        for (var node : Blocks.all(values, "server_side_encryption")) {
            if (node instanceof Node.Mapping block) {
                table.put(
                        "SSESpecification",
                        new MappingBuilder(block.position())
                                .put("Enabled", Blocks.value(block, "enabled"))
                                .put("KMSMasterKeyId", Blocks.value(block, "kms_key_arn"))
                                .build());
            }
        }
    }

    private List<Node> tags() {
        var tags = new ArrayList<Node>();
        var all = Blocks.value(values, "tags_all").filter(Node.Mapping.class::isInstance);
        if (all.or(() -> Blocks.value(values, "tags")).orElse(null) instanceof Node.Mapping map) {
            map.entries()
                    .forEach((name, value) -> tags.add(new MappingBuilder(value.position())
                            .put("Key", name)
                            .put("Value", value)
                            .build()));
        }
        return tags;
    }

    /** What the resource asks for and CreateTable can't carry. */
    public static List<TableCreation.Beyond> beyondCreateTable(Node.Mapping values) {
        var beyond = new ArrayList<TableCreation.Beyond>();
        if (isOn(values, "point_in_time_recovery")) {
            beyond.add(BeyondCreateTable.POINT_IN_TIME_RECOVERY);
        }
        if (isOn(values, "ttl")) {
            beyond.add(BeyondCreateTable.TIME_TO_LIVE);
        }
        if (!Blocks.all(values, "replica").isEmpty()) {
            beyond.add(BeyondCreateTable.REPLICAS);
        }
        if (!Blocks.all(values, "import_table").isEmpty()) {
            beyond.add(BeyondCreateTable.IMPORT);
        }
        for (var restore : List.of("restore_source_name", "restore_source_table_arn", "restore_backup_arn")) {
            Blocks.value(values, restore).ifPresent(source -> beyond.add(BeyondCreateTable.unknown(restore)));
        }
        return beyond;
    }

    private static boolean isOn(Node.Mapping values, String key) {
        for (var node : Blocks.all(values, key)) {
            if (!(node instanceof Node.Mapping block)
                    || Blocks.value(block, "enabled")
                            .filter(enabled -> !Blocks.isFalse(enabled))
                            .isPresent()) {
                return true;
            }
        }
        return false;
    }
}
