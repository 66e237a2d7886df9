package dev.ensuregsis.engine.internal.control;

import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.definition.LocalIndexDefinition;
import dev.ensuregsis.engine.definition.Projection;
import dev.ensuregsis.engine.definition.TableCreation;
import dev.ensuregsis.engine.definition.Throughput;
import dev.ensuregsis.engine.spi.CreateIndexCall;
import dev.ensuregsis.engine.spi.CreateTableCall;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateGlobalSecondaryIndexAction;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.OnDemandThroughput;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.SSESpecification;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.Tag;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.WarmThroughput;

/** Calls as the SDK's requests. What a definition leaves out is left out, so that older SDKs and emulators do. */
final class ToSdk {
    private ToSdk() {}

    static UpdateTableRequest createIndex(CreateIndexCall call) {
        var action = CreateGlobalSecondaryIndexAction.builder()
                .indexName(call.index().name())
                .keySchema(keySchema(call.index().keySchema()))
                .projection(projection(call.index().projectionToCreate()));
        var capacity = call.index().capacity();
        if (capacity.provisioned() != null) {
            action.provisionedThroughput(provisioned(capacity.provisioned()));
        }
        if (capacity.onDemandMaximum() != null) {
            action.onDemandThroughput(onDemand(capacity.onDemandMaximum()));
        }
        if (capacity.warm() != null) {
            action.warmThroughput(warm(capacity.warm()));
        }
        return UpdateTableRequest.builder()
                .tableName(call.tableName())
                .attributeDefinitions(attributes(call.attributeTypes()))
                .globalSecondaryIndexUpdates(List.of(GlobalSecondaryIndexUpdate.builder()
                        .create(action.build())
                        .build()))
                .build();
    }

    static CreateTableRequest createTable(CreateTableCall call) {
        var creation = call.creation();
        var request = CreateTableRequest.builder()
                .tableName(call.tableName())
                .attributeDefinitions(attributes(call.attributeTypes()))
                .keySchema(keySchema(creation.keySchema()))
                .billingMode(BillingMode.fromValue(creation.billingMode().name()));
        // DynamoDB refuses empty lists.
        if (!call.indexes().isEmpty()) {
            request.globalSecondaryIndexes(
                    call.indexes().stream().map(ToSdk::globalIndex).toList());
        }
        if (!creation.localIndexes().isEmpty()) {
            request.localSecondaryIndexes(
                    creation.localIndexes().stream().map(ToSdk::localIndex).toList());
        }
        var capacity = creation.capacity();
        if (capacity.provisioned() != null) {
            request.provisionedThroughput(provisioned(capacity.provisioned()));
        }
        if (capacity.onDemandMaximum() != null) {
            request.onDemandThroughput(onDemand(capacity.onDemandMaximum()));
        }
        if (capacity.warm() != null) {
            request.warmThroughput(warm(capacity.warm()));
        }
        settings(request, creation.settings());
        return request.build();
    }

    private static void settings(CreateTableRequest.Builder request, TableCreation.Settings settings) {
        if (settings.streamViewType() != null) {
            request.streamSpecification(StreamSpecification.builder()
                    .streamEnabled(true)
                    .streamViewType(settings.streamViewType())
                    .build());
        }
        var encryption = settings.encryption();
        if (encryption != null) {
            request.sseSpecification(SSESpecification.builder()
                    .enabled(true)
                    .sseType(encryption.type())
                    .kmsMasterKeyId(encryption.kmsKeyId())
                    .build());
        }
        if (settings.tableClass() != null) {
            request.tableClass(settings.tableClass());
        }
        if (settings.deletionProtection()) {
            request.deletionProtectionEnabled(true);
        }
        if (!settings.tags().isEmpty()) {
            request.tags(settings.tags().entrySet().stream()
                    .map(tag -> Tag.builder()
                            .key(tag.getKey())
                            .value(tag.getValue())
                            .build())
                    .toList());
        }
    }

    private static GlobalSecondaryIndex globalIndex(IndexDefinition definition) {
        var index = GlobalSecondaryIndex.builder()
                .indexName(definition.name())
                .keySchema(keySchema(definition.keySchema()))
                .projection(projection(definition.projectionToCreate()));
        var capacity = definition.capacity();
        if (capacity.provisioned() != null) {
            index.provisionedThroughput(provisioned(capacity.provisioned()));
        }
        if (capacity.onDemandMaximum() != null) {
            index.onDemandThroughput(onDemand(capacity.onDemandMaximum()));
        }
        if (capacity.warm() != null) {
            index.warmThroughput(warm(capacity.warm()));
        }
        return index.build();
    }

    private static LocalSecondaryIndex localIndex(LocalIndexDefinition definition) {
        return LocalSecondaryIndex.builder()
                .indexName(definition.name())
                .keySchema(keySchema(definition.keySchema()))
                .projection(projection(definition.projection()))
                .build();
    }

    private static List<AttributeDefinition> attributes(Map<String, AttributeType> types) {
        return types.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(type -> AttributeDefinition.builder()
                        .attributeName(type.getKey())
                        .attributeType(type.getValue().name())
                        .build())
                .toList();
    }

    private static List<KeySchemaElement> keySchema(KeySchema keys) {
        return Stream.concat(
                        keys.partitionKey().stream().map(name -> keyElement(name, KeyType.HASH)),
                        keys.sortKey().stream().map(name -> keyElement(name, KeyType.RANGE)))
                .toList();
    }

    private static KeySchemaElement keyElement(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    private static software.amazon.awssdk.services.dynamodb.model.Projection projection(Projection projection) {
        var builder = software.amazon.awssdk.services.dynamodb.model.Projection.builder();
        if (projection instanceof Projection.Include include) {
            return builder.projectionType(ProjectionType.INCLUDE)
                    .nonKeyAttributes(include.nonKeyAttributes())
                    .build();
        }
        return builder.projectionType(projection.equals(Projection.ALL) ? ProjectionType.ALL : ProjectionType.KEYS_ONLY)
                .build();
    }

    private static ProvisionedThroughput provisioned(Throughput throughput) {
        return ProvisionedThroughput.builder()
                .readCapacityUnits(throughput.read())
                .writeCapacityUnits(throughput.write())
                .build();
    }

    private static OnDemandThroughput onDemand(Throughput throughput) {
        return OnDemandThroughput.builder()
                .maxReadRequestUnits(throughput.read())
                .maxWriteRequestUnits(throughput.write())
                .build();
    }

    private static WarmThroughput warm(Throughput throughput) {
        return WarmThroughput.builder()
                .readUnitsPerSecond(throughput.read())
                .writeUnitsPerSecond(throughput.write())
                .build();
    }
}
