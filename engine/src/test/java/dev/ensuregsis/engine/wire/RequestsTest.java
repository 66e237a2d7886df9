package dev.ensuregsis.engine.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.GsiEngine;
import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.BillingMode;
import dev.ensuregsis.engine.definition.Capacity;
import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.definition.LocalIndexDefinition;
import dev.ensuregsis.engine.definition.Place;
import dev.ensuregsis.engine.definition.Projection;
import dev.ensuregsis.engine.definition.TableCreation;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.local.EmbeddedServer;
import dev.ensuregsis.local.LocalDatabase;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;

/** What the engine sends to DynamoDB, as docs/iam.md promises it, and that it is what was meant. */
class RequestsTest {
    private static final Map<String, AttributeType> TYPES =
            Map.of("id", AttributeType.S, "at", AttributeType.N, "agent", AttributeType.S, "seat", AttributeType.B);
    private static final IndexDefinition BY_AGENT =
            new IndexDefinition("by-agent", KeySchema.of("agent", "at"), null, Capacity.UNSTATED);
    private static final IndexDefinition BY_SEAT = new IndexDefinition(
            "by-seat",
            new KeySchema(List.of("seat", "agent"), List.of("at")),
            new Projection.Include(List.of("price")),
            Capacity.UNSTATED);

    private static final Queue<String> SENT = new ConcurrentLinkedQueue<>();
    private static final EmbeddedServer SERVER = EmbeddedServer.start();

    private final LocalDatabase database = SERVER.newDatabase();
    private final DynamoDbClient client = recording(database);

    @AfterEach
    void closeClient() {
        client.close();
        database.close();
        SENT.clear();
    }

    @AfterAll
    static void stopServer() {
        SERVER.close();
    }

    @Test
    void createsATableByOneLookAndOneCall() {
        var report = engine(true).ensure(definitions(BillingMode.PAY_PER_REQUEST, BY_AGENT, BY_SEAT));

        assertThat(report.isSuccessful()).isTrue();
        assertThat(SENT).containsExactly("DescribeTable", "CreateTable");
        assertThat(liveIndexes())
                .extracting(GlobalSecondaryIndexDescription::indexName)
                .containsExactlyInAnyOrder("by-agent", "by-seat");
    }

    @Test
    void asksAnEmptyEmulatorForAListInsteadOfForEachTable() {
        var report = engine(true).ensure(new Definitions(List.of(seats("seats"), seats("other-seats"), seats("more"))));

        assertThat(report.isSuccessful()).isTrue();
        assertThat(SENT).containsExactly("ListTables", "CreateTable", "CreateTable", "CreateTable");
    }

    @Test
    void createsAnIndexByUpdateTableAndNothingElse() {
        engine(true).ensure(definitions(BillingMode.PROVISIONED, BY_AGENT));
        SENT.clear();

        var report = engine(false).ensure(definitions(BillingMode.PROVISIONED, BY_AGENT, BY_SEAT));

        assertThat(report.isSuccessful()).isTrue();
        assertThat(SENT).containsOnly("DescribeTable", "UpdateTable");
        assertThat(SENT).containsOnlyOnce("UpdateTable");
        assertThat(liveIndexes())
                .filteredOn(index -> index.indexName().equals("by-seat"))
                .singleElement()
                .satisfies(index -> {
                    assertThat(index.provisionedThroughput().readCapacityUnits())
                            .isEqualTo(7);
                    assertThat(index.projection().nonKeyAttributes()).containsExactly("price");
                    assertThat(index.keySchema()).hasSize(3);
                });
    }

    @Test
    void onlyLooksWhereEverythingIsInPlaceOnceAtEachTable() {
        engine(true).ensure(definitions(BillingMode.PAY_PER_REQUEST, BY_AGENT));
        SENT.clear();

        engine(true).ensure(definitions(BillingMode.PAY_PER_REQUEST, BY_AGENT));

        assertThat(SENT).containsExactly("DescribeTable");
    }

    @Test
    void onlyLooksForAPlanAndForStatus() throws InterruptedException {
        var definitions = definitions(BillingMode.PAY_PER_REQUEST, BY_AGENT);

        engine(true).plan(definitions);
        engine(true).status(definitions);

        assertThat(SENT).containsOnly("DescribeTable");
    }

    @Test
    void carriesLocalIndexesIntoTheCreationOfATable() {
        engine(true).ensure(definitions(BillingMode.PAY_PER_REQUEST, BY_AGENT));

        assertThat(client.describeTable(request -> request.tableName("bookings"))
                        .table()
                        .localSecondaryIndexes())
                .singleElement()
                .satisfies(index -> assertThat(index.indexName()).isEqualTo("local-by-time"));
    }

    private GsiEngine engine(boolean createTables) {
        return GsiEngine.builder().client(client).createTables(createTables).build();
    }

    private List<GlobalSecondaryIndexDescription> liveIndexes() {
        return client.describeTable(request -> request.tableName("bookings"))
                .table()
                .globalSecondaryIndexes();
    }

    private static Definitions definitions(BillingMode billingMode, IndexDefinition... indexes) {
        var capacity = billingMode == BillingMode.PROVISIONED ? Capacity.provisioned(7, 8) : Capacity.UNSTATED;
        var creation = new TableCreation(
                KeySchema.of("id", "agent"),
                billingMode,
                capacity,
                List.of(new LocalIndexDefinition("local-by-time", KeySchema.of("id", "at"), Projection.KEYS_ONLY)),
                TableCreation.Settings.NONE,
                List.of());
        return new Definitions(
                List.of(new TableDefinition("bookings", TYPES, List.of(indexes), creation, Place.of("test"))));
    }

    private static TableDefinition seats(String name) {
        return new TableDefinition(
                name,
                Map.of("seat", AttributeType.B),
                List.of(new IndexDefinition("by-seat", KeySchema.of("seat"), null, Capacity.UNSTATED)),
                TableCreation.onDemand(KeySchema.of("seat")),
                Place.of("test"));
    }

    private static DynamoDbClient recording(LocalDatabase database) {
        var endpoint = database.endpoint();
        return DynamoDbClient.builder()
                .endpointOverride(endpoint.uri())
                .region(endpoint.region())
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(endpoint.accessKeyId(), endpoint.secretAccessKey())))
                .overrideConfiguration(sdk -> sdk.addExecutionInterceptor(new ExecutionInterceptor() {
                    @Override
                    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
                        SENT.add(String.valueOf(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME)));
                    }
                }))
                .build();
    }
}
