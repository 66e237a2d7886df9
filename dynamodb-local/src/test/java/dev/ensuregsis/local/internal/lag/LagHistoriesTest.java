package dev.ensuregsis.local.internal.lag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ensuregsis.local.DatabaseOptions;
import dev.ensuregsis.local.EmbeddedServer;
import dev.ensuregsis.local.FewerAtTheDesk;
import dev.ensuregsis.local.internal.lag.Step.By;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterContainer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Whatever is written, and whenever it is read: an index that lags shows the table of a moment, the one that it was held at or
 * that was its lag ago; caught up, it equals a plain one's.
 *
 * <p>A failure prints the steps, shrunk, and the seed that drew them: {@code @Property(seed = "...")} repeats it.
 */
@SuppressWarnings("unchecked") // the SDK takes generic varargs without @SafeVarargs
@AddLifecycleHook(FewerAtTheDesk.class)
class LagHistoriesTest {
    private static final LaggingDatabase LAGGING = new LaggingDatabase();
    private static final LaggingDatabase HELD_BY_HAND = new LaggingDatabase(Duration.ZERO);
    private static final EmbeddedServer PLAIN_SERVER = EmbeddedServer.start(DatabaseOptions.DEFAULT);
    private static final DynamoDbClient PLAIN =
            PLAIN_SERVER.inProcess(PLAIN_SERVER.shared()).orElseThrow().client();

    @AfterContainer
    static void close() {
        LAGGING.close();
        HELD_BY_HAND.close();
        PLAIN_SERVER.close();
    }

    /** The same in every build, so that a red one is the change's doing. */
    @Property(tries = 60, seed = "20261126")
    void an_index_that_lags_shows_the_table_of_a_moment(@ForAll("histories") List<Step> history) {
        new Play(LAGGING, LaggingDatabase.LAG.toMillis()).play(history);
    }

    @Property(tries = 60, seed = "20261127")
    void an_index_that_is_held_by_hand_shows_the_table_of_a_moment(@ForAll("histories") List<Step> history) {
        new Play(HELD_BY_HAND, 0).play(history);
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        var ids = Arbitraries.of("a", "b", "c", "d");
        var passengers = Arbitraries.of("ann", "bob").injectNull(0.2);
        var by = Arbitraries.of(By.class);
        Arbitrary<Step> put = Combinators.combine(by, ids, passengers).as(Step.Put::new);
        Arbitrary<Step> delete = Combinators.combine(by, ids).as(Step.Delete::new);
        Arbitrary<Step> refused = ids.set().ofMinSize(1).map(some -> new Step.Refused(List.copyOf(some)));
        Arbitrary<Step> waiting = Arbitraries.of(1, 50, 100, 199, 200, 1000).map(Step.Wait::new);
        return Arbitraries.<Step>frequencyOf(
                        Tuple.of(8, put),
                        Tuple.of(4, delete),
                        Tuple.of(1, refused),
                        Tuple.of(4, waiting),
                        Tuple.of(2, Arbitraries.just(new Step.Hold())),
                        Tuple.of(1, Arbitraries.just(new Step.CatchUp())),
                        Tuple.of(1, Arbitraries.just(new Step.Release())),
                        Tuple.of(1, Arbitraries.just(new Step.Recreate())))
                .list()
                .ofMaxSize(25);
    }

    /** A history, played on a database and on a plain one. */
    private record Play(LaggingDatabase database, long lagMillis) {

        void play(List<Step> history) {
            database.indexLag().release();
            var model = new LagModel<>(lagMillis, Set.<Map<String, AttributeValue>>of());
            both(Play::recreate);
            for (var step : history) {
                play(step, model);
                assertThat(index(database.client)).as("after " + step).isEqualTo(model.shown());
            }
            database.indexLag().catchUp();
            assertThat(index(database.client)).isEqualTo(index(PLAIN));
            assertThat(paged(database.client)).isEqualTo(paged(PLAIN));
            assertThat(queried(database.client)).isEqualTo(queried(PLAIN));
            assertThat(table(database.client)).isEqualTo(table(PLAIN));
        }

        private void play(Step step, LagModel<Set<Map<String, AttributeValue>>> model) {
            if (step instanceof Step.Put put) {
                both(client -> put(client, put));
                model.written(indexed());
            } else if (step instanceof Step.Delete delete) {
                both(client -> delete(client, delete));
                model.written(indexed());
            } else if (step instanceof Step.Refused refused) {
                both(client -> refuse(client, refused));
            } else if (step instanceof Step.Wait wait) {
                database.time.advance(Duration.ofMillis(wait.milliseconds()));
                model.waited(wait.milliseconds());
            } else if (step instanceof Step.Hold) {
                database.indexLag().hold();
                model.hold();
            } else if (step instanceof Step.CatchUp) {
                database.indexLag().catchUp();
                model.catchUp();
            } else if (step instanceof Step.Release) {
                database.indexLag().release();
                model.release();
            } else {
                both(Play::recreate);
                model.recreated(Set.of());
            }
        }

        private void both(Consumer<DynamoDbClient> step) {
            step.accept(database.client);
            step.accept(PLAIN);
        }

        /** What of the table would be in the index now. */
        private Set<Map<String, AttributeValue>> indexed() {
            return table(database.client).stream()
                    .filter(item -> item.containsKey("passenger"))
                    .collect(Collectors.toSet());
        }

        private static void put(DynamoDbClient client, Step.Put put) {
            var item = put.passenger() == null
                    ? key(put.id())
                    : Map.of("id", string(put.id()), "passenger", string(put.passenger()));
            switch (put.by()) {
                case ITEM ->
                    client.putItem(request -> request.tableName("bookings").item(item));
                case UPDATE -> update(client, put);
                case BATCH -> write(client, WriteRequest.builder().putRequest(request -> request.item(item)));
                case TRANSACTION ->
                    transact(
                            client,
                            TransactWriteItem.builder()
                                    .put(request ->
                                            request.tableName("bookings").item(item))
                                    .build());
                case STATEMENT -> {
                    client.deleteItem(request -> request.tableName("bookings").key(key(put.id())));
                    state(
                            client,
                            "INSERT INTO bookings VALUE {'id': '" + put.id() + "'"
                                    + (put.passenger() == null ? "" : ", 'passenger': '" + put.passenger() + "'")
                                    + "}");
                }
            }
        }

        private static void update(DynamoDbClient client, Step.Put put) {
            client.updateItem(request -> {
                request.tableName("bookings").key(key(put.id()));
                if (put.passenger() == null) {
                    request.updateExpression("REMOVE passenger");
                } else {
                    request.updateExpression("SET passenger = :p")
                            .expressionAttributeValues(Map.of(":p", string(put.passenger())));
                }
            });
        }

        private static void delete(DynamoDbClient client, Step.Delete delete) {
            var key = key(delete.id());
            switch (delete.by()) {
                case ITEM, UPDATE, STATEMENT ->
                    client.deleteItem(request -> request.tableName("bookings").key(key));
                case BATCH -> write(client, WriteRequest.builder().deleteRequest(request -> request.key(key)));
                case TRANSACTION ->
                    transact(
                            client,
                            TransactWriteItem.builder()
                                    .delete(request ->
                                            request.tableName("bookings").key(key))
                                    .build());
            }
        }

        private static void write(DynamoDbClient client, WriteRequest.Builder write) {
            client.batchWriteItem(request -> request.requestItems(Map.of("bookings", List.of(write.build()))));
        }

        private static void transact(DynamoDbClient client, TransactWriteItem... writes) {
            client.transactWriteItems(request -> request.transactItems(writes));
        }

        private static void state(DynamoDbClient client, String statement) {
            client.executeStatement(request -> request.statement(statement));
        }

        private static void refuse(DynamoDbClient client, Step.Refused refused) {
            var puts = refused.ids().stream()
                    .map(id -> TransactWriteItem.builder()
                            .put(put -> put.tableName("bookings")
                                    .item(Map.of("id", string(id), "passenger", string("never"))))
                            .build());
            var check = TransactWriteItem.builder()
                    .conditionCheck(condition -> condition
                            .tableName("bookings")
                            .key(key("nobody"))
                            .conditionExpression("attribute_exists(id)"))
                    .build();
            assertThatExceptionOfType(DynamoDbException.class)
                    .isThrownBy(() -> transact(
                            client, Stream.concat(puts, Stream.of(check)).toArray(TransactWriteItem[]::new)));
        }

        private static void recreate(DynamoDbClient client) {
            if (client.listTables().tableNames().contains("bookings")) {
                client.deleteTable(table -> table.tableName("bookings"));
            }
            client.createTable(table -> table.tableName("bookings")
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(Stream.of("id", "passenger")
                            .map(name -> AttributeDefinition.builder()
                                    .attributeName(name)
                                    .attributeType(ScalarAttributeType.S)
                                    .build())
                            .toList())
                    .keySchema(hash("id"))
                    .globalSecondaryIndexes(index -> index.indexName("by-passenger")
                            .keySchema(hash("passenger"))
                            .projection(projection -> projection.projectionType("ALL"))));
        }

        private static Set<Map<String, AttributeValue>> table(DynamoDbClient client) {
            return new HashSet<>(client.scan(scan -> scan.tableName("bookings")).items());
        }

        private static Set<Map<String, AttributeValue>> index(DynamoDbClient client) {
            return new HashSet<>(client.scan(scan -> scan.tableName("bookings").indexName("by-passenger"))
                    .items());
        }

        private static List<Map<String, AttributeValue>> paged(DynamoDbClient client) {
            return client
                    .scanPaginator(scan ->
                            scan.tableName("bookings").indexName("by-passenger").limit(1))
                    .items()
                    .stream()
                    .toList();
        }

        private static List<Integer> queried(DynamoDbClient client) {
            return IntStream.range(0, 2)
                    .map(i -> client.query(query -> query.tableName("bookings")
                                    .indexName("by-passenger")
                                    .keyConditionExpression("passenger = :p")
                                    .expressionAttributeValues(Map.of(":p", string(i == 0 ? "ann" : "bob"))))
                            .count())
                    .boxed()
                    .toList();
        }

        private static KeySchemaElement hash(String name) {
            return KeySchemaElement.builder()
                    .attributeName(name)
                    .keyType("HASH")
                    .build();
        }

        private static Map<String, AttributeValue> key(String id) {
            return Map.of("id", string(id));
        }

        private static AttributeValue string(String value) {
            return AttributeValue.fromS(value);
        }
    }
}
