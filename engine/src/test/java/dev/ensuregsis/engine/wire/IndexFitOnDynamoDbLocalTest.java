package dev.ensuregsis.engine.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.IndexFit;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.local.DatabaseOptions;
import dev.ensuregsis.local.EmbeddedServer;
import dev.ensuregsis.local.LocalClients;
import dev.ensuregsis.local.Strict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;

/** With its index there, DynamoDB Local refuses a misfit as AWS does, and shows in the index what is in it. */
@DisplayName("What fits an index, on DynamoDB Local")
class IndexFitOnDynamoDbLocalTest {
    private static final EmbeddedServer SERVER = EmbeddedServer.start(DatabaseOptions.DEFAULT.with(Strict.OFF));
    private static final DynamoDbClient CLIENT = LocalClients.create(SERVER.shared());
    private static final KeySchema KEY = KeySchema.of("p", "s");
    private static final Map<String, AttributeType> TYPES = Map.of("p", AttributeType.S, "s", AttributeType.B);
    private static final AttributeValue TEXT = AttributeValue.fromS("a");
    private static final AttributeValue BINARY = binary(1);

    @BeforeAll
    static void createTable() {
        CLIENT.createTable(table -> table.tableName("items")
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(attribute("id", "S"), attribute("p", "S"), attribute("s", "B"))
                .keySchema(key("id", "HASH"))
                .globalSecondaryIndexes(GlobalSecondaryIndex.builder()
                        .indexName("by-p")
                        .keySchema(key("p", "HASH"), key("s", "RANGE"))
                        .projection(projection -> projection.projectionType(ProjectionType.KEYS_ONLY))
                        .build()));
    }

    @AfterAll
    static void stop() {
        CLIENT.close();
        SERVER.close();
    }

    static Stream<Arguments> items() {
        return Stream.of(
                arguments("whole", Map.of("p", TEXT, "s", BINARY)),
                arguments("without sort key", Map.of("p", TEXT)),
                arguments("without partition key", Map.of("s", BINARY)),
                arguments("without both", Map.of()),
                arguments("number for a string", Map.of("p", AttributeValue.fromN("1"), "s", BINARY)),
                arguments("string for bytes", Map.of("p", TEXT, "s", TEXT)),
                arguments("wrong type, other missing", Map.of("s", TEXT)),
                arguments("null", Map.of("p", AttributeValue.fromNul(true), "s", BINARY)),
                arguments("boolean", Map.of("p", AttributeValue.fromBool(true), "s", BINARY)),
                arguments("list", Map.of("p", AttributeValue.fromL(List.of()), "s", BINARY)),
                arguments("map", Map.of("p", AttributeValue.fromM(Map.of()), "s", BINARY)),
                arguments("set", Map.of("p", AttributeValue.fromSs(List.of("a")), "s", BINARY)),
                arguments("empty string", Map.of("p", AttributeValue.fromS(""), "s", BINARY)),
                arguments("empty binary", Map.of("p", TEXT, "s", binary(0))),
                arguments("2048 bytes", Map.of("p", AttributeValue.fromS("é".repeat(1024)), "s", BINARY)),
                arguments("2050 bytes", Map.of("p", AttributeValue.fromS("é".repeat(1025)), "s", BINARY)),
                arguments("sort key of 1024 bytes", Map.of("p", TEXT, "s", binary(1024))),
                arguments("sort key of 1025 bytes", Map.of("p", TEXT, "s", binary(1025))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("items")
    void isAsWeSay(String id, Map<String, AttributeValue> attributes) {
        var item = new HashMap<>(attributes);
        item.put("id", AttributeValue.fromS(id));

        var fit = IndexFit.of(item, KEY, TYPES);

        if (fit instanceof IndexFit.Misfit) {
            assertThatThrownBy(
                            () -> CLIENT.putItem(put -> put.tableName("items").item(item)))
                    .isInstanceOfSatisfying(
                            DynamoDbException.class,
                            refusal -> assertThat(refusal.awsErrorDetails().errorCode())
                                    .isEqualTo("ValidationException"));
        } else {
            CLIENT.putItem(put -> put.tableName("items").item(item));
            assertThat(indexHolds(id)).isEqualTo(fit instanceof IndexFit.Indexed);
        }
    }

    private static boolean indexHolds(String id) {
        return CLIENT.scan(scan -> scan.tableName("items").indexName("by-p")).items().stream()
                .anyMatch(item -> AttributeValue.fromS(id).equals(item.get("id")));
    }

    private static AttributeDefinition attribute(String name, String type) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(type)
                .build();
    }

    private static KeySchemaElement key(String name, String type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    private static AttributeValue binary(int length) {
        return AttributeValue.fromB(SdkBytes.fromByteArray(new byte[length]));
    }
}
