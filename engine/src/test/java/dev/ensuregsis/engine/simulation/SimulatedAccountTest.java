package dev.ensuregsis.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.Capacity;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.definition.Projection;
import dev.ensuregsis.engine.definition.TableCreation;
import dev.ensuregsis.engine.spi.ControlPlaneException;
import dev.ensuregsis.engine.spi.CreateIndexCall;
import dev.ensuregsis.engine.spi.CreateTableCall;
import dev.ensuregsis.engine.spi.LiveIndex.IndexStatus;
import dev.ensuregsis.engine.spi.LiveTable;
import dev.ensuregsis.engine.spi.LiveTable.TableStatus;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The simulated real account lives by section 1 of the reference. */
class SimulatedAccountTest {
    private final VirtualTime time = new VirtualTime();
    private final SimulatedAccount account = SimulatedAccount.real(time, AccountRules.REAL.withTablesInFlight(2), 7);
    private final SomeoneElse someoneElse = new SomeoneElse(account);

    @Test
    void an_added_index_first_has_its_table_updating_then_backfills_in_an_active_table() {
        account.with(TableSetup.onDemand("bookings"));
        account.createIndex(index("bookings", "by-status", "status"));

        assertThat(truth("bookings").status()).isEqualTo(TableStatus.UPDATING);
        assertThat(truth("bookings").index("by-status")).hasValueSatisfying(index -> {
            assertThat(index.status()).isEqualTo(IndexStatus.CREATING);
            assertThat(index.backfilling()).isFalse();
        });

        time.pass(Duration.ofSeconds(57));
        assertThat(truth("bookings").status()).isEqualTo(TableStatus.ACTIVE);
        assertThat(truth("bookings").index("by-status")).hasValueSatisfying(index -> {
            assertThat(index.status()).isEqualTo(IndexStatus.CREATING);
            assertThat(index.backfilling()).isTrue();
        });

        time.pass(Duration.ofMinutes(17));
        assertThat(truth("bookings").index("by-status")).hasValueSatisfying(index -> {
            assertThat(index.status()).isEqualTo(IndexStatus.ACTIVE);
            assertThat(index.backfilling()).isFalse();
        });
    }

    @Test
    void a_second_index_is_refused_in_other_words_while_resources_are_allocated_and_while_items_are_read() {
        account.with(TableSetup.onDemand("bookings"));
        account.createIndex(index("bookings", "by-status", "status"));

        assertRefused(index("bookings", "by-day", "day"), "ResourceInUseException", "Table is being updated");
        assertRefused(index("bookings", "by-status", "status"), "ResourceInUseException", "Index is being created");
        time.pass(Duration.ofMinutes(1));
        assertRefused(index("bookings", "by-day", "day"), "LimitExceededException", "Only 1 online index");
        time.pass(Duration.ofMinutes(17));
        account.createIndex(index("bookings", "by-day", "day"));
        time.pass(Duration.ofMinutes(18));
        assertRefused(index("bookings", "by-day", "day"), "ValidationException", "already exists");
    }

    @Test
    void a_terabyte_takes_more_than_a_day() {
        account.with(TableSetup.onDemand("bookings").sized(1_000_000_000_000L));
        account.createIndex(index("bookings", "by-status", "status"));

        time.pass(Duration.ofHours(25));
        assertThat(truth("bookings").index("by-status").orElseThrow().backfilling())
                .isTrue();
        time.pass(Duration.ofHours(4));
        assertThat(truth("bookings").index("by-status").orElseThrow().status()).isEqualTo(IndexStatus.ACTIVE);
    }

    @Test
    void a_created_table_and_its_indexes_are_active_together_in_seconds() {
        account.createTable(tableOf("flights", 3));

        assertThat(truth("flights").status()).isEqualTo(TableStatus.CREATING);
        time.pass(Duration.ofSeconds(23));
        assertThat(truth("flights").status()).isEqualTo(TableStatus.ACTIVE);
        assertThat(truth("flights").indexes())
                .hasSize(3)
                .allSatisfy(index -> assertThat(index.status()).isEqualTo(IndexStatus.ACTIVE));
    }

    @Test
    void only_so_many_tables_are_in_flight_and_a_finished_one_makes_room() {
        List.of("t-1", "t-2", "t-3").forEach(table -> account.with(TableSetup.onDemand(table)));
        account.createIndex(index("t-1", "by-status", "status"));
        account.createIndex(index("t-2", "by-status", "status"));

        assertThat(account.tablesInFlight()).isEqualTo(2);
        assertRefused(index("t-3", "by-status", "status"), "LimitExceededException", "Only 2 tables");
        time.pass(Duration.ofMinutes(18));
        account.createIndex(index("t-3", "by-status", "status"));
        assertThat(account.tablesInFlight()).isEqualTo(1);
    }

    @Test
    void the_quota_of_indexes_is_the_tables() {
        account.with(TableSetup.onDemand("bookings"));
        for (int i = 0; i < 20; i++) {
            someoneElse.hadCreated("bookings", definition("index-" + i, "a" + i), Map.of("a" + i, AttributeType.S));
        }

        assertRefused(index("bookings", "by-status", "status"), "LimitExceededException", "exceeds per-table limit");
    }

    @Test
    void calls_beyond_the_rate_are_throttled_and_the_rate_recovers() {
        IntStream.range(0, 20).forEach(i -> account.with(TableSetup.onDemand("table-" + i)));
        var throttled = new int[1];
        for (int i = 0; i < 20; i++) {
            try {
                account.createTable(tableOf("table-" + i, 1));
            } catch (ControlPlaneException e) {
                throttled[0] += e.fault().message().contains("Rate of requests") ? 1 : 0;
            }
        }
        assertThat(throttled[0]).isEqualTo(10);

        time.pass(Duration.ofSeconds(1));
        assertThatThrownBy(() -> account.createTable(tableOf("table-1", 1))).hasMessageContaining("already exists");
        assertThatThrownBy(() -> account.createTable(tableOf("table-1", 1))).hasMessageContaining("Rate of requests");
    }

    @Test
    void a_look_can_miss_what_was_made_a_moment_ago_but_not_for_long() {
        account.createTable(tableOf("flights", 1));
        time.pass(Duration.ofSeconds(1));

        var looks = IntStream.range(0, 100)
                .mapToObj(i -> account.describeTable("flights").isPresent())
                .toList();
        assertThat(looks).contains(true, false);
        time.pass(Duration.ofSeconds(3));
        assertThat(IntStream.range(0, 100))
                .allSatisfy(i -> assertThat(account.describeTable("flights")).isPresent());
    }

    @Test
    void exactly_the_key_attributes_belong_in_the_call_and_keep_their_types() {
        account.with(TableSetup.onDemand("bookings"));

        assertRefused(call("by-status", "status", Map.of()), "ValidationException", "not defined");
        assertRefused(
                call("by-status", "status", Map.of("status", AttributeType.S, "day", AttributeType.S)),
                "ValidationException",
                "not used");
        assertRefused(
                call("by-id", "id", Map.of("id", AttributeType.N)), "ValidationException", "is defined as S already");
    }

    @Test
    void throughput_is_for_provisioned_tables_only_and_there_a_must() {
        account.with(TableSetup.onDemand("on-demand"))
                .with(TableSetup.onDemand("provisioned").provisioned(5));
        var withUnits =
                new IndexDefinition("by-status", KeySchema.of("status"), Projection.ALL, Capacity.provisioned(5, 5));
        var types = Map.of("status", AttributeType.S);

        assertRefused(new CreateIndexCall("on-demand", withUnits, types), "ValidationException", "should not be");
        assertRefused(
                index("provisioned", "by-status", "status"), "ValidationException", "ProvisionedThroughput is not");
        account.createIndex(new CreateIndexCall("provisioned", withUnits, types));
        assertThat(truth("provisioned").index("by-status").orElseThrow().throughput())
                .isEqualTo(Capacity.provisioned(5, 5).provisioned());
    }

    @Test
    void a_replica_has_the_index_later() {
        account.with(TableSetup.onDemand("bookings").replicatedTo("us-east-1"));
        account.createIndex(index("bookings", "by-status", "status"));
        for (var here = IndexStatus.CREATING; here != IndexStatus.ACTIVE; ) {
            time.pass(Duration.ofSeconds(5));
            here = truth("bookings").index("by-status").orElseThrow().status();
        }

        assertThat(replicaStatus()).isEqualTo(IndexStatus.CREATING);
        time.pass(Duration.ofMinutes(1));
        assertThat(replicaStatus()).isEqualTo(IndexStatus.ACTIVE);
    }

    @Test
    void what_someone_else_deletes_is_deleting_and_then_gone() {
        account.with(TableSetup.onDemand("bookings"));
        someoneElse.hadCreated("bookings", definition("by-status", "status"), Map.of("status", AttributeType.S));
        someoneElse.deletesIndex("bookings", "by-status");

        assertThat(truth("bookings").status()).isEqualTo(TableStatus.UPDATING);
        assertThat(truth("bookings").index("by-status").orElseThrow().status()).isEqualTo(IndexStatus.DELETING);
        assertRefused(index("bookings", "by-day", "day"), "ResourceInUseException", "Table is being updated");
        time.pass(Duration.ofMinutes(5));
        assertThat(truth("bookings").index("by-status")).isEmpty();
        assertThat(truth("bookings").attributeTypes()).containsOnlyKeys("id");

        someoneElse.deletesTable("bookings");
        assertRefused(index("bookings", "by-day", "day"), "ResourceInUseException", "Table is being deleted");
        time.pass(Duration.ofMinutes(5));
        assertThat(account.truth("bookings")).isEmpty();
        assertRefused(index("bookings", "by-day", "day"), "ResourceNotFoundException", "not found");
    }

    @Test
    void the_account_is_in_the_arn() {
        account.with(TableSetup.onDemand("bookings"));
        assertThat(truth("bookings").accountId()).hasValue("123456789012");
    }

    private IndexStatus replicaStatus() {
        return truth("bookings").replicas().get(0).indexes().getOrDefault("by-status", IndexStatus.OTHER);
    }

    private LiveTable truth(String tableName) {
        return account.truth(tableName).orElseThrow();
    }

    private void assertRefused(CreateIndexCall call, String code, String message) {
        // Each refusal costs one call of the rate, which isn't what these tests are about.
        time.pass(Duration.ofSeconds(1));
        RefusalAssert.assertRefused(() -> account.createIndex(call), code, message);
    }

    private static CreateTableCall tableOf(String tableName, int indexes) {
        var types = new HashMap<String, AttributeType>();
        types.put("id", AttributeType.S);
        IntStream.range(0, indexes).forEach(i -> types.put("a" + i, AttributeType.S));
        return new CreateTableCall(
                tableName,
                types,
                TableCreation.onDemand(KeySchema.of("id")),
                IntStream.range(0, indexes)
                        .mapToObj(i -> definition("index-" + i, "a" + i))
                        .toList());
    }

    private static CreateIndexCall call(String indexName, String key, Map<String, AttributeType> types) {
        return new CreateIndexCall("bookings", definition(indexName, key), types);
    }

    private static CreateIndexCall index(String tableName, String indexName, String key) {
        return new CreateIndexCall(tableName, definition(indexName, key), Map.of(key, AttributeType.S));
    }

    private static IndexDefinition definition(String indexName, String key) {
        return new IndexDefinition(indexName, KeySchema.of(key), Projection.ALL, Capacity.UNSTATED);
    }
}
