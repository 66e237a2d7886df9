package dev.ensuregsis.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.Capacity;
import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.definition.Place;
import dev.ensuregsis.engine.definition.Projection;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.event.IndexReport.Outcome;
import dev.ensuregsis.engine.event.Phase;
import dev.ensuregsis.engine.simulation.AccountRules;
import dev.ensuregsis.engine.simulation.Latency;
import dev.ensuregsis.engine.simulation.SimulatedAccount;
import dev.ensuregsis.engine.simulation.SimulatedTimeline;
import dev.ensuregsis.engine.simulation.SomeoneElse;
import dev.ensuregsis.engine.simulation.TableSetup;
import dev.ensuregsis.engine.simulation.VirtualTime;
import dev.ensuregsis.engine.spi.ControlPlaneException;
import dev.ensuregsis.engine.spi.ControlPlaneFault.Answered;
import dev.ensuregsis.engine.spi.CreateIndexCall;
import dev.ensuregsis.engine.spi.ForwardingControlPlane;
import dev.ensuregsis.engine.spi.GsiStatus;
import dev.ensuregsis.engine.spi.LiveTable.TableStatus;
import dev.ensuregsis.engine.state.GsiStateManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A change that is refused for now, and for how long that is borne. */
class RefusedForNowTest {
    private static final Answered ONE_AT_A_TIME = new Answered(
            "LimitExceededException",
            "Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per table",
            400);
    private static final Answered THROTTLED = new Answered("ThrottlingException", "Rate exceeded", 400);
    private static final Answered ACCOUNT_FULL = new Answered(
            "LimitExceededException",
            "Subscriber limit exceeded: There is a limit of 50 tables with online indexes can be created simultaneously",
            400);
    private static final Definitions ONE_INDEX = new Definitions(List.of(new TableDefinition(
            "bookings",
            Map.of("agent", AttributeType.S),
            List.of(new IndexDefinition("by-agent", KeySchema.of("agent"), Projection.ALL, Capacity.UNSTATED)),
            null,
            Place.of("test"))));

    private final VirtualTime time = new VirtualTime();
    private final SimulatedAccount account =
            SimulatedAccount.real(time, AccountRules.REAL, 1).with(TableSetup.onDemand("bookings"));
    private final GsiStateManager state = GsiStateManager.inMemory("test");
    private final List<GsiEvent> events = new ArrayList<>();

    @Test
    void aTableThatRefusesForEverIsFailedWithItsOwnWords() {
        var report = run(ONE_AT_A_TIME, Integer.MAX_VALUE, null);

        var index = report.indexes().get(0);
        assertThat(index.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(Objects.requireNonNull(index.failure()).message()).isEqualTo(ONE_AT_A_TIME.message());
        assertThat(index.failure().meaning()).contains("nothing on it has changed");
        assertThat(Duration.between(report.startedAt(), report.endedAt()))
                .isBetween(Duration.ofHours(1), Duration.ofMinutes(62));
    }

    @Test
    void throttlingAndTheAccountsLimitsAreNeverAStall() {
        for (var refusal : List.of(THROTTLED, ACCOUNT_FULL)) {
            var report = run(refusal, Integer.MAX_VALUE, Duration.ofHours(5));

            assertThat(report.ending()).isEqualTo(RunReport.Ending.TIMED_OUT);
            assertThat(report.indexes().get(0).outcome()).isEqualTo(Outcome.WAITING);
        }
    }

    @Test
    void whatIsRefusedIsToldAndRecordedWithDynamoDbsWords() {
        var report = run(ONE_AT_A_TIME, Integer.MAX_VALUE, Duration.ofMinutes(10));

        assertThat(report.indexes().get(0).outcome()).isEqualTo(Outcome.WAITING);
        assertThat(report.indexes().get(0).failure())
                .extracting(Failure::message)
                .isEqualTo(ONE_AT_A_TIME.message());
        assertThat(refusals()).hasSizeBetween(9, 11).allSatisfy(waiting -> {
            assertThat(waiting.phase()).isEqualTo(Phase.TABLE_BUSY);
            assertThat(waiting.indexName()).isEqualTo("by-agent");
            assertThat(Objects.requireNonNull(waiting.refusal()).message()).isEqualTo(ONE_AT_A_TIME.message());
        });
        assertThat(state.getGsiStatus("bookings", "by-agent")).hasValueSatisfying(entry -> {
            assertThat(entry.status()).isEqualTo(GsiStatus.PENDING);
            assertThat(entry.lastError()).isEqualTo("LimitExceededException: " + ONE_AT_A_TIME.message());
            assertThat(entry.retryCount()).isZero();
        });
    }

    @Test
    void whatKeepsATableToTheEndIsInTheReport() {
        new SomeoneElse(account).breaksTable("bookings", TableStatus.UPDATING);

        var report = run(ONE_AT_A_TIME, 0, Duration.ofMinutes(10));

        assertThat(report.waits()).singleElement().satisfies(wait -> {
            assertThat(wait.tableName()).isEqualTo("bookings");
            assertThat(wait.phase()).isEqualTo(Phase.TABLE_UPDATING);
            assertThat(wait.elapsed()).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(11));
        });
        assertThat(report.complaints())
                .containsExactly("bookings.by-agent: pending (waiting for the table, which is UPDATING)");
    }

    @Test
    void aRunThatEndsByItselfLeavesNothingWaiting() {
        assertThat(run(ONE_AT_A_TIME, 3, null).waits()).isEmpty();
    }

    @Test
    void aRefusalThatPassesCostsNothing() {
        var report = run(ONE_AT_A_TIME, 20, null);

        assertThat(report.isSuccessful()).isTrue();
        assertThat(report.indexes().get(0).attempts()).isEqualTo(1);
    }

    @Test
    void whatWasBuildingWhenTheRunBeganSaysSinceWhen() {
        run(ONE_AT_A_TIME, 0, Duration.ofMinutes(1));
        time.pass(Duration.ofMinutes(2));

        var report = run(ONE_AT_A_TIME, 0, null);

        var taken = events.stream()
                .filter(GsiEvent.IndexTakenUp.class::isInstance)
                .map(GsiEvent.IndexTakenUp.class::cast)
                .toList();
        assertThat(taken).hasSize(1);
        var index = report.indexes().get(0);
        assertThat(index.takenUp()).isTrue();
        assertThat(index.startedAt()).isEqualTo(taken.get(0).since()).isBefore(report.startedAt());
    }

    private List<GsiEvent.Waiting> refusals() {
        return events.stream()
                .filter(GsiEvent.Waiting.class::isInstance)
                .map(GsiEvent.Waiting.class::cast)
                .filter(waiting -> waiting.refusal() != null)
                .toList();
    }

    private RunReport run(Answered refusal, int times, @Nullable Duration timeout) {
        events.clear();
        var random = new SplittableRandom(1);
        return GsiEngine.builder()
                .controlPlane(new Refusing(refusal, times))
                .state(state)
                .timeout(timeout)
                .listener(events::add)
                .build()
                .ensure(ONE_INDEX, new SimulatedTimeline(time, Latency.REAL, random), random);
    }

    private final class Refusing extends ForwardingControlPlane {
        private final Answered refusal;
        private int left;

        Refusing(Answered refusal, int times) {
            super(account);
            this.refusal = refusal;
            this.left = times;
        }

        @Override
        public void createIndex(CreateIndexCall call) {
            if (left-- > 0) {
                throw new ControlPlaneException(refusal);
            }
            account.createIndex(call);
        }
    }
}
