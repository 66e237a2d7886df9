package dev.ensuregsis.engine.internal.statetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensuregsis.engine.internal.state.StateStoreContract;
import dev.ensuregsis.engine.spi.EndedRun;
import dev.ensuregsis.engine.spi.GsiStatus;
import dev.ensuregsis.engine.spi.StateException;
import dev.ensuregsis.engine.spi.StateStore;
import dev.ensuregsis.engine.spi.StateSummary;
import dev.ensuregsis.engine.spi.StoredState;
import dev.ensuregsis.engine.spi.Target;
import dev.ensuregsis.engine.state.StateStores;
import dev.ensuregsis.engine.state.TableOptions;
import dev.ensuregsis.local.DatabaseOptions;
import dev.ensuregsis.local.EmbeddedServer;
import dev.ensuregsis.local.LocalClients;
import dev.ensuregsis.local.LocalDatabase;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The store in a table of a real DynamoDB Local: the expressions, the errors and the shapes are its own. */
class TableOnDynamoDbLocalTest extends StateStoreContract {
    private static final EmbeddedServer SERVER = EmbeddedServer.start(DatabaseOptions.DEFAULT);
    private static final String TABLE = "states";

    private final LocalDatabase database = SERVER.newDatabase();
    private final DynamoDbClient client = LocalClients.create(database.endpoint());
    private final StateStore store = store("contract");

    private StateStore store(String scriptName) {
        return StateStores.inTable(scriptName, client, TABLE, TableOptions.DEFAULT.withCreateTable(true));
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @AfterEach
    void close() {
        store.close();
        client.close();
        database.close();
    }

    @Override
    protected StateStore store() {
        return store;
    }

    @Test
    void anotherTargetOrAnotherNameIsAnotherStateAndIsTold() {
        var elsewhere = new Target("999999999999", "eu-central-1", null);
        write(store, HERE, GsiStatus.FAILED);

        assertThat(store.read(elsewhere))
                .isInstanceOfSatisfying(
                        StoredState.Nothing.class,
                        nothing -> assertThat(nothing.elsewhere())
                                .singleElement()
                                .satisfies(other -> {
                                    assertThat(other.target().accountId()).isEqualTo("123456789012");
                                    assertThat(other.tables()).containsExactly("bookings");
                                }));
        assertThat(store("renamed").read(HERE))
                .isInstanceOfSatisfying(
                        StoredState.Nothing.class,
                        nothing -> assertThat(nothing.elsewhere())
                                .singleElement()
                                .satisfies(
                                        other -> assertThat(other.scriptName()).isEqualTo("contract")));
        write(store("renamed"), elsewhere, GsiStatus.ACTIVE);
        assertThat(kept().orElseThrow().entry(ONE)).contains(entry(ONE, GsiStatus.FAILED));
    }

    @Test
    void itIsReadOnlyWhenTheAccountIsKnown() {
        assertThat(store.read(new Target(null, "eu-central-1", null))).isInstanceOf(StoredState.AccountFirst.class);
        assertThat(store.read(new Target(null, "eu-central-1", "http://localhost:8000")))
                .as("an emulator is known by its endpoint")
                .isInstanceOf(StoredState.Nothing.class);
    }

    @Test
    void whoEndedIsInTheHistoryTheLastOneFirst() {
        try (var session = store.open(HERE, false)) {
            session.ended(run("2026-02-01T10:30:00Z"));
            session.ended(run("2026-02-02T10:30:00Z"));
            session.ended(run("2026-02-03T10:30:00Z"));
        }

        var history = store.history(HERE, 2);

        assertThat(history)
                .extracting(EndedRun::endedAt)
                .containsExactly(Instant.parse("2026-02-03T10:30:00Z"), Instant.parse("2026-02-02T10:30:00Z"));
        assertThat(history.get(0).owner()).isNotNull();
        assertThat(history.get(0).created())
                .containsExactly(new EndedRun.Deed(ONE, Instant.parse("2026-02-01T10:31:00Z")));
        assertThat(kept())
                .as("a run that recorded nothing but its end leaves no state")
                .isEmpty();
    }

    private static EndedRun run(String at) {
        return new EndedRun(
                null,
                Instant.parse(at),
                null,
                "ensured",
                new StateSummary(1, 0, 0, 1, 0),
                List.of(new EndedRun.Deed(ONE, Instant.parse("2026-02-01T10:31:00Z"))),
                List.of());
    }

    @Test
    void whoHoldsItIsNamed() {
        assertThat(store.holder(HERE)).isEmpty();
        try (var session = store.open(HERE, false)) {
            assertThat(store.holder(HERE).orElseThrow().isThisProcess()).isTrue();
            assertThat(session.takenOverFrom()).isEmpty();
        }
        assertThat(store.holder(HERE)).as("after it was given back").isEmpty();
    }

    @Test
    void aTableThatIsMissingIsAskedForInOneMessage() {
        var unmade = StateStores.inTable("contract", client, "not-there", TableOptions.DEFAULT);

        assertThatThrownBy(() -> unmade.read(HERE))
                .isInstanceOf(StateException.Unusable.class)
                .hasMessageContaining("not-there")
                .hasMessageContaining("no such table")
                .hasMessageContaining(TableShape.KEY);
    }

    @Test
    void aTableOfAnotherShapeIsLeftAlone() {
        client.createTable(request -> request.tableName("flights")
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(AttributeDefinition.builder()
                        .attributeName("id")
                        .attributeType(ScalarAttributeType.N)
                        .build())
                .keySchema(KeySchemaElement.builder()
                        .attributeName("id")
                        .keyType(KeyType.HASH)
                        .build()));
        var wrong = StateStores.inTable("contract", client, "flights", TableOptions.DEFAULT.withCreateTable(true));

        assertThatThrownBy(() -> wrong.open(HERE, false))
                .isInstanceOf(StateException.Unusable.class)
                .hasMessageContaining("id (N, HASH)")
                .hasMessageContaining(TableShape.KEY);
        assertThat(client.scan(request -> request.tableName("flights")).count()).isZero();
    }

    @Test
    void aNewerVersionIsRefused() {
        write(store, HERE, GsiStatus.ACTIVE);
        alterHead("contract", "SET version = :value", "2");

        assertThatThrownBy(() -> store.read(HERE)).isInstanceOf(StateException.OtherVersion.class);
        assertThatThrownBy(() -> store.open(HERE, false)).isInstanceOf(StateException.OtherVersion.class);
    }

    /** They are read for a line only that says what else there is. */
    @Test
    void whatAnotherScriptLeftThereStopsNobodyHoweverItLooks() {
        write(store("newer"), HERE, GsiStatus.ACTIVE);
        write(store("without-generation"), HERE, GsiStatus.ACTIVE);
        write(store("with-a-damaged-entry"), HERE, GsiStatus.ACTIVE);
        write(store("whole"), HERE, GsiStatus.ACTIVE);
        alterHead("newer", "SET version = :value", "2");
        alterHead("without-generation", "REMOVE generation", null);
        spoilEntries("with-a-damaged-entry");

        assertThat(store.read(HERE))
                .isInstanceOfSatisfying(
                        StoredState.Nothing.class,
                        nothing -> assertThat(nothing.elsewhere())
                                .containsExactlyInAnyOrder(
                                        new StoredState.Elsewhere("whole", HERE, Set.of("bookings")),
                                        new StoredState.Elsewhere("with-a-damaged-entry", HERE, Set.of())));
        store.open(HERE, false).close();
    }

    @Test
    void whatCantBeReadOfOnesOwnIsNamed() {
        write(store, HERE, GsiStatus.ACTIVE);
        spoilEntries("contract");
        assertThatThrownBy(() -> store.read(HERE))
                .isInstanceOf(StateException.Unusable.class)
                .hasMessageContaining("bookings/one can't be read")
                .hasMessageContaining("Mend that item, or take it away.");

        alterHead("contract", "REMOVE generation", null);

        assertThatThrownBy(() -> store.open(HERE, false))
                .isInstanceOf(StateException.Unusable.class)
                .hasMessageContaining(
                        "the item states / contract|eu-central-1|123456789012 can't be read: it has no \"generation\"");
    }

    private void alterHead(String scriptName, String expression, @Nullable String value) {
        var key = HeadItem.key(StateKey.of(scriptName, HERE).orElseThrow()).attributes();
        client.updateItem(request -> request.tableName(TABLE)
                .key(key)
                .updateExpression(expression)
                .expressionAttributeValues(
                        value == null ? null : new Item().put(":value", value).attributes()));
    }

    private void spoilEntries(String scriptName) {
        var entries = StateKey.of(scriptName, HERE).orElseThrow().text() + "#";
        client.scan(request -> request.tableName(TABLE)).items().stream()
                .filter(item -> Item.of(item).needed(Item.PARTITION).startsWith(entries))
                .forEach(item -> {
                    var spoilt = new HashMap<>(item);
                    spoilt.put("created_at", AttributeValue.fromS("yesterday"));
                    client.putItem(request -> request.tableName(TABLE).item(spoilt));
                });
    }

    @Test
    void readingMakesNoTable() {
        assertThat(store.read(HERE)).isEqualTo(new StoredState.Nothing(false));
        assertThat(store.holder(HERE)).isEmpty();
        assertThat(store.history(HERE, 5)).isEmpty();

        assertThat(client.listTables().tableNames()).isEmpty();
    }

    @Test
    void theTableIsMadeToLast() {
        store.open(HERE, false).close();

        var made = client.describeTable(request -> request.tableName(TABLE)).table();
        assertThat(made.deletionProtectionEnabled()).isTrue();
        assertThat(made.billingModeSummary().billingMode()).isEqualTo(BillingMode.PAY_PER_REQUEST);
        assertThat(client.describeTimeToLive(request -> request.tableName(TABLE))
                        .timeToLiveDescription()
                        .attributeName())
                .isEqualTo("expires_at");
    }

    @Test
    void itIsKeptInItsOwnTableByWhateverNameTheEmulatorIsReached() {
        store.open(HERE, false).close();
        var endpoint = database.endpoint();
        var port = endpoint.uri().getPort();
        for (var host : List.of("localhost", "127.0.0.1", "[::1]")) {
            var there = new Target(null, endpoint.region().id(), "http://" + host + ":" + port);
            assertThat(store.isKeptIn(TABLE, there)).as(host).isTrue();
            assertThat(store.isKeptIn("another", there)).as(host).isFalse();
        }
        assertThat(store.isKeptIn(
                        TABLE, new Target("123456789012", endpoint.region().id(), null)))
                .as("the ARN says 000000000000")
                .isFalse();
    }

    private static void write(StateStore store, Target target, GsiStatus status) {
        try (var session = store.open(target, false)) {
            session.write(entry(ONE, status)).toCompletableFuture().join();
        }
    }
}
