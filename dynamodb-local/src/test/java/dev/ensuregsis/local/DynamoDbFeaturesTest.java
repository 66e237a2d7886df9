package dev.ensuregsis.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.ItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** What must go on working without the libraries that this module's pom leaves out. */
@SuppressWarnings("unchecked") // the SDK takes generic varargs without @SafeVarargs
class DynamoDbFeaturesTest {

    private static final String TABLE = "bookings";
    private static final String INDEX = "by-passenger";

    private static EmbeddedServer server;
    private LocalDatabase database;
    private DynamoDbClient client;

    @BeforeAll
    static void start() {
        server = EmbeddedServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void createTable() {
        database = server.newDatabase();
        client = LocalClients.create(database.endpoint());
        client.createTable(table -> table.tableName(TABLE)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(Tables.attribute("id"), Tables.attribute("passenger"))
                .keySchema(Tables.hash("id"))
                .streamSpecification(
                        stream -> stream.streamEnabled(true).streamViewType(StreamViewType.NEW_AND_OLD_IMAGES))
                .globalSecondaryIndexes(Tables.indexOn("passenger")));
    }

    @AfterEach
    void closeDatabase() {
        client.close();
        database.close();
    }

    @Test
    void addsAnIndexToATableThatExists() {
        put("1", "ann");

        client.updateTable(table -> table.tableName(TABLE)
                .attributeDefinitions(Tables.attribute("flight"))
                .globalSecondaryIndexUpdates(update -> update.create(create -> create.indexName("flight-index")
                        .keySchema(Tables.hash("flight"))
                        .projection(keys -> keys.projectionType(ProjectionType.KEYS_ONLY)))));

        Awaitility.await()
                .untilAsserted(() -> assertThat(client.describeTable(t -> t.tableName(TABLE))
                                .table()
                                .globalSecondaryIndexes())
                        .hasSize(2)
                        .allMatch(index -> index.indexStatus() == IndexStatus.ACTIVE));
    }

    @Test
    void queriesAnIndexAndScansWithExpressions() {
        put("1", "ann");
        put("2", "ann");
        put("3", "bob");

        assertThat(client.query(query -> query.tableName(TABLE)
                                .indexName(INDEX)
                                .keyConditionExpression("passenger = :p")
                                .filterExpression("attribute_exists(id) AND id <> :no")
                                .expressionAttributeValues(Map.of(":p", string("ann"), ":no", string("2"))))
                        .items())
                .extracting(item -> item.get("id"))
                .containsExactly(string("1"));
        assertThat(client.scan(scan -> scan.tableName(TABLE)
                                .projectionExpression("id")
                                .filterExpression("begins_with(passenger, :b)")
                                .expressionAttributeValues(Map.of(":b", string("b"))))
                        .items())
                .containsExactly(Map.of("id", string("3")));
    }

    @Test
    void updatesAndDeletesItems() {
        put("1", "ann");

        assertThat(client.updateItem(update -> update.tableName(TABLE)
                                .key(key("1"))
                                .updateExpression("SET seats = list_append(if_not_exists(seats, :none), :seat)")
                                .expressionAttributeValues(Map.of(
                                        ":none", AttributeValue.fromL(List.of()),
                                        ":seat", AttributeValue.fromL(List.of(string("12A")))))
                                .returnValues(ReturnValue.UPDATED_NEW))
                        .attributes())
                .containsEntry("seats", AttributeValue.fromL(List.of(string("12A"))));
        client.deleteItem(delete -> delete.tableName(TABLE).key(key("1")));
        assertThat(client.getItem(get -> get.tableName(TABLE).key(key("1"))).hasItem())
                .isFalse();
    }

    @Test
    void readsAndWritesInBatches() {
        client.batchWriteItem(batch -> batch.requestItems(Map.of(TABLE, List.of(write("1"), write("2")))));

        assertThat(client.batchGetItem(batch -> batch.requestItems(Map.of(
                                TABLE,
                                KeysAndAttributes.builder()
                                        .keys(key("1"), key("2"))
                                        .build())))
                        .responses()
                        .get(TABLE))
                .hasSize(2);
    }

    @Test
    void readsAndWritesInTransactions() {
        client.transactWriteItems(transaction -> transaction.transactItems(
                write -> write.put(put -> put.tableName(TABLE).item(key("1"))),
                write -> write.put(put -> put.tableName(TABLE).item(key("2")))));

        assertThat(client.transactGetItems(transaction -> transaction.transactItems(
                                read -> read.get(get -> get.tableName(TABLE).key(key("1"))),
                                read -> read.get(get -> get.tableName(TABLE).key(key("2")))))
                        .responses())
                .allMatch(ItemResponse::hasItem);
        assertThatThrownBy(() -> client.transactWriteItems(transaction -> transaction.transactItems(
                        write -> write.conditionCheck(check ->
                                check.tableName(TABLE).key(key("3")).conditionExpression("attribute_exists(id)")),
                        write -> write.delete(delete -> delete.tableName(TABLE).key(key("1"))))))
                .isInstanceOf(TransactionCanceledException.class)
                .hasMessageContaining("ConditionalCheckFailed");
    }

    @Test
    void understandsPartiQl() {
        client.executeStatement(statement -> statement
                .statement(
                        "INSERT INTO bookings VALUE {'id': ?, 'passenger': 'ann', 'bags': [1, 2.5], 'm': {'a': true}}")
                .parameters(string("1")));
        client.executeTransaction(transaction -> transaction.transactStatements(
                insert -> insert.statement("INSERT INTO bookings VALUE {'id': '2', 'passenger': 'ann'}"),
                update -> update.statement("UPDATE bookings SET passenger = 'bob' WHERE id = '1'")));
        client.batchExecuteStatement(
                batch -> batch.statements(delete -> delete.statement("DELETE FROM bookings WHERE id = '2'")));

        assertThat(client.executeStatement(statement -> statement.statement(
                                "SELECT id, bags[1] FROM bookings.\"by-passenger\" WHERE passenger = 'bob'"))
                        .items())
                .hasSize(1);
        assertThatThrownBy(() -> client.executeStatement(statement -> statement.statement("SELECT FROM WHERE")))
                .hasMessageContaining("Statement wasn't well formed");
    }

    @Test
    void expiresItemsAndDescribesLimits() {
        client.updateTimeToLive(ttl -> ttl.tableName(TABLE)
                .timeToLiveSpecification(spec -> spec.enabled(true).attributeName("expires")));

        assertThat(client.describeTimeToLive(ttl -> ttl.tableName(TABLE))
                        .timeToLiveDescription()
                        .attributeName())
                .isEqualTo("expires");
        assertThat(client.describeLimits().tableMaxReadCapacityUnits()).isPositive();
    }

    @Test
    void streamsChanges() {
        put("1", "ann");
        var arn = client.describeTable(t -> t.tableName(TABLE)).table().latestStreamArn();

        try (var streams = streams()) {
            Awaitility.await()
                    .untilAsserted(() -> assertThat(records(streams, arn)).isEqualTo(1));
        }
    }

    private DynamoDbStreamsClient streams() {
        var endpoint = database.endpoint();
        return DynamoDbStreamsClient.builder()
                .endpointOverride(endpoint.uri())
                .region(endpoint.region())
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(endpoint.accessKeyId(), endpoint.secretAccessKey())))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    private static int records(DynamoDbStreamsClient streams, String arn) {
        var shard = streams.describeStream(stream -> stream.streamArn(arn))
                .streamDescription()
                .shards()
                .get(0);
        var iterator = streams.getShardIterator(i ->
                        i.streamArn(arn).shardId(shard.shardId()).shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                .shardIterator();
        return streams.getRecords(get -> get.shardIterator(iterator)).records().size();
    }

    @Test
    void deletesTables() {
        client.deleteTable(table -> table.tableName(TABLE));

        assertThat(client.listTables().tableNames()).isEmpty();
    }

    private void put(String id, String passenger) {
        client.putItem(put -> put.tableName(TABLE).item(Map.of("id", string(id), "passenger", string(passenger))));
    }

    private static WriteRequest write(String id) {
        return WriteRequest.builder()
                .putRequest(PutRequest.builder().item(key(id)).build())
                .build();
    }

    private static Map<String, AttributeValue> key(String id) {
        return Map.of("id", string(id));
    }

    private static AttributeValue string(String value) {
        return AttributeValue.fromS(value);
    }
}
