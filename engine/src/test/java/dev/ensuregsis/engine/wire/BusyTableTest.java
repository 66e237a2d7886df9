package dev.ensuregsis.engine.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.GsiEngine;
import dev.ensuregsis.engine.RunReport;
import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.Capacity;
import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.definition.Place;
import dev.ensuregsis.engine.definition.Projection;
import dev.ensuregsis.engine.definition.TableCreation;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.event.IndexReport;
import dev.ensuregsis.engine.internal.control.SdkControlPlane;
import dev.ensuregsis.engine.spi.CreateTableCall;
import dev.ensuregsis.local.DynamoDbEndpoint;
import dev.ensuregsis.local.EmbeddedServer;
import dev.ensuregsis.local.LocalClients;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/**
 * While an index is being added, DynamoDB Local answers some puts, and now and then a look, with a 500. A run that adds
 * indexes to a table in use, and is not the only one to look at it, takes no harm.
 */
class BusyTableTest {
    private static final Map<String, AttributeType> TYPES = Map.of("id", AttributeType.S, "status", AttributeType.S);

    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger puts = new AtomicInteger();
    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void indexesAreAddedToATableThatIsInUse() throws Exception {
        ExecutorService others = Executors.newFixedThreadPool(2);
        try (var server = EmbeddedServer.start();
                var database = server.newDatabase();
                var client = LocalClients.create(database.endpoint())) {
            new SdkControlPlane(client)
                    .createTable(new CreateTableCall(
                            "bookings",
                            Map.of("id", AttributeType.S),
                            TableCreation.onDemand(KeySchema.of("id")),
                            List.of()));
            var started = new CountDownLatch(2);
            var writer = others.submit(() -> use(database.endpoint(), started, this::put));
            var watcher = others.submit(() -> use(database.endpoint(), started, this::look));
            started.await();

            var report = GsiEngine.builder().client(client).build().ensure(definitions());

            over.set(true);
            writer.get();
            watcher.get();
            assertThat(report.ending()).as("%s", report).isEqualTo(RunReport.Ending.COMPLETE);
            assertThat(report.indexes()).allMatch(IndexReport::isActive);
            assertThat(puts).hasPositiveValue();
            assertThat(looks).hasPositiveValue();
            put(client);
            assertThat(client.query(query -> query.tableName("bookings")
                                    .indexName("by-status-2")
                                    .keyConditionExpression("#s = :s")
                                    .expressionAttributeNames(Map.of("#s", "status"))
                                    .expressionAttributeValues(Map.of(":s", AttributeValue.fromS("OPEN"))))
                            .count())
                    .isEqualTo(puts.get());
        } finally {
            others.shutdownNow();
        }
    }

    private void use(DynamoDbEndpoint endpoint, CountDownLatch started, Consumer<DynamoDbClient> how) {
        try (var client = LocalClients.create(endpoint)) {
            started.countDown();
            while (!over.get()) {
                try {
                    how.accept(client);
                } catch (DynamoDbException refused) {
                    // The 500 that this test is about; what uses the table tries again.
                    assertThat(refused.statusCode()).isEqualTo(500);
                }
            }
        }
    }

    private void put(DynamoDbClient client) {
        var id = String.valueOf(puts.get());
        client.putItem(put -> put.tableName("bookings")
                .item(Map.of("id", AttributeValue.fromS(id), "status", AttributeValue.fromS("OPEN"))));
        puts.incrementAndGet();
    }

    private void look(DynamoDbClient client) {
        client.describeTable(look -> look.tableName("bookings"));
        looks.incrementAndGet();
    }

    private static Definitions definitions() {
        return new Definitions(List.of(
                new TableDefinition("bookings", TYPES, List.of(index(0), index(1), index(2)), null, Place.of("test"))));
    }

    private static IndexDefinition index(int number) {
        return new IndexDefinition("by-status-" + number, KeySchema.of("status"), Projection.ALL, Capacity.UNSTATED);
    }
}
