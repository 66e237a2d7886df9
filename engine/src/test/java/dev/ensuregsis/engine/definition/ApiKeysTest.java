package dev.ensuregsis.engine.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;

/**
 * Every key that the SDK's model of DynamoDB has is known to the reader and stands on a page: a field that AWS adds turns
 * this red with the next SDK, before a user meets it.
 */
class ApiKeysTest {
    private static final Path PAGES = Path.of("..", "docs", "formats");

    /** Values that make a whole out of what is otherwise filled in by type. */
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("TableName", "\"orders\""),
            Map.entry(
                    "KeySchema",
                    "[{\"AttributeName\": \"id\", \"KeyType\": \"HASH\"}, {\"AttributeName\": \"at\", \"KeyType\":"
                            + " \"RANGE\"}]"),
            Map.entry("AttributeType", "\"S\""),
            Map.entry("TableStatus", "\"ACTIVE\""),
            Map.entry("IndexStatus", "\"ACTIVE\""),
            Map.entry("BillingMode", "\"PAY_PER_REQUEST\""),
            Map.entry("ProjectionType", "\"INCLUDE\""),
            Map.entry("TableArn", "\"arn:aws:dynamodb:eu-central-1:111122223333:table/orders\""));

    @Test
    void everyKeyOfDescribeTableIsKeptOrDroppedOnPurpose() {
        var definitions = read(object("", DescribeTableResponse.builder().sdkFields()));
        assertThat(definitions.unread()).isEmpty();
        assertThat(definitions.tables()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void noKeyOfARequestIsUnknown(Supplier<List<SdkField<?>>> fields) {
        var refused = catchThrowableOfType(DefinitionException.class, () -> read(object("", fields.get())));
        var faults = refused == null ? List.<DefinitionFault>of() : refused.faults();
        assertThat(faults).noneMatch(fault -> fault.message().contains("unknown key"));
    }

    static Stream<Supplier<List<SdkField<?>>>> requests() {
        return Stream.of(
                () -> CreateTableRequest.builder().sdkFields(),
                () -> UpdateTableRequest.builder().sdkFields());
    }

    @Test
    void everyKeyHasARowOnThePageOfItsFormat() throws IOException {
        var requests = rows("aws-requests.md");
        assertThat(requests)
                .contains(names(CreateTableRequest.builder().sdkFields()))
                .contains(names(inside(CreateTableRequest.builder().sdkFields(), "GlobalSecondaryIndexes")))
                .contains(names(UpdateTableRequest.builder().sdkFields()));
        var table = inside(DescribeTableResponse.builder().sdkFields(), "Table");
        assertThat(rows("describe-table.md"))
                .contains(names(table))
                .contains(names(inside(table, "GlobalSecondaryIndexes")));
    }

    /** The first columns of all tables of a page, each name of them. */
    private static List<String> rows(String page) throws IOException {
        return Files.readAllLines(PAGES.resolve(page)).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(1, line.indexOf('|', 1)))
                .flatMap(cell -> Stream.of(cell.split("[`, ]+")))
                .filter(name -> !name.isBlank())
                .toList();
    }

    private static String[] names(List<SdkField<?>> fields) {
        return fields.stream().map(SdkField::locationName).toArray(String[]::new);
    }

    private static List<SdkField<?>> inside(List<SdkField<?>> fields, String name) {
        return fields.stream()
                .filter(field -> field.locationName().equals(name))
                .map(ApiKeysTest::element)
                .map(field -> field.constructor().get().sdkFields())
                .findFirst()
                .orElseThrow();
    }

    private static SdkField<?> element(SdkField<?> field) {
        return field.marshallingType() == MarshallingType.LIST
                ? field.getTrait(ListTrait.class).memberFieldInfo()
                : field;
    }

    private static String object(String owner, List<SdkField<?>> fields) {
        return fields.stream()
                .map(field -> "\"" + field.locationName() + "\": " + value(owner, field))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String value(String owner, SdkField<?> field) {
        var name = field.locationName();
        if (VALUES.containsKey(name)) {
            return VALUES.get(name);
        }
        if (name.equals("IndexName")) {
            return "\"of-" + owner + "\"";
        }
        var element = element(field);
        String value;
        if (element.marshallingType() == MarshallingType.SDK_POJO) {
            value = object(name, element.constructor().get().sdkFields());
        } else if (element.marshallingType() == MarshallingType.BOOLEAN) {
            value = "true";
        } else {
            value = element.marshallingType() == MarshallingType.STRING ? "\"x\"" : "1";
        }
        return element == field ? value : "[" + value + "]";
    }

    private static Definitions read(String json) {
        return DefinitionReader.builder().build().read(List.of(DefinitionSource.text("api.json", json)));
    }
}
