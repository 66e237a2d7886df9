package dev.ensuregsis.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.BillingMode;
import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.definition.Throughput;
import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.event.IndexReport;
import dev.ensuregsis.engine.event.IndexReport.Outcome;
import dev.ensuregsis.engine.simulation.TableSetup;
import dev.ensuregsis.engine.spi.CapacityControl;
import dev.ensuregsis.engine.spi.CreateIndexCall;
import dev.ensuregsis.engine.spi.ForwardingControlPlane;
import dev.ensuregsis.engine.spi.GsiEntry;
import dev.ensuregsis.engine.spi.RaisedCapacity;
import dev.ensuregsis.engine.spi.StateStore;
import dev.ensuregsis.engine.spi.Target;
import dev.ensuregsis.engine.spi.Undertaking;
import dev.ensuregsis.engine.state.StateStores;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Write capacity that an index has for its build: raised on record, and lowered when it is ACTIVE. */
class BackfillCapacityTest {
    private static final IndexId BY_STATUS = new IndexId("orders", "by-status");
    private static final Throughput OWN = new Throughput(7L, 8L);
    private static final RaisedCapacity RAISED = new RaisedCapacity(1_000, OWN);

    private final SimulatedRuns runs = new SimulatedRuns("on-demand");
    private final StateStore store = StateStores.inMemory("test");
    private final Definitions definitions = SimulatedRuns.definitions(List.of("orders"), "by-status");
    private final List<Optional<RaisedCapacity>> recordedAtCalls = new ArrayList<>();

    @BeforeEach
    void haveAProvisionedTable() {
        runs.account.with(new TableSetup(
                "orders",
                KeySchema.of("id"),
                Map.of("id", AttributeType.S),
                BillingMode.PROVISIONED,
                OWN,
                0,
                List.of()));
        runs.time.pass(Duration.ofMinutes(1));
    }

    @Test
    void isRaisedForTheBuildAndLoweredBeforeTheRunIsGreen() {
        var report = runs.ensure(engine().backfillWriteCapacity(1_000L).build(), definitions);

        assertThat(report.isSuccessful()).isTrue();
        assertThat(runs.changes()).containsExactly("create orders.by-status with 1000", "lower orders.by-status to 8");
        assertThat(live()).isEqualTo(OWN);
        assertThat(recordedAtCalls).containsExactly(Optional.of(RAISED), Optional.of(RAISED));
        assertThat(report.archive()).isNull();
        assertThat(store.read(Target.UNKNOWN).contents()).isEmpty();
    }

    @Test
    void whatACrashLeftIsLoweredByTheNextRunThoughThatRaisesNothing() {
        raisedBefore();

        var report = runs.ensure(engine().build(), definitions);

        assertThat(report.isSuccessful()).isTrue();
        assertThat(runs.changes()).containsExactly("lower orders.by-status to 8");
        assertThat(live()).isEqualTo(OWN);
    }

    @Test
    void whoCanLowerNothingForgetsNothing() {
        raisedBefore();

        runs.ensure(runs.engine().stateStore(store).build(), definitions);

        assertThat(entry().orElseThrow().undertaking().raised()).isEqualTo(RAISED);
    }

    @Test
    void anothersChangeWinsAndIsSaid() {
        raisedBefore();
        runs.account.changeCapacity("orders", "by-status", new Throughput(7L, 300L));
        runs.time.pass(Duration.ofMinutes(1));

        var report = runs.ensure(engine().build(), definitions);

        assertThat(report.isSuccessful()).isTrue();
        assertThat(runs.changes()).isEmpty();
        assertThat(live()).isEqualTo(new Throughput(7L, 300L));
        assertThat(runs.events)
                .anyMatch(event -> event instanceof GsiEvent.Warned warned
                        && warned.message().contains("somebody has changed its capacity"));
    }

    @Test
    void theLimitOnDecreasesIsWaitedForForAnHourThenToldWithTheCommand() {
        raisedBefore();
        runs.account.allowDecreases(0);

        var report = runs.ensure(engine().build(), definitions);

        assertThat(report.indexes()).extracting(IndexReport::outcome).containsExactly(Outcome.FAILED);
        var failure = Objects.requireNonNull(report.indexes().get(0).failure());
        assertThat(failure.code()).isEqualTo("CapacityNotLowered");
        assertThat(failure.nextStep().plainWords())
                .contains("aws dynamodb update-table --table-name orders")
                .contains("\"WriteCapacityUnits\":8");
        assertThat(Duration.between(report.startedAt(), report.endedAt())).isGreaterThan(Duration.ofMinutes(59));
        assertThat(entry().orElseThrow().undertaking().raised()).isEqualTo(RAISED);

        runs.account.allowDecreases(1);
        assertThat(runs.ensure(engine().build(), definitions).isSuccessful()).isTrue();
        assertThat(live()).isEqualTo(OWN);
    }

    @Test
    void aTableOnDemandRefusesItByName() {
        var report = runs.ensure(
                engine().backfillWriteCapacity(1_000L).build(),
                SimulatedRuns.definitions(List.of("on-demand"), "by-status"));

        assertThat(report.indexes().get(0).failure())
                .isNotNull()
                .satisfies(failure -> assertThat(failure.message()).contains("on-demand"));
        assertThat(runs.changes()).isEmpty();
    }

    @Test
    void nothingIsRaisedThatCouldNotBeLowered() {
        var builder = runs.engine().backfillWriteCapacity(1_000L);

        assertThatThrownBy(builder::build).isInstanceOf(IllegalStateException.class);
    }

    /** A run that was killed while its index was built. */
    private void raisedBefore() {
        runs.ensure(engine().backfillWriteCapacity(1_000L).waitForActive(false).build(), definitions);
        runs.time.pass(Duration.ofHours(1));
        assertThat(live()).isEqualTo(new Throughput(7L, 1_000L));
        assertThat(entry().orElseThrow().undertaking()).isEqualTo(Undertaking.NONE.withRaised(RAISED));
    }

    private GsiEngine.Builder engine() {
        CapacityControl control = (table, index, throughput) -> {
            recordedAtCalls.add(entry().map(entry -> entry.undertaking().raised()));
            runs.calls.add("lower " + table + "." + index + " to " + throughput.write());
            runs.account.changeCapacity(table, index, throughput);
        };
        return runs.engine()
                .controlPlane(new ForwardingControlPlane(runs.account) {
                    @Override
                    public void createIndex(CreateIndexCall call) {
                        recordedAtCalls.add(
                                entry().map(entry -> entry.undertaking().raised()));
                        var provisioned = call.index().capacity().provisioned();
                        runs.calls.add("create " + call.tableName() + "."
                                + call.index().name() + " with "
                                + (provisioned == null ? "none" : provisioned.write()));
                        runs.account.createIndex(call);
                    }
                })
                .stateStore(store)
                .capacityControl(control);
    }

    private Throughput live() {
        return Objects.requireNonNull(runs.account
                .truth("orders")
                .flatMap(table -> table.index("by-status"))
                .orElseThrow()
                .throughput());
    }

    private Optional<GsiEntry> entry() {
        return store.read(Target.UNKNOWN).contents().flatMap(contents -> contents.entry(BY_STATUS));
    }
}
