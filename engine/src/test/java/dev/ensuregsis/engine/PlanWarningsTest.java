package dev.ensuregsis.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.Plan.IndexPlan;
import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.BillingMode;
import dev.ensuregsis.engine.definition.Capacity;
import dev.ensuregsis.engine.definition.DefinitionReader;
import dev.ensuregsis.engine.definition.DefinitionSource;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.definition.Place;
import dev.ensuregsis.engine.definition.Projection;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.definition.Throughput;
import dev.ensuregsis.engine.event.PlannedAction;
import dev.ensuregsis.engine.spi.LiveIndex;
import dev.ensuregsis.engine.spi.LiveIndex.IndexStatus;
import dev.ensuregsis.engine.spi.LiveTable;
import dev.ensuregsis.engine.spi.LiveTable.TableStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanWarningsTest {
    private static final TableDefinition BOOKINGS =
            new TableDefinition("bookings", Map.of("agent", AttributeType.S), List.of(), null, Place.of("test"));

    @Test
    void aSmallTableOnDemandNeedsNone() {
        assertThat(PlanWarnings.of(BOOKINGS, live(BillingMode.PAY_PER_REQUEST, 5), plans(20, Projection.ALL)))
                .isEmpty();
    }

    @Test
    void moreIndexesThanTheQuota() {
        assertThat(PlanWarnings.of(BOOKINGS, live(BillingMode.PAY_PER_REQUEST, 5), plans(21, Projection.ALL)))
                .containsExactly(
                        "the table would have 21 global secondary indexes (0 live, 21 to create); its quota is 20 unless"
                                + " it was raised");
    }

    @Test
    void whatIsBeingDeletedLeavesItsPlace() {
        var live = live(
                BillingMode.PAY_PER_REQUEST,
                5,
                index("old", IndexStatus.ACTIVE),
                index("older", IndexStatus.ACTIVE),
                index("oldest", IndexStatus.DELETING));

        assertThat(PlanWarnings.of(BOOKINGS, live, plans(18, Projection.ALL))).isEmpty();
        assertThat(PlanWarnings.of(BOOKINGS, live, plans(19, Projection.ALL)))
                .containsExactly(
                        "the table would have 21 global secondary indexes (2 live, 19 to create; 1 being deleted not"
                                + " counted); its quota is 20 unless it was raised; live and not defined: old, older");
    }

    @Test
    void moreProjectedAttributesThanAreAllowed() {
        var twenty = new Projection.Include(
                IntStream.range(0, 20).mapToObj(i -> "attribute-" + i).toList());

        assertThat(PlanWarnings.of(BOOKINGS, live(BillingMode.PAY_PER_REQUEST, 5), plans(5, twenty)))
                .isEmpty();
        assertThat(PlanWarnings.of(BOOKINGS, live(BillingMode.PAY_PER_REQUEST, 5), plans(6, twenty)))
                .containsExactly("all INCLUDE projections of the table would name 120 attributes, repeats counted;"
                        + " DynamoDB allows 100");
    }

    @Test
    void localIndexesProjectAttributesToo() {
        var twenty =
                IntStream.range(0, 20).mapToObj(i -> "\"attribute-" + i + "\"").toList();
        var table = read("""
                {"bookings": {"KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}, {"AttributeName": "at", "KeyType":
                  "RANGE"}], "LocalSecondaryIndexes": [{"IndexName": "by-agent", "KeySchema": [{"AttributeName": "id",
                  "KeyType": "HASH"}, {"AttributeName": "agent", "KeyType": "RANGE"}], "Projection": {"ProjectionType":
                  "INCLUDE", "NonKeyAttributes": NAMES}}]}}""".replace("NAMES", twenty.toString()));
        var include = new Projection.Include(
                IntStream.range(0, 20).mapToObj(i -> "attribute-" + i).toList());

        assertThat(PlanWarnings.of(table, Optional.empty(), plans(4, include))).isEmpty();
        assertThat(PlanWarnings.of(table, Optional.empty(), plans(5, include)))
                .containsExactly("all INCLUDE projections of the table would name 120 attributes, repeats counted;"
                        + " DynamoDB allows 100");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {"none, false", "9, true", "10, false", "11, false"})
    void anIndexWithLessThanTheTableCanThrottleTheTable(@Nullable Long units, boolean warned) {
        var capacity = units == null ? Capacity.UNSTATED : Capacity.provisioned(5, units);
        var plan = plan(new IndexDefinition("by-agent", KeySchema.of("agent"), Projection.ALL, capacity));

        assertThat(PlanWarnings.of(BOOKINGS, live(BillingMode.PROVISIONED, 5), List.of(plan)))
                .isEqualTo(
                        warned
                                ? List.of(
                                        "by-agent is given 9 write capacity units, and the table has 10: when the index"
                                                + " can't keep up, while it is built or later, DynamoDB throttles writes to the"
                                                + " table itself")
                                : List.of());
    }

    @Test
    void attributesThatNoKeyUsesAsTheyAreReadFromAFile() {
        var table = read("""
                {"bookings": {
                  "AttributeDefinitions": [
                    {"AttributeName": "id", "AttributeType": "S"}, {"AttributeName": "agent", "AttributeType": "S"},
                    {"AttributeName": "price", "AttributeType": "N"}, {"AttributeName": "colour", "AttributeType": "S"}],
                  "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
                  "GlobalSecondaryIndexes": [
                    {"IndexName": "by-agent", "KeySchema": [{"AttributeName": "agent", "KeyType": "HASH"}]}]}}
                """);

        assertThat(PlanWarnings.of(table, Optional.empty(), List.of()))
                .containsExactly("no key uses the attributes that are defined: colour, price");
    }

    private static TableDefinition read(String json) {
        return DefinitionReader.builder()
                .build()
                .read(List.of(DefinitionSource.text("gsis.json", json)))
                .tables()
                .get(0);
    }

    private static Optional<LiveTable> live(BillingMode billing, long items, LiveIndex... indexes) {
        return Optional.of(new LiveTable(
                "bookings",
                null,
                TableStatus.ACTIVE,
                KeySchema.of("id"),
                Map.of(),
                billing,
                billing == BillingMode.PROVISIONED ? new Throughput(10L, 10L) : null,
                List.of(indexes),
                List.of(),
                items,
                1000));
    }

    private static LiveIndex index(String name, IndexStatus status) {
        return new LiveIndex(name, status, false, KeySchema.of("agent"), Projection.ALL, null, 0, 0);
    }

    private static List<IndexPlan> plans(int count, Projection projection) {
        return IntStream.range(0, count)
                .mapToObj(i -> new IndexDefinition("index-" + i, KeySchema.of("agent"), projection, Capacity.UNSTATED))
                .map(PlanWarningsTest::plan)
                .toList();
    }

    private static IndexPlan plan(IndexDefinition index) {
        return new IndexPlan(new IndexId("bookings", index.name()), index, PlannedAction.CREATE, "missing", null);
    }
}
