package dev.ensuregsis.local.internal.strict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.local.internal.strict.Wording.LocalRefusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.Condition;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.ExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TableClass;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** The kinds that the measured samples, which {@code StrictRulesTest} plays, stand for. */
@SuppressWarnings("unchecked") // the SDK takes generic varargs without @SafeVarargs
class RulesTest {
    private static final ProvisionedThroughput FIVE = ProvisionedThroughput.builder()
            .readCapacityUnits(5L)
            .writeCapacityUnits(5L)
            .build();
    private static final LiveTables NONE = name -> Optional.empty();

    private final Rules rules = Rules.all();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "size = :s | size",
                "SET Size = :s | Size",
                "a.SIZE > :s | SIZE",
                "size(a) > :s AND size = :s | size",
                "a[0].size = :s | size",
                "CONVERT = :s | CONVERT",
                "size (a) > :s |",
                "#size = :size |",
                "resize = :s AND size_of = :s AND oversized = :s |",
                "#a.#size = :s |"
            })
    void knowReservedWordsFromCallsAndPlaceholders(String expression, String word) {
        for (var request : withExpression(expression)) {
            var refusal = rules.refusal(request, NONE).map(RulesTest::message);
            if (word == null) {
                assertThat(refusal).isEmpty();
            } else {
                assertThat(refusal)
                        .hasValueSatisfying(message -> assertThat(message)
                                .matches(
                                        "Invalid (Filter|KeyCondition|Projection|Update|Condition)Expression: Attribute"
                                                + " name is a reserved keyword; reserved keyword: " + word));
            }
        }
    }

    private static List<DynamoDbRequest> withExpression(String text) {
        return List.of(
                QueryRequest.builder().keyConditionExpression(text).build(),
                QueryRequest.builder().filterExpression(text).build(),
                ScanRequest.builder().projectionExpression(text).build(),
                GetItemRequest.builder().projectionExpression(text).build(),
                PutItemRequest.builder().conditionExpression(text).build(),
                DeleteItemRequest.builder().conditionExpression(text).build(),
                UpdateItemRequest.builder().updateExpression(text).build(),
                BatchGetItemRequest.builder()
                        .requestItems(Map.of(
                                "t",
                                KeysAndAttributes.builder()
                                        .projectionExpression(text)
                                        .build()))
                        .build(),
                TransactGetItemsRequest.builder()
                        .transactItems(item -> item.get(get -> get.projectionExpression(text)))
                        .build(),
                TransactWriteItemsRequest.builder()
                        .transactItems(
                                item -> item.put(put -> put.item(Map.of())),
                                item -> item.conditionCheck(check -> check.conditionExpression(text)))
                        .build(),
                TransactWriteItemsRequest.builder()
                        .transactItems(item -> item.update(update -> update.updateExpression(text)))
                        .build());
    }

    @Test
    void tellAllViolationsOfTheModelAtOnce() {
        var names = IntStream.range(0, 21).mapToObj(i -> "a" + i).toList();
        var projection = Projection.builder().nonKeyAttributes(names).build();

        var create = CreateTableRequest.builder()
                .streamSpecification(stream -> stream.streamViewType("NEW"))
                .globalSecondaryIndexes(
                        GlobalSecondaryIndex.builder().build(),
                        GlobalSecondaryIndex.builder().projection(projection).build())
                .localSecondaryIndexes(
                        LocalSecondaryIndex.builder().projection(projection).build())
                .build();
        assertThat(refusal(create, NONE))
                .startsWith("3 validation errors detected: Value 'NEW' at 'streamSpecification.streamViewType'")
                .contains("at 'globalSecondaryIndexes.2.member.projection.nonKeyAttributes'")
                .contains("; Value '" + names + "' at 'localSecondaryIndexes.1.member.projection.nonKeyAttributes'");

        var update = update(index -> index.create(added -> added.projection(projection)))
                .build();
        assertThat(refusal(update, NONE))
                .startsWith("1 validation error detected")
                .contains("'globalSecondaryIndexUpdates.1.member.create.projection.nonKeyAttributes'");
    }

    @Test
    void leaveAloneWhatIsAMemberOfItsEnumeration() {
        assertThat(rules.refusal(
                        PutItemRequest.builder()
                                .returnConsumedCapacity("INDEXES")
                                .build(),
                        NONE))
                .isEmpty();
        assertThat(rules.refusal(
                        CreateTableRequest.builder()
                                .streamSpecification(stream -> stream.streamViewType("NEW_IMAGE"))
                                .build(),
                        NONE))
                .isEmpty();
    }

    @Test
    void refuseWhatElseIsChangedWithAnIndexByTheFirstThatAwsNames() {
        var deletes = update(index -> index.delete(deleted -> deleted.indexName("gone")));
        assertThat(refusal(
                        deletes.copy()
                                .sseSpecification(sse -> sse.enabled(true))
                                .tableClass(TableClass.STANDARD)
                                .deletionProtectionEnabled(true)
                                .build(),
                        NONE))
                .contains("Server-Side Encryption modification must be the only operation in the request");
        assertThat(refusal(
                        deletes.copy()
                                .tableClass(TableClass.STANDARD)
                                .deletionProtectionEnabled(true)
                                .build(),
                        NONE))
                .contains("TableClass modification must be the only operation in the request");
        assertThat(refusal(
                        update(index -> index.create(added -> added.indexName("added")))
                                .warmThroughput(warm -> warm.readUnitsPerSecond(12000L))
                                .build(),
                        NONE))
                .contains("Create global secondary index cannot be specified when updating WarmThroughput");
        assertThat(refusal(deletes.copy().provisionedThroughput(FIVE).build(), tables(BillingMode.PROVISIONED)))
                .contains("You cannot create or delete index while updating table IOPS");
        assertThat(rules.refusal(deletes.build(), tables(BillingMode.PROVISIONED)))
                .isEmpty();
    }

    @Test
    void letABillingModeBeChangedWithAnIndex() {
        assertThat(rules.refusal(
                        update(index -> index.create(added -> added.indexName("added")))
                                .billingMode(BillingMode.PAY_PER_REQUEST)
                                .build(),
                        tables(BillingMode.PROVISIONED)))
                .isEmpty();
        assertThat(rules.refusal(
                        UpdateTableRequest.builder()
                                .tableName("bookings")
                                .billingMode(BillingMode.PROVISIONED)
                                .provisionedThroughput(FIVE)
                                .globalSecondaryIndexUpdates(
                                        GlobalSecondaryIndexUpdate.builder()
                                                .update(updated -> updated.indexName("by-passenger")
                                                        .provisionedThroughput(FIVE))
                                                .build(),
                                        GlobalSecondaryIndexUpdate.builder()
                                                .update(updated -> updated.indexName("by-seat")
                                                        .provisionedThroughput(FIVE))
                                                .build(),
                                        GlobalSecondaryIndexUpdate.builder()
                                                .create(added ->
                                                        added.indexName("added").provisionedThroughput(FIVE))
                                                .build())
                                .build(),
                        tables(BillingMode.PAY_PER_REQUEST)))
                .isEmpty();
    }

    @Test
    void refuseThroughputByTheBillingModeThatResults() {
        var throughput = UpdateTableRequest.builder().tableName("bookings").provisionedThroughput(FIVE);
        assertThat(rules.refusal(throughput.build(), tables(BillingMode.PROVISIONED)))
                .isEmpty();
        assertThat(refusal(
                        throughput
                                .copy()
                                .billingMode(BillingMode.PAY_PER_REQUEST)
                                .build(),
                        tables(BillingMode.PROVISIONED)))
                .contains("can be specified when BillingMode is PAY_PER_REQUEST");
        assertThat(refusal(
                        update(index -> index.update(updated ->
                                        updated.indexName("by-passenger").provisionedThroughput(FIVE)))
                                .build(),
                        tables(BillingMode.PAY_PER_REQUEST)))
                .contains("The only Updates for index: by-passenger when TableThroughputMode is PAY_PER_REQUEST");
        assertThat(refusal(
                        CreateTableRequest.builder()
                                .onDemandThroughput(limits -> limits.maxWriteRequestUnits(1L))
                                .build(),
                        NONE))
                .contains("MaxWriteRequestUnits for OnDemandThroughput");
    }

    @Test
    void sayWhichAttributeIsNoKeyOfWhichIndexFirst() {
        var local = new LocalRefusal("ValidationException", "Invalid attribute value type");
        var item = Map.of(
                "passenger", AttributeValue.fromL(List.of()), "seat", AttributeValue.fromBool(true), "id", string("1"));

        assertThat(worded(PutItemRequest.builder().tableName("bookings").item(item), local))
                .isEqualTo(
                        "One or more parameter values were invalid: Type mismatch for Index Key passenger Expected: S"
                                + " Actual: L IndexName: by-passenger (DynamoDB Local: Invalid attribute value type)");
        assertThat(worded(
                        BatchWriteItemRequest.builder()
                                .requestItems(Map.of(
                                        "bookings",
                                        List.of(
                                                WriteRequest.builder()
                                                        .deleteRequest(delete -> delete.key(Map.of()))
                                                        .build(),
                                                WriteRequest.builder()
                                                        .putRequest(put -> put.item(Map.of(
                                                                "seat",
                                                                AttributeValue.fromB(SdkBytes.fromUtf8String("x")))))
                                                        .build()))),
                        local))
                .contains("Type mismatch for Index Key seat Expected: N Actual: B IndexName: by-passenger");
        assertThat(worded(
                        UpdateItemRequest.builder()
                                .tableName("bookings")
                                .updateExpression("SET a = :a, #p=:p REMOVE b")
                                .expressionAttributeNames(Map.of("#p", "passenger"))
                                .expressionAttributeValues(Map.of(":p", string("x".repeat(2049)))),
                        local))
                .startsWith("The update expression attempted to update the secondary index key beyond allowed size");
        assertThat(rules.wording(
                        PutItemRequest.builder()
                                .tableName("bookings")
                                .item(Map.of("id", AttributeValue.fromNul(true)))
                                .build(),
                        local,
                        tables(BillingMode.PAY_PER_REQUEST)))
                .as("not an index's")
                .isEmpty();
    }

    @Test
    void giveAReasonForEachItemOfATransaction() {
        var transaction = TransactWriteItemsRequest.builder()
                .transactItems(
                        item -> item.put(put -> put.tableName("bookings").item(Map.of("id", string("1")))),
                        item -> item.conditionCheck(
                                check -> check.tableName("bookings").key(Map.of("no", string("1")))),
                        item -> item.update(update -> update.tableName("bookings")
                                .key(Map.of("id", string("1")))
                                .updateExpression("SET passenger = :p")
                                .expressionAttributeValues(Map.of(":p", AttributeValue.fromNul(true)))))
                .build();

        assertThat(rules.wording(
                        transaction,
                        new LocalRefusal("ValidationException", "The number of conditions on the keys is invalid"),
                        tables(BillingMode.PAY_PER_REQUEST)))
                .hasValueSatisfying(refusal -> assertThat(((Refusal.Cancelled) refusal).reasons())
                        .extracting(reason -> reason.code() + " " + reason.message())
                        .containsExactly(
                                "None null",
                                "ValidationError The provided key element does not match the schema",
                                "ValidationError The update expression attempted to update the secondary index key to"
                                        + " unsupported type"));
        assertThat(Rules.sure()
                        .wording(
                                transaction,
                                new LocalRefusal("ValidationException", "Invalid attribute value type"),
                                tables(BillingMode.PAY_PER_REQUEST)))
                .as("another exception is not sure enough")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SELECT * FROM \"bookings\".\"by-passenger\" WHERE passenger = 'x' AND misc = 'o' | [misc]",
                "select id from bookings.\"by-passenger\" where passenger=? and contains(\"misc\", 'a = b') | [misc]",
                "SELECT id FROM bookings.\"by-passenger\" WHERE passenger = 'x' AND a.b > 1 AND c[0] IN [1] | [a, c]",
                "SELECT misc FROM bookings.\"by-passenger\" WHERE passenger = 'it''s misc = x' AND seat = 1 |",
                "SELECT id FROM bookings.\"by-passenger\" WHERE passenger = 'x' AND id = '1' AND NOT id IS MISSING |",
                "SELECT id FROM bookings.\"by-passenger\" WHERE misc = 'o' |",
                "SELECT id FROM bookings.\"by-seat\" WHERE seat = 1 AND misc = 'o' |",
                "SELECT id FROM bookings WHERE passenger = 'x' AND misc = 'o' |",
                "UPDATE bookings SET misc = 'o' WHERE id = '1' |"
            })
    void refuseFiltersOfAQueryThatItsIndexDoesNotProject(String statement, String missing) {
        var refusal = rules.refusal(
                        ExecuteStatementRequest.builder().statement(statement).build(),
                        tables(BillingMode.PAY_PER_REQUEST))
                .map(RulesTest::message);
        assertThat(refusal)
                .isEqualTo(Optional.ofNullable(missing)
                        .map(names -> "One or more parameter values were invalid: Secondary index by-passenger does not"
                                + " project one or more filter attributes: " + names));
    }

    @Test
    void refuseAHashKeyThatIsTooLongHoweverItIsGiven() {
        var longValue = string("ä".repeat(1025));
        var expression = QueryRequest.builder()
                .tableName("bookings")
                .indexName("by-passenger")
                .keyConditionExpression("#p = :p")
                .expressionAttributeNames(Map.of("#p", "passenger"))
                .expressionAttributeValues(Map.of(":p", longValue));
        var tables = tables(BillingMode.PAY_PER_REQUEST);

        assertThat(refusal(expression.build(), tables)).contains("Size of hashkey");
        assertThat(refusal(
                        QueryRequest.builder()
                                .tableName("bookings")
                                .keyConditions(Map.of(
                                        "id",
                                        Condition.builder()
                                                .attributeValueList(longValue)
                                                .comparisonOperator("EQ")
                                                .build()))
                                .build(),
                        tables))
                .contains("Size of hashkey");
        assertThat(rules.refusal(
                        expression
                                .copy()
                                .expressionAttributeNames(Map.of("#p", "other"))
                                .build(),
                        tables))
                .isEmpty();
    }

    @Test
    void lookAtNoTableForARequestThatReadsOrWritesItems() {
        LiveTables none = name -> {
            throw new AssertionError("looked at " + name);
        };
        var item = Map.of("id", string("1"));
        assertThat(rules.refusal(
                        PutItemRequest.builder()
                                .tableName("bookings")
                                .item(item)
                                .build(),
                        none))
                .isEmpty();
        assertThat(rules.refusal(
                        QueryRequest.builder()
                                .tableName("bookings")
                                .indexName("by-passenger")
                                .keyConditionExpression("passenger = :p")
                                .expressionAttributeValues(Map.of(":p", string("ann")))
                                .build(),
                        none))
                .isEmpty();
    }

    @Test
    void lookAtATableThatBuildsAnIndexUntilItIsActive() {
        var query = QueryRequest.builder()
                .tableName("bookings")
                .indexName("by-passenger")
                .build();
        rules.changed(update(index -> index.create(added -> added.indexName("by-passenger")))
                .build());

        assertThat(refusal(query, tables(IndexStatus.CREATING)))
                .isEqualTo("Cannot read from backfilling global secondary index: by-passenger");
        assertThat(rules.refusal(query.toBuilder().indexName("by-seat").build(), tables(IndexStatus.CREATING)))
                .isEmpty();
        assertThat(rules.refusal(query, tables(IndexStatus.ACTIVE))).isEmpty();
        assertThat(rules.refusal(query, tables(IndexStatus.CREATING)))
                .as("not looked at any more")
                .isEmpty();
    }

    private String refusal(DynamoDbRequest request, LiveTables tables) {
        return rules.refusal(request, tables).map(RulesTest::message).orElseThrow();
    }

    private String worded(DynamoDbRequest.Builder request, LocalRefusal local) {
        return rules.wording(request.build(), local, tables(BillingMode.PAY_PER_REQUEST))
                .map(RulesTest::message)
                .orElseThrow();
    }

    private static String message(Refusal refusal) {
        return ((Refusal.Invalid) refusal).message();
    }

    private static UpdateTableRequest.Builder update(Consumer<GlobalSecondaryIndexUpdate.Builder> index) {
        return UpdateTableRequest.builder().tableName("bookings").globalSecondaryIndexUpdates(index);
    }

    private static LiveTables tables(BillingMode billing) {
        return name -> Optional.of(table(billing, IndexStatus.ACTIVE));
    }

    private static LiveTables tables(IndexStatus status) {
        return name -> Optional.of(table(BillingMode.PAY_PER_REQUEST, status));
    }

    private static TableDescription table(BillingMode billing, IndexStatus status) {
        return TableDescription.builder()
                .tableName("bookings")
                .billingModeSummary(summary -> summary.billingMode(billing))
                .keySchema(key -> key.attributeName("id").keyType("HASH"))
                .attributeDefinitions(
                        attribute -> attribute.attributeName("id").attributeType("S"),
                        attribute -> attribute.attributeName("passenger").attributeType("S"),
                        attribute -> attribute.attributeName("seat").attributeType("N"))
                .globalSecondaryIndexes(
                        GlobalSecondaryIndexDescription.builder()
                                .indexName("by-passenger")
                                .indexStatus(status)
                                .keySchema(
                                        key -> key.attributeName("passenger").keyType("HASH"),
                                        key -> key.attributeName("seat").keyType("RANGE"))
                                .projection(projection -> projection.projectionType("KEYS_ONLY"))
                                .build(),
                        GlobalSecondaryIndexDescription.builder()
                                .indexName("by-seat")
                                .indexStatus(IndexStatus.ACTIVE)
                                .keySchema(key -> key.attributeName("seat").keyType("HASH"))
                                .projection(projection -> projection.projectionType("ALL"))
                                .build())
                .localSecondaryIndexes(index -> index.indexName("local-seat")
                        .keySchema(
                                key -> key.attributeName("id").keyType("HASH"),
                                key -> key.attributeName("seat").keyType("RANGE"))
                        .projection(projection -> projection.projectionType("KEYS_ONLY")))
                .build();
    }

    private static AttributeValue string(String value) {
        return AttributeValue.fromS(value);
    }
}
