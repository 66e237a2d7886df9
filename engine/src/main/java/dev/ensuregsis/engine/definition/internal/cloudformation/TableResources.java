package dev.ensuregsis.engine.definition.internal.cloudformation;

import dev.ensuregsis.engine.definition.TableCreation;
import dev.ensuregsis.engine.definition.internal.document.MappingBuilder;
import dev.ensuregsis.engine.definition.internal.document.Node;
import dev.ensuregsis.engine.definition.internal.shape.BeyondCreateTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Brings the resource types that are tables into the shape of the DynamoDB API. */
final class TableResources {
    private static final String TABLE = "AWS::DynamoDB::Table";
    private static final String GLOBAL_TABLE = "AWS::DynamoDB::GlobalTable";
    private static final String SIMPLE_TABLE = "AWS::Serverless::SimpleTable";

    private static final Set<String> TYPES = Set.of(TABLE, GLOBAL_TABLE, SIMPLE_TABLE);

    /** Properties that mean the same to CloudFormation and to CreateTable. */
    private static final String[] SHARED = {
        "AttributeDefinitions", "KeySchema", "BillingMode", "ProvisionedThroughput", "OnDemandThroughput",
        "WarmThroughput", "LocalSecondaryIndexes", "TableClass", "DeletionProtectionEnabled", "Tags"
    };

    private static final Set<String> CARRIED = Stream.concat(
                    Stream.of(SHARED),
                    Stream.of("TableName", "GlobalSecondaryIndexes", "StreamSpecification", "SSESpecification"))
            .collect(Collectors.toUnmodifiableSet());

    private static final Map<String, TableCreation.Beyond> KNOWN_BEYOND = Map.of(
            "PointInTimeRecoverySpecification", BeyondCreateTable.POINT_IN_TIME_RECOVERY,
            "TimeToLiveSpecification", BeyondCreateTable.TIME_TO_LIVE,
            "ContributorInsightsSpecification", BeyondCreateTable.CONTRIBUTOR_INSIGHTS,
            "KinesisStreamSpecification", BeyondCreateTable.KINESIS_STREAM,
            "ResourcePolicy", BeyondCreateTable.RESOURCE_POLICY,
            "ImportSourceSpecification", BeyondCreateTable.IMPORT);

    private TableResources() {}

    static boolean isTable(Node.Mapping resource) {
        return TYPES.contains(Template.type(resource));
    }

    static TableResource read(
            String logicalId, String type, Node.Mapping properties, Node.Mapping samDefaults, @Nullable String region) {
        if (type.equals(GLOBAL_TABLE)) {
            var global = new GlobalTable(properties, region);
            return table(logicalId, global.asTable()).with(global.beyondCreateTable());
        }
        return table(logicalId, type.equals(SIMPLE_TABLE) ? SimpleTable.asTable(properties, samDefaults) : properties);
    }

    private static TableResource table(String logicalId, Node.Mapping properties) {
        var beyond = new ArrayList<TableCreation.Beyond>();
        var request = new MappingBuilder(properties.position()).copy(properties, SHARED);
        if (properties.get("GlobalSecondaryIndexes").orElse(null) instanceof Node.Sequence list) {
            request.put(
                    "GlobalSecondaryIndexes",
                    list.withEach(item -> index(item, beyond)).items());
        } else {
            request.copy(properties, "GlobalSecondaryIndexes");
        }
        stream(properties, request, beyond);
        encryption(properties, request);
        properties.entries().forEach((name, value) -> {
            if (!CARRIED.contains(name) && !isTurnedOff(value)) {
                beyond.add(KNOWN_BEYOND.getOrDefault(name, BeyondCreateTable.unknown(name)));
            }
        });
        return new TableResource(logicalId, properties.get("TableName").orElse(null), request.build(), beyond);
    }

    private static Node index(Node node, List<TableCreation.Beyond> beyond) {
        if (!(node instanceof Node.Mapping index)) {
            return node;
        }
        if (index.get("ContributorInsightsSpecification")
                .filter(value -> !isTurnedOff(value))
                .isPresent()) {
            beyond.add(BeyondCreateTable.CONTRIBUTOR_INSIGHTS);
        }
        if (!index.has("ContributorInsightsSpecification")) {
            return index;
        }
        return new MappingBuilder(index.position())
                .copy(
                        index,
                        index.entries().keySet().stream()
                                .filter(key -> !key.equals("ContributorInsightsSpecification"))
                                .toArray(String[]::new))
                .build();
    }

    private static void stream(Node.Mapping properties, MappingBuilder request, List<TableCreation.Beyond> beyond) {
        if (properties.get("StreamSpecification").orElse(null) instanceof Node.Mapping stream) {
            request.put(
                    "StreamSpecification",
                    new MappingBuilder(stream.position())
                            .copy(stream, "StreamViewType")
                            .build());
            if (stream.has("ResourcePolicy")) {
                beyond.add(BeyondCreateTable.RESOURCE_POLICY);
            }
        } else {
            request.copy(properties, "StreamSpecification");
        }
    }

    private static void encryption(Node.Mapping properties, MappingBuilder request) {
        if (properties.get("SSESpecification").orElse(null) instanceof Node.Mapping sse) {
            request.put(
                    "SSESpecification",
                    new MappingBuilder(sse.position())
                            .put("Enabled", sse.get("SSEEnabled"))
                            .copy(sse, "SSEType", "KMSMasterKeyId")
                            .build());
        } else {
            request.copy(properties, "SSESpecification");
        }
    }

    /** Whether a setting says of itself that it is off: {@code Enabled: false} or {@code PointInTimeRecoveryEnabled: false}. */
    static boolean isTurnedOff(Node setting) {
        return setting instanceof Node.Mapping mapping
                && mapping.entries().entrySet().stream()
                        .anyMatch(entry -> entry.getKey().endsWith("Enabled")
                                && entry.getValue() instanceof Node.Scalar value
                                && value.text().equalsIgnoreCase("false"));
    }
}
