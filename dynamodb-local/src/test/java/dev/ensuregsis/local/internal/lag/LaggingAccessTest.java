package dev.ensuregsis.local.internal.lag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

@SuppressWarnings("unchecked") // the SDK takes generic varargs without @SafeVarargs
@Execution(ExecutionMode.CONCURRENT)
class LaggingAccessTest {
    private static final Duration NEARLY = LaggingDatabase.LAG.minusNanos(1);
    private static final Duration THE_REST = Duration.ofNanos(1);

    private final LaggingDatabase database = new LaggingDatabase();

    @BeforeEach
    void createTable() {
        createBookings();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void showsAPutWhenItsTimeHasCome() {
        put("1", "ann");
        assertThat(database.bookingsOf("ann")).isEmpty();

        database.time.advance(NEARLY);
        put("2", "ann");
        assertThat(database.bookingsOf("ann")).isEmpty();

        database.time.advance(THE_REST);
        assertThat(database.bookingsOf("ann")).containsExactly("1");
    }

    @Test
    void showsUpdatesAndDeletesLateToo() {
        put("1", "ann");
        put("2", "ann");
        database.indexLag().catchUp();

        database.client.updateItem(update -> update.tableName("bookings")
                .key(key("1"))
                .updateExpression("SET passenger = :p")
                .expressionAttributeValues(Map.of(":p", string("bob"))));
        database.client.deleteItem(delete -> delete.tableName("bookings").key(key("2")));
        assertThat(database.bookingsOf("ann")).containsExactly("1", "2");
        assertThat(database.bookingsOf("bob")).isEmpty();

        database.time.advance(LaggingDatabase.LAG);
        assertThat(database.bookingsOf("ann")).isEmpty();
        assertThat(database.bookingsOf("bob")).containsExactly("1");
    }

    @Test
    void showsWhatBatchesTransactionsAndPartiQlWriteLateToo() {
        var client = database.client;
        client.batchWriteItem(batch -> batch.requestItems(Map.of(
                "bookings",
                List.of(WriteRequest.builder()
                        .putRequest(put -> put.item(booking("batch", "ann")))
                        .build()))));
        client.transactWriteItems(transaction -> transaction.transactItems(
                write -> write.put(put -> put.tableName("bookings").item(booking("transaction", "ann")))));
        client.executeStatement(
                statement -> statement.statement("INSERT INTO bookings VALUE {'id': 'statement', 'passenger': 'ann'}"));
        client.batchExecuteStatement(batch -> batch.statements(
                insert -> insert.statement("INSERT INTO bookings VALUE {'id': 'statements', 'passenger': 'ann'}")));
        client.executeTransaction(transaction -> transaction.transactStatements(insert ->
                insert.statement("INSERT INTO bookings VALUE {'id': 'transacted statement', 'passenger': 'ann'}")));
        assertThat(database.bookingsOf("ann")).isEmpty();

        database.time.advance(LaggingDatabase.LAG);
        assertThat(database.bookingsOf("ann"))
                .containsExactly("batch", "statement", "statements", "transacted statement", "transaction");
    }

    @Test
    void neverShowsWhatARefusedTransactionWrote() {
        assertThatExceptionOfType(DynamoDbException.class)
                .isThrownBy(() -> database.client.transactWriteItems(transaction -> transaction.transactItems(
                        write -> write.put(put -> put.tableName("bookings").item(booking("1", "ann"))),
                        write -> write.conditionCheck(check -> check.tableName("bookings")
                                .key(key("none"))
                                .conditionExpression("attribute_exists(id)")))));
        put("2", "ann");
        database.indexLag().catchUp();

        assertThat(database.bookingsOf("ann")).containsExactly("2");
    }

    @Test
    void writesATransactionOnceThatIsSentTwice() {
        for (var round : List.of("first", "again")) {
            database.client.transactWriteItems(transaction -> transaction
                    .clientRequestToken("token")
                    .transactItems(
                            write -> write.put(put -> put.tableName("bookings").item(booking("1", "ann")))));
            database.indexLag().catchUp();
            assertThat(database.bookingsOf("ann")).as(round).containsExactly("1");
            database.client.updateItem(update -> update.tableName("bookings")
                    .key(key("1"))
                    .updateExpression("SET seat = :s")
                    .expressionAttributeValues(Map.of(":s", string("12A"))));
        }
    }

    /** As the job does that deletes what has expired. */
    @Test
    void showsWhatTheSystemDeletesLateToo() {
        put("1", "ann");
        database.indexLag().catchUp();

        database.access.deleteRecord("bookings", Map.of("id", localString("1")), true);
        assertThat(database.bookingsOf("ann")).containsExactly("1");

        database.time.advance(LaggingDatabase.LAG);
        assertThat(database.bookingsOf("ann")).isEmpty();
    }

    @Test
    void showsAllElseAtOnce() {
        put("1", "ann");
        var client = database.client;

        assertThat(client.getItem(get -> get.tableName("bookings").key(key("1")))
                        .item())
                .isNotEmpty();
        assertThat(client.scan(scan -> scan.tableName("bookings")).count()).isEqualTo(1);
        var table =
                client.describeTable(describe -> describe.tableName("bookings")).table();
        assertThat(table.itemCount()).isEqualTo(1);
        assertThat(table.globalSecondaryIndexes().get(0).itemCount()).isEqualTo(1);
        assertThat(streamedRecords(table.latestStreamArn())).isEqualTo(1);
    }

    @Test
    void lagsForScansAndStatementsAsForQueries() {
        IntStream.range(0, 20).forEach(i -> put("id-" + i, "ann"));
        assertThat(scanned(4)).isZero();
        assertThat(selected()).isZero();

        database.time.advance(LaggingDatabase.LAG);
        assertThat(scanned(4)).isEqualTo(20);
        assertThat(selected()).isEqualTo(20);
    }

    private int scanned(int segments) {
        return IntStream.range(0, segments)
                .map(segment -> database.client
                        .scan(scan -> scan.tableName("bookings")
                                .indexName("by-passenger")
                                .segment(segment)
                                .totalSegments(segments))
                        .count())
                .sum();
    }

    private int selected() {
        return database.client
                .executeStatement(statement ->
                        statement.statement("SELECT id FROM bookings.\"by-passenger\" WHERE passenger = 'ann'"))
                .items()
                .size();
    }

    @Test
    void standsStillWhileHeldAndGoesOnWhenReleased() {
        put("1", "ann");
        database.time.advance(LaggingDatabase.LAG);
        put("2", "ann");
        database.indexLag().hold();
        database.time.advance(LaggingDatabase.LAG);
        put("3", "ann");
        assertThat(database.bookingsOf("ann")).as("held").containsExactly("1");

        database.indexLag().hold();
        assertThat(database.bookingsOf("ann")).as("held again").containsExactly("1");

        database.indexLag().catchUp();
        put("4", "ann");
        database.time.advance(LaggingDatabase.LAG);
        assertThat(database.bookingsOf("ann")).as("caught up, and still held").containsExactly("1", "2", "3");

        put("5", "ann");
        database.indexLag().release();
        assertThat(database.bookingsOf("ann")).as("released").containsExactly("1", "2", "3", "4");

        database.time.advance(LaggingDatabase.LAG);
        assertThat(database.bookingsOf("ann")).containsExactly("1", "2", "3", "4", "5");
    }

    @Test
    void addsAnIndexToBothWhichLagsAsTheOthersDo() {
        put("1", "ann");
        database.indexLag().hold();
        addIndexOnSeat();
        assertThat(seated("12A")).as("of the moment that it was held at").isZero();

        put("2", "ann");
        database.indexLag().catchUp();
        assertThat(seated("12A")).isEqualTo(2);
    }

    @Test
    void finishesAnIndexAlthoughTheOthersStillShowAnItemThatItCannotHold() {
        var item = new HashMap<>(booking("1", "ann"));
        item.put("flight", AttributeValue.fromNul(true));
        database.client.putItem(put -> put.tableName("bookings").item(item));
        database.indexLag().catchUp();
        database.indexLag().hold();
        database.client.deleteItem(delete -> delete.tableName("bookings").key(key("1")));

        addIndexOn("flight");

        assertThat(database.bookingsOf("ann")).isEmpty();
    }

    @Test
    void leavesOutOfAnIndexWhatItCannotHold() {
        var item = new HashMap<>(booking("1", "ann"));
        item.put("flight", AttributeValue.fromL(List.of()));
        database.indexLag().hold();
        database.client.putItem(put -> put.tableName("bookings").item(item));
        database.client.updateTable(table -> table.tableName("bookings")
                .attributeDefinitions(attribute("flight"))
                .globalSecondaryIndexUpdates(update -> update.create(index -> index.indexName("by-flight")
                        .keySchema(hash("flight"))
                        .projection(projection -> projection.projectionType(ProjectionType.ALL)))));
        // In process, DescribeTable may fail until the index is there.
        Awaitility.await()
                .ignoreExceptions()
                .until(
                        () -> database
                                .client
                                .describeTable(table -> table.tableName("bookings"))
                                .table()
                                .globalSecondaryIndexes()
                                .stream()
                                .anyMatch(index -> Boolean.TRUE.equals(index.backfilling())));

        database.indexLag().catchUp();
        put("2", "ann");
        database.indexLag().catchUp();
        assertThat(database.bookingsOf("ann")).containsExactly("1", "2");
    }

    @Test
    void deletesAnIndexFromBoth() {
        addIndexOnSeat();
        database.client.updateTable(table -> table.tableName("bookings")
                .globalSecondaryIndexUpdates(update -> update.delete(index -> index.indexName("by-flight"))));
        Awaitility.await().until(() -> indexes() == 1);
        put("1", "ann");
        addIndexOnSeat();
        assertThat(seated("12A")).isZero();
        database.indexLag().catchUp();
        assertThat(seated("12A")).isEqualTo(1);
    }

    @Test
    void neverBringsWhatWasWrittenToADeletedTableIntoANewOneOfItsName() {
        put("1", "ann");
        database.client.deleteTable(table -> table.tableName("bookings"));
        createBookings();
        put("2", "ann");

        database.indexLag().catchUp();
        assertThat(database.bookingsOf("ann")).containsExactly("2");
    }

    @Test
    void isEmptyInATableThatIsMadeWhileItIsHeld() {
        database.indexLag().hold();
        database.client.deleteTable(table -> table.tableName("bookings"));
        createBookings();
        put("1", "ann");
        assertThat(database.bookingsOf("ann")).isEmpty();

        database.indexLag().release();
        database.time.advance(LaggingDatabase.LAG);
        assertThat(database.bookingsOf("ann")).containsExactly("1");
    }

    @Test
    void continuesAPageWhileImagesArrive() {
        IntStream.range(0, 6).forEach(i -> put("id-" + i, "ann"));
        database.indexLag().catchUp();
        var first = database.client.scan(
                scan -> scan.tableName("bookings").indexName("by-passenger").limit(3));
        first.items()
                .forEach(item -> database.client.deleteItem(
                        delete -> delete.tableName("bookings").key(Map.of("id", item.get("id")))));
        database.indexLag().catchUp();

        var second = database.client.scan(scan ->
                scan.tableName("bookings").indexName("by-passenger").exclusiveStartKey(first.lastEvaluatedKey()));
        assertThat(second.count()).isEqualTo(3);
    }

    @Test
    void endsAsTheTableDoesWhenManyWriteAtOnce() {
        IntStream.range(0, 200).parallel().forEach(i -> {
            if (i % 3 == 0) {
                database.client.deleteItem(
                        delete -> delete.tableName("bookings").key(key("id-" + i % 5)));
            } else if (i % 3 == 1) {
                put("id-" + i % 5, "ann-" + i % 2);
            } else {
                database.client.transactWriteItems(transaction -> transaction.transactItems(write ->
                        write.put(put -> put.tableName("bookings").item(booking("id-" + i % 5, "ann-" + i)))));
            }
            assertThat(database.bookingsOf("nobody")).isEmpty();
        });

        database.indexLag().catchUp();
        var table = database.client.scan(scan -> scan.tableName("bookings")).items();
        assertThat(database.client
                        .scan(scan -> scan.tableName("bookings").indexName("by-passenger"))
                        .items())
                .containsExactlyInAnyOrderElementsOf(table);
    }

    private void addIndexOnSeat() {
        addIndexOn("seat");
    }

    private void addIndexOn(String attribute) {
        database.client.updateTable(table -> table.tableName("bookings")
                .attributeDefinitions(attribute(attribute))
                .globalSecondaryIndexUpdates(update -> update.create(index -> index.indexName("by-flight")
                        .keySchema(hash(attribute))
                        .projection(projection -> projection.projectionType(ProjectionType.ALL)))));
        // In process, DescribeTable may fail until the index is there.
        Awaitility.await()
                .ignoreExceptions()
                .until(
                        () -> database
                                .client
                                .describeTable(table -> table.tableName("bookings"))
                                .table()
                                .globalSecondaryIndexes()
                                .stream()
                                .allMatch(index -> index.indexStatus() == IndexStatus.ACTIVE));
        assertThat(indexes()).isEqualTo(2);
    }

    private int indexes() {
        return database.client
                .describeTable(table -> table.tableName("bookings"))
                .table()
                .globalSecondaryIndexes()
                .size();
    }

    private int seated(String seat) {
        return database.client
                .query(query -> query.tableName("bookings")
                        .indexName("by-flight")
                        .keyConditionExpression("seat = :s")
                        .expressionAttributeValues(Map.of(":s", string(seat))))
                .count();
    }

    private int streamedRecords(String arn) {
        var shard = database.streams
                .describeStream(stream -> stream.streamArn(arn))
                .streamDescription()
                .shards()
                .get(0);
        var iterator = database.streams
                .getShardIterator(get ->
                        get.streamArn(arn).shardId(shard.shardId()).shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                .shardIterator();
        return database.streams
                .getRecords(get -> get.shardIterator(iterator))
                .records()
                .size();
    }

    private void createBookings() {
        database.client.createTable(table -> table.tableName("bookings")
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(attribute("id"), attribute("passenger"))
                .keySchema(hash("id"))
                .streamSpecification(stream -> stream.streamEnabled(true).streamViewType(StreamViewType.KEYS_ONLY))
                .globalSecondaryIndexes(GlobalSecondaryIndex.builder()
                        .indexName("by-passenger")
                        .keySchema(hash("passenger"))
                        .projection(projection -> projection.projectionType(ProjectionType.ALL))
                        .build()));
    }

    private void put(String id, String passenger) {
        database.client.putItem(put -> put.tableName("bookings").item(booking(id, passenger)));
    }

    private static Map<String, AttributeValue> booking(String id, String passenger) {
        return Map.of("id", string(id), "passenger", string(passenger), "seat", string("12A"));
    }

    private static Map<String, AttributeValue> key(String id) {
        return Map.of("id", string(id));
    }

    private static AttributeValue string(String value) {
        return AttributeValue.fromS(value);
    }

    private static software.amazon.dynamodb.services.local.shared.model.AttributeValue localString(String value) {
        return new software.amazon.dynamodb.services.local.shared.model.AttributeValue().withS(value);
    }

    private static AttributeDefinition attribute(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement hash(String name) {
        return KeySchemaElement.builder().attributeName(name).keyType("HASH").build();
    }
}
