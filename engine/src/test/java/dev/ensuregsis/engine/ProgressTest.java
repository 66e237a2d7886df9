package dev.ensuregsis.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.BillingMode;
import dev.ensuregsis.engine.definition.Capacity;
import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.definition.Place;
import dev.ensuregsis.engine.definition.Projection;
import dev.ensuregsis.engine.definition.TableCreation;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.event.GsiEvent.SlowedDown;
import dev.ensuregsis.engine.event.GsiEvent.Waiting;
import dev.ensuregsis.engine.event.Phase;
import dev.ensuregsis.engine.simulation.AccountRules;
import dev.ensuregsis.engine.simulation.Latency;
import dev.ensuregsis.engine.simulation.SimulatedAccount;
import dev.ensuregsis.engine.simulation.SimulatedTimeline;
import dev.ensuregsis.engine.simulation.SomeoneElse;
import dev.ensuregsis.engine.simulation.TableSetup;
import dev.ensuregsis.engine.simulation.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a run tells while DynamoDB takes its time, on a simulated account. */
class ProgressTest {
    private static final long TEN_MINUTES_OF_BACKFILL = 6_000_000_000L;

    private final VirtualTime time = new VirtualTime();
    private final List<GsiEvent> events = new ArrayList<>();

    @Test
    void aWaitIsToldByPhaseAtThePaceThatWasAskedFor() {
        var account = SimulatedAccount.real(time, AccountRules.REAL, 1)
                .with(TableSetup.onDemand("bookings").sized(TEN_MINUTES_OF_BACKFILL));

        run(account, Duration.ofSeconds(10), table("bookings", 2));

        var first = waits().filter(wait -> "index-0".equals(wait.indexName())).toList();
        assertThat(first)
                .extracting(Waiting::phase)
                .startsWith(Phase.ALLOCATING)
                .endsWith(Phase.BACKFILLING)
                .containsOnly(Phase.ALLOCATING, Phase.BACKFILLING);
        assertThat(first).extracting(Waiting::remaining).containsOnly(2);
        assertThat(first).extracting(Waiting::behind).containsOnly(1);
        assertThat(first).extracting(Waiting::itemCount).containsOnly(itemsOf(account));
        for (int i = 1; i < first.size(); i++) {
            assertThat(first.get(i).elapsed().minus(first.get(i - 1).elapsed()))
                    .isBetween(Duration.ofSeconds(10), Duration.ofSeconds(10 + 30));
        }
        assertThat(waits().filter(wait -> "index-1".equals(wait.indexName())))
                .isNotEmpty()
                .allSatisfy(wait -> assertThat(wait.behind()).isZero())
                .extracting(Waiting::remaining)
                .containsOnly(1);
    }

    @Test
    void withoutAPaceEachLookIsTold() {
        var account = SimulatedAccount.real(time, AccountRules.REAL, 1).with(TableSetup.onDemand("bookings"));

        run(account, Duration.ZERO, table("bookings", 1));

        assertThat(waits()).first().extracting(Waiting::elapsed).isEqualTo(Duration.ZERO);
    }

    @Test
    void aRunSaysThatOthersUseUpWhatTheAccountAllows() {
        var account = SimulatedAccount.real(time, AccountRules.REAL.withTablesInFlight(1), 1)
                .with(TableSetup.onDemand("bookings"))
                .with(TableSetup.onDemand("theirs").sized(TEN_MINUTES_OF_BACKFILL));
        time.pass(Duration.ofMinutes(1));
        new SomeoneElse(account)
                .createsIndex("theirs", table("theirs", 1).indexes().get(0), Map.of("agent", AttributeType.S));

        run(account, Duration.ofMinutes(1), table("bookings", 1));

        assertThat(waits().filter(wait -> wait.phase() == Phase.ACCOUNT_BUSY))
                .hasSizeGreaterThan(5)
                .allSatisfy(wait -> assertThat(wait.tableName()).isEqualTo("bookings"));
    }

    @Test
    void aRunThatIsThrottledSaysThatItGoesSlower() {
        var tables = IntStream.range(0, 30).mapToObj(i -> "table-" + i).toList();
        var account = SimulatedAccount.real(time, AccountRules.REAL, 1);
        tables.forEach(table -> account.with(TableSetup.onDemand(table)));

        run(
                account,
                Duration.ofMinutes(1),
                tables.stream().map(table -> table(table, 1)).toArray(TableDefinition[]::new));

        assertThat(events).filteredOn(SlowedDown.class::isInstance).isNotEmpty().allSatisfy(event -> {
            var slowed = (SlowedDown) event;
            assertThat(slowed.calls()).isEqualTo(SlowedDown.CallKind.CHANGES);
            assertThat(slowed.apart()).isBetween(Duration.ofMillis(1), Duration.ofSeconds(10));
        });
    }

    @Test
    void aLocalServerDropsWhatCreateTableCantCarryWithOneLine() {
        var creation = new TableCreation(
                KeySchema.of("id"),
                BillingMode.PAY_PER_REQUEST,
                Capacity.UNSTATED,
                List.of(),
                TableCreation.Settings.NONE,
                List.of(
                        new TableCreation.Beyond("point-in-time recovery", "its owner"),
                        new TableCreation.Beyond("time to live", "its owner")));
        var whole =
                new TableDefinition("bookings", Map.of("id", AttributeType.S), List.of(), creation, Place.of("test"));

        GsiEngine.builder()
                .controlPlane(SimulatedAccount.dynamoDbLocal(time))
                .createTables(true)
                .listener(events::add)
                .build()
                .ensure(
                        new Definitions(List.of(whole)),
                        new SimulatedTimeline(time, Latency.LOCAL, new SplittableRandom(1)),
                        new SplittableRandom(1));

        assertThat(events)
                .filteredOn(GsiEvent.Warned.class::isInstance)
                .containsExactly(
                        new GsiEvent.Warned("Table \"bookings\" is created without what its definition asks for"
                                + " besides: point-in-time recovery, time to live"));
    }

    private Stream<Waiting> waits() {
        return events.stream().filter(Waiting.class::isInstance).map(Waiting.class::cast);
    }

    private static long itemsOf(SimulatedAccount account) {
        return account.describeTable("bookings").orElseThrow().itemCount();
    }

    private void run(SimulatedAccount account, Duration progressInterval, TableDefinition... tables) {
        // Looks are late by a few seconds; what was there before must not be news.
        time.pass(Duration.ofMinutes(1));
        var random = new SplittableRandom(1);
        var report = GsiEngine.builder()
                .controlPlane(account)
                .listener(events::add)
                .progressInterval(progressInterval)
                .build()
                .ensure(new Definitions(List.of(tables)), new SimulatedTimeline(time, Latency.REAL, random), random);
        assertThat(report.isSuccessful()).as("%s", report).isTrue();
    }

    private static TableDefinition table(String name, int indexes) {
        return new TableDefinition(
                name,
                Map.of("id", AttributeType.S, "agent", AttributeType.S),
                IntStream.range(0, indexes)
                        .mapToObj(i -> new IndexDefinition(
                                "index-" + i, KeySchema.of("agent"), Projection.ALL, Capacity.UNSTATED))
                        .toList(),
                null,
                Place.of("test"));
    }
}
