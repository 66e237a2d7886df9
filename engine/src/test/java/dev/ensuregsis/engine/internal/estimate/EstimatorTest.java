package dev.ensuregsis.engine.internal.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.BillingMode;
import dev.ensuregsis.engine.definition.Capacity;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.definition.Place;
import dev.ensuregsis.engine.definition.Projection;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.definition.Throughput;
import dev.ensuregsis.engine.estimate.Amount;
import dev.ensuregsis.engine.estimate.Basis;
import dev.ensuregsis.engine.estimate.Basis.Kind;
import dev.ensuregsis.engine.estimate.Bound;
import dev.ensuregsis.engine.estimate.BuildWork;
import dev.ensuregsis.engine.estimate.DurationRange;
import dev.ensuregsis.engine.estimate.IndexEstimate;
import dev.ensuregsis.engine.estimate.RunEstimate;
import dev.ensuregsis.engine.event.PlannedAction;
import dev.ensuregsis.engine.spi.GsiEntry;
import dev.ensuregsis.engine.spi.GsiStatus;
import dev.ensuregsis.engine.spi.LiveReplica;
import dev.ensuregsis.engine.spi.LiveTable;
import dev.ensuregsis.engine.spi.LiveTable.TableStatus;
import dev.ensuregsis.engine.spi.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EstimatorTest {
    private static final Target VIRGINIA = new Target("123456789012", "us-east-1", null);
    private static final Target FRANKFURT = new Target("123456789012", "eu-central-1", null);
    private static final long MIB = 1 << 20;

    /** A million items of 1.5 KiB: one and a half units each at least, two at most. */
    private static final long ITEMS = 1_048_576;

    private static final long BYTES = 1536 * ITEMS;

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void whatOneIndexTakes(String why, PlannedTable table, @Nullable DurationRange duration, Basis basis, Bound bound) {
        var index = one(estimate(table));

        assertThat(index.duration()).isEqualTo(duration);
        assertThat(index.basis()).isEqualTo(basis);
        assertThat(index.bound()).isEqualTo(bound);
    }

    static Stream<Arguments> whatOneIndexTakes() {
        return Stream.of(
                Arguments.of(
                        "an empty table",
                        table("empty", onDemand(0, 0), PlannedAction.CREATE),
                        minutes(5, 25),
                        new Basis(Kind.EMPTY_TABLE),
                        null),
                Arguments.of(
                        "a table that is not there",
                        table("new", null, PlannedAction.CREATE_WITH_TABLE),
                        new DurationRange(Duration.ofSeconds(14), Duration.ofSeconds(22)),
                        new Basis(Kind.WITH_NEW_TABLE),
                        null),
                Arguments.of(
                        "a table that was not seen",
                        table("unseen", null, PlannedAction.NOT_SEEN),
                        null,
                        new Basis(Kind.UNKNOWN),
                        null),
                Arguments.of(
                        "on demand: 4,000 units a second, at best and at worst",
                        table("large", onDemand(ITEMS, BYTES), PlannedAction.CREATE),
                        // 1,572,864 and 2,621,440 units.
                        new DurationRange(Duration.ofSeconds(300 + 394), Duration.ofSeconds(1500 + 656)),
                        new Basis(Kind.SIZE_AND_CAPACITY),
                        new Bound(Bound.Kind.DEFAULT_WARM_THROUGHPUT, 4000)),
                Arguments.of(
                        "on demand, a hundred times as large: what it bears doubles every half hour at best",
                        table("huge", onDemand(100 * ITEMS, 100 * BYTES), PlannedAction.CREATE),
                        // 7.2, 14.4, 28.8 and 57.6 million units in half an hour each, then the rest at 64,000 a
                        // second.
                        new DurationRange(Duration.ofSeconds(300 + 4 * 1800 + 771), Duration.ofSeconds(1500 + 65536)),
                        new Basis(Kind.SIZE_AND_CAPACITY),
                        new Bound(Bound.Kind.DEFAULT_WARM_THROUGHPUT, 4000)),
                Arguments.of(
                        "on demand, warmed up by its definition",
                        table(
                                "warm",
                                onDemand(ITEMS, BYTES),
                                new Capacity(null, null, new Throughput(12_000L, 40_000L)),
                                PlannedAction.CREATE),
                        new DurationRange(Duration.ofSeconds(300 + 40), Duration.ofSeconds(1500 + 66)),
                        new Basis(Kind.SIZE_AND_CAPACITY),
                        new Bound(Bound.Kind.WARM_THROUGHPUT, 40_000)),
                Arguments.of(
                        "provisioned, with a capacity of its own",
                        table(
                                "small",
                                provisioned(new Throughput(100L, 100L)),
                                Capacity.provisioned(5, 10),
                                PlannedAction.CREATE),
                        new DurationRange(Duration.ofSeconds(300 + 157_287), Duration.ofSeconds(1500 + 262_144)),
                        new Basis(Kind.SIZE_AND_CAPACITY),
                        new Bound(Bound.Kind.INDEX_CAPACITY, 10)),
                Arguments.of(
                        "provisioned, with the table's",
                        table("inherits", provisioned(new Throughput(100L, 100L)), PlannedAction.CREATE),
                        new DurationRange(Duration.ofSeconds(300 + 15_729), Duration.ofSeconds(1500 + 26_215)),
                        new Basis(Kind.SIZE_AND_CAPACITY),
                        new Bound(Bound.Kind.TABLE_CAPACITY, 100)),
                Arguments.of(
                        "provisioned, and nobody says how much",
                        table("unknown", provisioned(null), PlannedAction.CREATE),
                        null,
                        new Basis(Kind.UNKNOWN),
                        null),
                Arguments.of(
                        "one that builds already may be over at once",
                        table("building", onDemand(0, 0), PlannedAction.WAIT),
                        new DurationRange(Duration.ZERO, Duration.ofMinutes(25)),
                        new Basis(Kind.EMPTY_TABLE),
                        null));
    }

    @ParameterizedTest
    @CsvSource({"NOTHING", "LEAVE_FAILED", "LEAVE_PENDING", "FAIL"})
    void whatIsNotBuiltTakesNothing(PlannedAction action) {
        var estimate = estimate(table("bookings", onDemand(ITEMS, BYTES), action));

        assertThat(estimate).isEqualTo(new RunEstimate(List.of(), null, BuildWork.NONE, estimate.cost()));
        assertThat(estimate.unknown()).isEmpty();
    }

    @Test
    void whatEarlierIndexesOfTheTableTookIsBetterThanAnyRule() {
        var earlier = earlier(tookMinutes("bookings", 10), tookMinutes("bookings", 12), tookMinutes("other", 90));

        var index = one(
                Estimator.of(List.of(table("bookings", onDemand(1000, MIB), PlannedAction.CREATE)), earlier, VIRGINIA));

        assertThat(index.duration()).isEqualTo(new DurationRange(Duration.ofSeconds(400), Duration.ofMinutes(18)));
        assertThat(index.basis()).isEqualTo(new Basis(Kind.EARLIER_ON_TABLE, 2));
    }

    @Test
    void aTableThatHasGrownSinceIsForeseenByItsSize() {
        var index = one(Estimator.of(
                List.of(table("bookings", onDemand(100 * ITEMS, 100 * BYTES), PlannedAction.CREATE)),
                earlier(tookMinutes("bookings", 10)),
                VIRGINIA));

        assertThat(index.basis()).isEqualTo(new Basis(Kind.SIZE_AND_CAPACITY));
    }

    @ParameterizedTest(name = "{0} items beside {1}: {2}")
    @CsvSource({
        "0, 0, EARLIER_ON_SIMILAR_TABLES",
        "0, 99999, EARLIER_ON_SIMILAR_TABLES",
        "1000000, 3000000, EARLIER_ON_SIMILAR_TABLES",
        "1000000, 4000000, SIZE_AND_CAPACITY",
        "0, 200000, SIZE_AND_CAPACITY"
    })
    void tablesAsLargeTakeAsLong(long others, long items, Kind basis) {
        var estimate = Estimator.of(
                List.of(
                        table("other", onDemand("other", others, others * 100), PlannedAction.NOTHING),
                        table("bookings", onDemand(items, items * 100), PlannedAction.CREATE)),
                earlier(tookMinutes("other", 14), tookMinutes("gone", 1)),
                VIRGINIA);

        assertThat(one(estimate).basis().kind()).isEqualTo(basis);
    }

    @Test
    void indexesOfATableComeOneAfterAnotherAndTablesSideBySide() {
        var estimate = estimate(
                table("bookings", onDemand(0, 0), PlannedAction.CREATE, PlannedAction.CREATE),
                table("flights", onDemand("flights", 0, 0), PlannedAction.CREATE),
                table("new", null, PlannedAction.CREATE_WITH_TABLE, PlannedAction.CREATE_WITH_TABLE),
                table("unseen", null, PlannedAction.NOT_SEEN));

        assertThat(estimate.duration()).isEqualTo(minutes(10, 50));
        assertThat(estimate.unknown()).containsExactly(new IndexId("unseen", "index-0"));
    }

    @Test
    void moreTablesThanTheAccountTakesAtATimeWaitForEachOther() {
        var tables = IntStream.range(0, 1500)
                .mapToObj(i -> table("table-" + i, onDemand("table-" + i, 0, 0), PlannedAction.CREATE))
                .toArray(PlannedTable[]::new);

        assertThat(estimate(tables).duration()).isEqualTo(minutes(15, 75));
    }

    @Test
    void whatAWholeCopyWrites() {
        assertThat(one(estimate(table("bookings", onDemand(ITEMS, BYTES), PlannedAction.CREATE)))
                        .work())
                .isEqualTo(new BuildWork(
                        new Amount(BYTES / 1024, ITEMS + BYTES / 1024), new Amount(BYTES, BYTES + 100 * ITEMS)));
    }

    @Test
    void ofAPartOfEachItemTheSizeIsNotKnown() {
        var keys = table(
                "bookings", onDemand(ITEMS, BYTES), Projection.KEYS_ONLY, Capacity.UNSTATED, PlannedAction.CREATE);

        assertThat(one(estimate(keys)).work())
                .isEqualTo(new BuildWork(
                        new Amount(ITEMS, ITEMS + BYTES / 1024), new Amount(100 * ITEMS, BYTES + 100 * ITEMS)));
    }

    @Test
    void eachRegionOfATableWritesItsOwn() {
        var global = table("bookings", withReplica(onDemand(ITEMS, BYTES)), PlannedAction.CREATE);
        var alone = table("bookings", onDemand(ITEMS, BYTES), PlannedAction.CREATE);

        assertThat(writes(global)).isEqualTo(writes(alone).times(2));
        assertThat(one(estimate(global)).duration())
                .isEqualTo(one(estimate(alone)).duration());
        assertThat(estimate(global).cost()).as("other regions, other prices").isNull();
    }

    @Test
    void aPriceStandsOnlyWhereItIsKnown() {
        var table = table("bookings", onDemand(ITEMS, BYTES), PlannedAction.CREATE);

        var cost = Estimator.of(List.of(table), EarlierBuilds.NONE, VIRGINIA).cost();
        assertThat(cost).isNotNull();
        assertThat(cost.region()).isEqualTo("us-east-1");
        assertThat(cost.currency()).isEqualTo("USD");
        assertThat(cost.asOf()).matches("\\d{4}-\\d{2}");
        // 1.57 and 2.62 million units at 0.625; 1.5 and 1.6 GB at 0.25.
        assertThat(cost.writes().least()).isBetween(0.98, 0.99);
        assertThat(cost.writes().most()).isBetween(1.63, 1.64);
        assertThat(cost.storagePerMonth().least()).isEqualTo(0.375);
        assertThat(Estimator.of(List.of(table), EarlierBuilds.NONE, FRANKFURT).cost())
                .isNull();
    }

    @Test
    void provisionedWritesAreNotPaidForOneByOne() {
        var table = table("bookings", provisioned(new Throughput(10L, 10L)), PlannedAction.CREATE);

        var cost = Estimator.of(List.of(table), EarlierBuilds.NONE, VIRGINIA).cost();
        assertThat(cost).isNotNull();
        assertThat(cost.writes().most()).isZero();
        assertThat(cost.storagePerMonth().most()).isPositive();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "none, false, true",
                "https://dynamodb.eu-central-1.amazonaws.com, false, true",
                "https://123456789012.ddb.eu-central-1.amazonaws.com, false, true",
                "http://dynamodb:8000, false, false",
                "none, true, false"
            })
    void onlyOfAwsAnythingIsKnown(@Nullable String endpoint, boolean local, boolean known) {
        assertThat(Estimator.knows(new Target(null, "eu-central-1", endpoint), local))
                .isEqualTo(known);
    }

    private static RunEstimate estimate(PlannedTable... tables) {
        return Estimator.of(List.of(tables), EarlierBuilds.NONE, VIRGINIA);
    }

    private static Amount writes(PlannedTable table) {
        return Objects.requireNonNull(one(estimate(table)).work()).writeUnits();
    }

    private static IndexEstimate one(RunEstimate estimate) {
        assertThat(estimate.indexes()).hasSize(1);
        return estimate.indexes().get(0);
    }

    private static DurationRange minutes(long least, long most) {
        return new DurationRange(Duration.ofMinutes(least), Duration.ofMinutes(most));
    }

    /** What earlier ones took with capacity of their own says nothing of one that is built with more. */
    @Test
    void anIndexThatIsBuiltWithRaisedCapacityIsBoundedByThat() {
        var own = table(
                "raised", provisioned(new Throughput(100L, 100L)), Capacity.provisioned(5, 10), PlannedAction.CREATE);
        var planned = new PlannedTable(own.definition(), own.live(), own.actions(), 1000L);

        var index = one(Estimator.of(List.of(planned), earlier(tookMinutes("raised", 90)), VIRGINIA));

        assertThat(index.bound()).isEqualTo(new Bound(Bound.Kind.BACKFILL_CAPACITY, 1000));
        assertThat(index.basis()).isEqualTo(new Basis(Kind.SIZE_AND_CAPACITY));
        assertThat(index.duration())
                .isEqualTo(new DurationRange(Duration.ofSeconds(300 + 1573), Duration.ofSeconds(1500 + 2622)));
    }

    @Test
    void whatHasMoreOfItsOwnIsNotRaised() {
        var own = table(
                "own", provisioned(new Throughput(100L, 100L)), Capacity.provisioned(5, 2000), PlannedAction.CREATE);
        var planned = new PlannedTable(own.definition(), own.live(), own.actions(), 1000L);

        assertThat(one(Estimator.of(List.of(planned), earlier(), VIRGINIA)).bound())
                .isEqualTo(new Bound(Bound.Kind.INDEX_CAPACITY, 2000));
    }

    private static EarlierBuilds earlier(GsiEntry... entries) {
        return EarlierBuilds.of(List.of(entries));
    }

    private static GsiEntry tookMinutes(String table, int minutes) {
        var asked = Instant.parse("2026-02-01T10:30:00Z");
        return new GsiEntry(
                new IndexId(table, "earlier"),
                GsiStatus.ACTIVE,
                asked,
                asked.plus(Duration.ofMinutes(minutes)),
                0,
                null,
                null,
                null,
                null);
    }

    private static PlannedTable table(String name, @Nullable LiveTable live, PlannedAction... actions) {
        return table(name, live, Projection.ALL, Capacity.UNSTATED, actions);
    }

    private static PlannedTable table(String name, LiveTable live, Capacity capacity, PlannedAction... actions) {
        return table(name, live, Projection.ALL, capacity, actions);
    }

    private static PlannedTable table(
            String name, @Nullable LiveTable live, Projection projection, Capacity capacity, PlannedAction... actions) {
        var planned = new LinkedHashMap<String, PlannedAction>();
        Arrays.stream(actions).forEach(action -> planned.put("index-" + planned.size(), action));
        var definition = new TableDefinition(
                name,
                Map.of("agent", AttributeType.S),
                planned.keySet().stream()
                        .map(index -> new IndexDefinition(index, KeySchema.of("agent"), projection, capacity))
                        .toList(),
                null,
                Place.of("test"));
        return new PlannedTable(definition, Optional.ofNullable(live), planned, null);
    }

    private static LiveTable onDemand(long items, long bytes) {
        return onDemand("bookings", items, bytes);
    }

    private static LiveTable onDemand(String name, long items, long bytes) {
        return live(name, BillingMode.PAY_PER_REQUEST, null, items, bytes, List.of());
    }

    private static LiveTable provisioned(@Nullable Throughput throughput) {
        return live("bookings", BillingMode.PROVISIONED, throughput, ITEMS, BYTES, List.of());
    }

    private static LiveTable withReplica(LiveTable table) {
        return live(
                table.name(),
                table.billingMode(),
                table.throughput(),
                table.itemCount(),
                table.sizeBytes(),
                List.of(new LiveReplica("eu-west-1", "ACTIVE", Map.of())));
    }

    private static LiveTable live(
            String name,
            BillingMode billing,
            @Nullable Throughput throughput,
            long items,
            long bytes,
            List<LiveReplica> replicas) {
        return new LiveTable(
                name,
                null,
                TableStatus.ACTIVE,
                KeySchema.of("id"),
                Map.of(),
                billing,
                throughput,
                List.of(),
                replicas,
                items,
                bytes);
    }
}
