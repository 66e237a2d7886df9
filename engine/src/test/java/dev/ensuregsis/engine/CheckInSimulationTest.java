package dev.ensuregsis.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensuregsis.engine.check.CheckForecast;
import dev.ensuregsis.engine.check.CheckJournal;
import dev.ensuregsis.engine.check.CheckListener;
import dev.ensuregsis.engine.check.CheckProgress;
import dev.ensuregsis.engine.check.CheckReport;
import dev.ensuregsis.engine.check.CheckReport.Verdict;
import dev.ensuregsis.engine.check.IndexCheck;
import dev.ensuregsis.engine.check.Places;
import dev.ensuregsis.engine.check.ReadCost;
import dev.ensuregsis.engine.check.Reason;
import dev.ensuregsis.engine.check.Sample;
import dev.ensuregsis.engine.check.TableCheck;
import dev.ensuregsis.engine.definition.DefinitionReader;
import dev.ensuregsis.engine.definition.DefinitionSource;
import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.definition.Throughput;
import dev.ensuregsis.engine.event.CouldNotLookException;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.simulation.Latency;
import dev.ensuregsis.engine.simulation.SimulatedItems;
import dev.ensuregsis.engine.simulation.SimulatedTimeline;
import dev.ensuregsis.engine.simulation.VirtualTime;
import dev.ensuregsis.engine.spi.LiveIndex;
import dev.ensuregsis.engine.spi.LiveIndex.IndexStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@DisplayName("A check of items, in simulated time")
class CheckInSimulationTest {
    private static final Definitions AGENT =
            DefinitionReader.builder().build().read(List.of(DefinitionSource.text("gsis.json", """
            {"bookings": {
              "AttributeDefinitions": [
                {"AttributeName": "id", "AttributeType": "S"}, {"AttributeName": "agent", "AttributeType": "S"}],
              "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
              "GlobalSecondaryIndexes": [
                {"IndexName": "agent-index", "KeySchema": [{"AttributeName": "agent", "KeyType": "HASH"}]}]}}
            """)));

    private final VirtualTime time = new VirtualTime();
    private final Kept kept = new Kept();

    /** Of ten items one is a number, one is empty, three have no agent. */
    private static Map<String, AttributeValue> item(long number) {
        return switch ((int) ((number + number / 1000) % 10)) {
            case 0 -> Map.of("agent", AttributeValue.fromN("7"));
            case 1 -> Map.of("agent", AttributeValue.fromS(""));
            case 2, 3, 4 -> Map.of("other", AttributeValue.fromS("x"));
            default -> Map.of("agent", AttributeValue.fromS("ann"));
        };
    }

    private static SimulatedItems bookings(long count, long itemBytes) {
        return new SimulatedItems("bookings", count, itemBytes, CheckInSimulationTest::item);
    }

    @Test
    void countsEveryItemOnceByIndexAndReason() throws InterruptedException {
        var table = only(check(bookings(100_000, 100)));

        assertThat(table.items()).isEqualTo(100_000);
        var index = only(table);
        assertThat(index.read().indexed()).isEqualTo(50_000);
        assertThat(index.read().sparse()).isEqualTo(30_000);
        assertThat(index.read().misfits()).isEqualTo(20_000);
        assertThat(index.read().reasons())
                .containsOnly(
                        Map.entry(new Reason("agent", Reason.Kind.WRONG_TYPE, "agent is of type N, not S"), 10_000L),
                        Map.entry(new Reason("agent", Reason.Kind.EMPTY, "agent is an empty string"), 10_000L));
        assertThat(index.whole()).isNull();
    }

    @ParameterizedTest(name = "{0} read units a second")
    @ValueSource(ints = {1, 10, 100, 1000})
    void takesNoMoreThanItMay(int limit) throws InterruptedException {
        var items = bookings(20_000, 500).provisioned(40);
        double[] most = {0};
        items.before((number, call) -> {
            // Every scan before this one has been made up for, but for those that are on their way.
            var allowed = limit * time.elapsed().toNanos() / 1e9;
            most[0] = Math.max(most[0], items.unitsTaken() - allowed);
        });

        var report = run(items, Sample.ALL, limit);

        assertThat(only(report).items()).isEqualTo(20_000);
        assertThat(most[0]).as("units beyond the limit").isLessThanOrEqualTo(Math.max(limit, 128) + 50);
        var seconds = items.unitsTaken() / limit;
        assertThat(time.elapsed()).isGreaterThan(Duration.ofMillis((long) (seconds * 800)));
        if (limit <= 100) {
            assertThat(time.elapsed())
                    .as("and not much less")
                    .isLessThan(Duration.ofMillis((long) (seconds * 1500) + 5000));
        }
    }

    @Test
    void takesHalfOfWhatATableHasWhereNothingIsSaid() throws InterruptedException {
        var items = bookings(20_000, 500).provisioned(40);

        run(items, Sample.ALL, null);

        assertThat(items.unitsTaken() / time.elapsed().toSeconds()).isBetween(15.0, 20.5);
    }

    @Test
    void itemsOf400KBAreReadOneByOneWhereThatIsWhatTheLimitPaysFor() throws InterruptedException {
        var items = bookings(50, 400 * 1024);

        assertThat(only(run(items, Sample.ALL, 60)).items()).isEqualTo(50);
        assertThat(time.elapsed()).isGreaterThan(Duration.ofSeconds(38));
    }

    @Test
    void throttlingAndBrokenCallsChangeNoCount() throws InterruptedException {
        var random = new SplittableRandom(7);
        var items = bookings(50_000, 1000).before((number, call) -> {
            int dice = random.nextInt(10);
            if (dice == 0) {
                throw SimulatedItems.refusal("ProvisionedThroughputExceededException", 400);
            } else if (dice == 1) {
                throw SimulatedItems.refusal("InternalServerError", 500);
            }
        });

        var table = only(check(items));

        assertThat(table.failure()).isNull();
        assertThat(table.items()).isEqualTo(50_000);
        assertThat(only(table).read().misfits()).isEqualTo(10_000);
    }

    @Test
    void aTableThatServesNothingForHalfAnHourIsGivenUp() throws InterruptedException {
        var report = check(bookings(50_000, 1000).before((number, call) -> {
            throw SimulatedItems.refusal("ThrottlingException", 400);
        }));

        assertThat(report.verdict()).isEqualTo(Verdict.NOT_CHECKED);
        assertThat(failure(report).meaning()).contains("served no page of the table for 30 min");
    }

    @Test
    void whatGoesOnFailingIsGivenUp() throws InterruptedException {
        var report = check(bookings(50_000, 1000).before((number, call) -> {
            if (number > 5) {
                throw SimulatedItems.refusal("InternalServerError", 500);
            }
        }));

        assertThat(only(report).complete()).isFalse();
        assertThat(failure(report).code()).isEqualTo("InternalServerError");
    }

    @Test
    void aTableDeletedUnderItIsSaid() throws InterruptedException {
        var items = bookings(50_000, 1000);
        items.before((number, call) -> {
            if (number == 20) {
                items.becomes(null);
            }
        });

        var report = check(items);

        assertThat(report.verdict()).isEqualTo(Verdict.NOT_CHECKED);
        assertThat(failure(report).meaning()).contains("bookings does not exist (any more)");
    }

    @Test
    void anotherTableOfItsNameIsNotTakenForIt() throws InterruptedException {
        var items = bookings(50_000, 1000);
        items.before((number, call) -> {
            if (number == 20) {
                items.becomes("second");
            }
        });

        assertThat(failure(check(items)).message()).contains("another of its name was made");
    }

    @Test
    void anIndexThatAppearsMeanwhileIsNamed() throws InterruptedException {
        var items = bookings(50_000, 1000);
        items.before((number, call) -> {
            if (number == 20) {
                items.addIndex(live("agent-index", "agent"));
                items.addIndex(live("other-index", "other"));
            }
        });

        assertThat(only(check(items)).notes())
                .containsExactly(
                        "index agent-index was added while the table was read: the counts hold for it",
                        "index other-index was added while the table was read: it is not counted; check again to have it"
                                + " counted");
    }

    @Test
    void anIndexThatIsThereAndNotDefinedCountsToo() throws InterruptedException {
        var items = bookings(1000, 100);
        items.addIndex(live("other-index", "other"));

        var indexes = only(check(items)).indexes();

        assertThat(indexes).extracting(index -> index.id().indexName()).containsExactly("agent-index", "other-index");
        assertThat(indexes.get(1).read().indexed()).isEqualTo(300);
        assertThat(indexes.get(1).defined()).isFalse();
    }

    @Test
    void capacityThatABuildLeftRaisedIsShownWithItsCommand() throws InterruptedException {
        var items = bookings(10, 100).provisioned(5);
        items.addIndex(new LiveIndex(
                "agent-index", IndexStatus.ACTIVE, false, KeySchema.of("agent"), null, new Throughput(5L, 900L), 0, 0));

        assertThat(only(check(items)).notes())
                .singleElement()
                .asString()
                .contains("900 write capacity units, where 1 are defined", "aws dynamodb update-table");
    }

    @Test
    void aTableWithoutItemsFits() throws InterruptedException {
        var report = check(bookings(0, 100));

        assertThat(report.verdict()).isEqualTo(Verdict.FITS);
        assertThat(only(report).items()).isZero();
        assertThat(only(report).complete()).isTrue();
    }

    @Test
    void whereNoTableExistsNothingWasChecked() throws InterruptedException {
        var report = check(new SimulatedItems("flights", 1, 1, CheckInSimulationTest::item));

        assertThat(report.verdict()).isEqualTo(Verdict.NO_TABLE);
        assertThat(only(report).exists()).isFalse();
    }

    @Test
    void anotherAccountsTableIsNotRead() {
        var items = bookings(1000, 100);

        assertThatThrownBy(() -> ItemCheck.of(items)
                        .expectedAccount("999999999999")
                        .build()
                        .check(AGENT, timeline(), new SplittableRandom(1)))
                .isInstanceOf(CouldNotLookException.class)
                .hasMessageContaining("123456789012");
        assertThat(items.scans()).isZero();
    }

    @Test
    void refusedCredentialsEndItAll() throws InterruptedException {
        var report = check(bookings(50_000, 1000).before((number, call) -> {
            if (number == 9) {
                throw SimulatedItems.refusal("ExpiredTokenException", 400);
            }
        }));

        assertThat(report.abortedBy()).isNotNull();
        assertThat(report.verdict()).isEqualTo(Verdict.NOT_CHECKED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSampleGivesRangesThatHoldTheCounts(boolean counted) throws InterruptedException {
        var items = bookings(100_000, 1000);
        var sample = counted ? new Sample.Share(0.1) : new Sample.Items(10_000);
        var table = only(run(counted ? items : items.uncounted(), sample, null));

        assertThat(table.items()).isBetween(9_000L, 13_000L);
        var index = only(table);
        var whole = Objects.requireNonNull(index.whole());
        assertThat(whole.misfits().from()).isBetween(15_000L, 20_000L);
        assertThat(whole.misfits().to()).isBetween(20_000L, 26_000L);
        assertThat(whole.indexed().from()).isLessThanOrEqualTo(50_000);
        assertThat(whole.indexed().to()).isGreaterThanOrEqualTo(50_000);
    }

    @Test
    void saysBeforehandWhatItTakes() throws InterruptedException {
        var items = bookings(100_000, 1000);

        run(items, Sample.ALL, null);

        var forecast = kept.forecasts.get(0);
        assertThat(forecast.readUnits()).isEqualTo(100_000 * 1000 / 8192.0);
        assertThat(forecast.costOnDemand())
                .isEqualTo(new ReadCost("us-east-1", "2026-11", "USD", forecast.readUnits() * 0.125 / 1e6));
        assertThat(items.unitsTaken()).isBetween(forecast.readUnits(), forecast.readUnits() * 1.05);
        assertThat(kept.progress)
                .anySatisfy(
                        progress -> assertThat(progress.left()).isBetween(Duration.ofMillis(1), Duration.ofMinutes(5)));
    }

    /** Killed at any step, and begun again: the counts and the misfits are those of a check that was never killed. */
    @ParameterizedTest
    @ValueSource(ints = {5, 20, 40, 60})
    void aKilledCheckGoesOn(int step) throws InterruptedException {
        var items = bookings(30_000, 1000);
        kept.wanted = true;
        assertThatThrownBy(() -> check(items, timeline().interruptBefore(step), Sample.ALL))
                .isInstanceOf(InterruptedException.class);
        double before = items.unitsTaken();

        var table = only(check(items, timeline(), Sample.ALL));

        assertThat(table.items()).isEqualTo(30_000);
        assertThat(only(table).read().misfits()).isEqualTo(6_000);
        assertThat(kept.keys).hasSize(6_000);
        assertThat(kept.misfits).isEqualTo(6_000);
        assertThat(items.unitsTaken() - before)
                .as("what was read is not read again, but for pages that were on their way")
                .isLessThan(30_000 * 1000 / 8192.0 * 1.05 - before + 9 * 128);
    }

    @Test
    void placesOfAnotherTableAreNotGoneOnFrom() throws InterruptedException {
        var items = bookings(30_000, 1000);
        kept.wanted = true;
        assertThatThrownBy(() -> check(items, timeline().interruptBefore(40), Sample.ALL))
                .isInstanceOf(InterruptedException.class);
        items.becomes("second");

        var table = only(check(items, timeline(), Sample.ALL));

        assertThat(kept.restarted).containsExactly("bookings");
        assertThat(table.items()).isEqualTo(30_000);
        assertThat(only(table).read().misfits()).isEqualTo(6_000);
    }

    private CheckReport check(SimulatedItems items) throws InterruptedException {
        return run(items, Sample.ALL, null);
    }

    private CheckReport run(SimulatedItems items, Sample sample, @Nullable Integer limit) throws InterruptedException {
        return ItemCheck.of(items)
                .sample(sample)
                .readCapacity(limit)
                .listener(kept)
                .build()
                .check(AGENT, timeline(), new SplittableRandom(3));
    }

    private CheckReport check(SimulatedItems items, SimulatedTimeline timeline, Sample sample)
            throws InterruptedException {
        return ItemCheck.of(items).sample(sample).journal(kept).build().check(AGENT, timeline, new SplittableRandom(3));
    }

    private SimulatedTimeline timeline() {
        return new SimulatedTimeline(time, Latency.REAL, new SplittableRandom(5)).atMost(1_000_000);
    }

    private static Failure failure(CheckReport report) {
        return Objects.requireNonNull(only(report).failure());
    }

    private static TableCheck only(CheckReport report) {
        assertThat(report.tables()).hasSize(1);
        return report.tables().get(0);
    }

    private static IndexCheck only(TableCheck table) {
        assertThat(table.indexes()).hasSize(1);
        return table.indexes().get(0);
    }

    private static LiveIndex live(String name, String key) {
        return new LiveIndex(name, IndexStatus.ACTIVE, false, KeySchema.of(key), null, null, 0, 0);
    }

    /** A journal and a listener that remember. */
    private static final class Kept implements CheckJournal, CheckListener {
        private final List<CheckForecast> forecasts = new ArrayList<>();
        private final List<CheckProgress> progress = new ArrayList<>();
        private final Map<String, Places> places = new HashMap<>();
        private final Set<Map<String, AttributeValue>> keys = new HashSet<>();
        private final List<String> restarted = new ArrayList<>();
        private long misfits;
        private boolean wanted;

        @Override
        public boolean wantsMisfits() {
            return wanted;
        }

        @Override
        public Optional<Places> reached(String tableName) {
            return Optional.ofNullable(places.get(tableName));
        }

        @Override
        public void restarted(String tableName) {
            restarted.add(tableName);
            keys.clear();
            misfits = 0;
        }

        @Override
        public void misfits(List<Misfit> found) {
            found.forEach(misfit -> keys.add(misfit.key()));
            misfits += found.size();
        }

        @Override
        public void reached(String tableName, Supplier<Places> now) {
            places.put(tableName, now.get());
        }

        @Override
        public void begins(CheckForecast forecast) {
            forecasts.add(forecast);
        }

        @Override
        public void goesOn(CheckProgress now) {
            progress.add(now);
        }
    }
}
