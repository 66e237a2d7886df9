package dev.ensuregsis.engine.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.BillingMode;
import dev.ensuregsis.engine.definition.Capacity;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.definition.Projection;
import dev.ensuregsis.engine.definition.TableCreation;
import dev.ensuregsis.engine.spi.ControlPlane;
import dev.ensuregsis.engine.spi.ControlPlaneException;
import dev.ensuregsis.engine.spi.ControlPlaneFault.Answered;
import dev.ensuregsis.engine.spi.CreateIndexCall;
import dev.ensuregsis.engine.spi.CreateTableCall;
import dev.ensuregsis.engine.spi.IndexRemoval;
import dev.ensuregsis.engine.spi.LiveIndex;
import dev.ensuregsis.engine.spi.LiveIndex.IndexStatus;
import dev.ensuregsis.engine.spi.LiveTable;
import dev.ensuregsis.engine.spi.LiveTable.TableStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What a real DynamoDB Local and the simulated one both do. So the simulation's rules are not just our own opinion. */
abstract class DynamoDbLocalContract {
    private static final IndexDefinition BY_STATUS = index("by-status", "status");
    private static final IndexDefinition BY_DAY = index("by-day", "day");

    /** ListTables gives at most a hundred names at a time. */
    private static final int MORE_THAN_A_PAGE = 101;

    abstract ControlPlane controlPlane();

    abstract IndexRemoval removal();

    /** Lets time pass until it is so; fails when it takes much longer than DynamoDB Local's tick. */
    abstract void await(BooleanSupplier condition);

    @Test
    void a_table_and_its_indexes_are_active_at_once() {
        createTable("flights", BY_STATUS, BY_DAY);

        var table = look("flights");
        assertThat(table.status()).isEqualTo(TableStatus.ACTIVE);
        assertThat(table.keySchema()).isEqualTo(KeySchema.of("id"));
        assertThat(table.billingMode()).isEqualTo(BillingMode.PAY_PER_REQUEST);
        assertThat(table.throughput()).isNull();
        assertThat(table.accountId()).hasValue("000000000000");
        assertThat(table.attributeTypes()).containsOnlyKeys("id", "status", "day");
        assertThat(table.indexes())
                .allSatisfy(index -> assertThat(index.status()).isEqualTo(IndexStatus.ACTIVE))
                .extracting(LiveIndex::name)
                .containsExactlyInAnyOrder("by-status", "by-day");
        assertThat(table.index("by-status")).hasValueSatisfying(index -> {
            assertThat(index.keySchema()).isEqualTo(KeySchema.of("status"));
            assertThat(index.projection()).isEqualTo(Projection.ALL);
            assertThat(index.throughput()).isNull();
        });
    }

    @Test
    void a_missing_table_is_empty_to_look_at_and_takes_no_index() {
        assertThat(controlPlane().describeTable("nowhere")).isEmpty();
        assertRefused(() -> createIndex("nowhere", BY_STATUS), "ResourceNotFoundException");
    }

    @Test
    void all_tables_are_listed_however_many() {
        assertThat(controlPlane().listTables()).isEmpty();
        var names =
                IntStream.range(0, MORE_THAN_A_PAGE).mapToObj(i -> "table-" + i).collect(Collectors.toSet());
        names.forEach(name -> createTable(name));

        assertThat(controlPlane().listTables()).isEqualTo(names);
    }

    @Test
    void a_table_is_created_once() {
        createTable("flights");
        assertRefused(() -> createTable("flights"), "ResourceInUseException");
    }

    @Test
    void an_added_index_is_creating_in_an_active_table_until_the_next_tick() {
        createTable("bookings");
        createIndex("bookings", BY_STATUS);

        assertThat(look("bookings").status()).isEqualTo(TableStatus.ACTIVE);
        assertThat(look("bookings").index("by-status")).hasValueSatisfying(index -> {
            assertThat(index.status()).isEqualTo(IndexStatus.CREATING);
            assertThat(index.backfilling()).isFalse();
        });
        awaitActive("bookings", "by-status");
        assertThat(look("bookings").attributeTypes()).containsOnlyKeys("id", "status");
    }

    @Test
    void one_index_at_a_time() {
        createTable("bookings");
        createIndex("bookings", BY_STATUS);

        assertRefused(() -> createIndex("bookings", BY_DAY), "LimitExceededException");
        awaitActive("bookings", "by-status");
        createIndex("bookings", BY_DAY);
        awaitActive("bookings", "by-day");
    }

    @Test
    void a_deleted_index_is_gone_by_and_by_with_the_types_of_its_key() {
        createTable("bookings", BY_STATUS, BY_DAY);

        removal().deleteIndex("bookings", "by-status");

        await(() -> look("bookings").index("by-status").isEmpty());
        assertThat(look("bookings").index("by-day")).isPresent();
        assertThat(look("bookings").attributeTypes()).doesNotContainKey("status");
    }

    @Test
    void what_is_not_there_can_not_be_deleted_table_or_index() {
        createTable("bookings");

        assertRefused(() -> removal().deleteIndex("bookings", "by-status"), "ResourceNotFoundException");
        assertRefused(() -> removal().deleteIndex("nowhere", "by-status"), "ResourceNotFoundException");
    }

    @Test
    void an_index_that_exists_is_refused_by_its_name() {
        createTable("bookings", BY_STATUS);

        assertRefused(() -> createIndex("bookings", BY_STATUS), "ValidationException")
                .contains("already exists");
    }

    @Test
    void every_key_attribute_needs_its_definition() {
        createTable("bookings");

        assertRefused(
                () -> controlPlane().createIndex(new CreateIndexCall("bookings", BY_STATUS, Map.of())),
                "ValidationException");
    }

    @Test
    void an_unused_attribute_definition_is_taken() {
        createTable("bookings");
        controlPlane()
                .createIndex(new CreateIndexCall(
                        "bookings", BY_STATUS, Map.of("status", AttributeType.S, "unused", AttributeType.S)));

        awaitActive("bookings", "by-status");
    }

    @Test
    void a_missing_throughput_on_a_provisioned_table_is_a_failure_inside() {
        controlPlane()
                .createTable(new CreateTableCall(
                        "provisioned",
                        Map.of("id", AttributeType.S),
                        new TableCreation(
                                KeySchema.of("id"),
                                BillingMode.PROVISIONED,
                                Capacity.provisioned(5, 5),
                                List.of(),
                                TableCreation.Settings.NONE,
                                List.of()),
                        List.of()));

        assertRefused(() -> createIndex("provisioned", BY_STATUS), "InternalFailure");
        var withUnits =
                new IndexDefinition("by-status", KeySchema.of("status"), Projection.ALL, Capacity.provisioned(5, 5));
        createIndex("provisioned", withUnits);
        awaitActive("provisioned", "by-status");
    }

    @Test
    void five_tables_at_a_time() {
        for (int i = 0; i < 6; i++) {
            createTable("table-" + i);
        }
        for (int i = 0; i < 5; i++) {
            createIndex("table-" + i, BY_STATUS);
        }
        assertRefused(() -> createIndex("table-5", BY_STATUS), "LimitExceededException")
                .contains("Only 5 tables with online indexes can be created simultaneously");
        awaitActive("table-0", "by-status");
        await(() -> isTaken(() -> createIndex("table-5", BY_STATUS)));
    }

    private void awaitActive(String tableName, String indexName) {
        await(() -> look(tableName)
                .index(indexName)
                .filter(index -> index.status() == IndexStatus.ACTIVE)
                .isPresent());
    }

    private LiveTable look(String tableName) {
        return controlPlane().describeTable(tableName).orElseThrow();
    }

    private void createTable(String tableName, IndexDefinition... indexes) {
        var types = new HashMap<String, AttributeType>();
        types.put("id", AttributeType.S);
        for (var index : indexes) {
            index.keySchema().attributes().forEach(attribute -> types.put(attribute, AttributeType.S));
        }
        controlPlane()
                .createTable(new CreateTableCall(
                        tableName, types, TableCreation.onDemand(KeySchema.of("id")), List.of(indexes)));
    }

    private void createIndex(String tableName, IndexDefinition index) {
        var types = new HashMap<String, AttributeType>();
        index.keySchema().attributes().forEach(attribute -> types.put(attribute, AttributeType.S));
        controlPlane().createIndex(new CreateIndexCall(tableName, index, types));
    }

    private static boolean isTaken(Runnable call) {
        try {
            call.run();
            return true;
        } catch (ControlPlaneException refused) {
            return false;
        }
    }

    private static AbstractStringAssert<?> assertRefused(ThrowingCallable call, String code) {
        var message = new String[1];
        assertThatExceptionOfType(ControlPlaneException.class)
                .isThrownBy(call)
                .satisfies(refused -> assertThat(refused.fault()).isInstanceOfSatisfying(Answered.class, answered -> {
                    assertThat(answered.code()).as(answered.message()).isEqualTo(code);
                    message[0] = answered.message();
                }));
        return assertThat(message[0]);
    }

    private static IndexDefinition index(String name, String key) {
        return new IndexDefinition(name, KeySchema.of(key), Projection.ALL, Capacity.UNSTATED);
    }
}
