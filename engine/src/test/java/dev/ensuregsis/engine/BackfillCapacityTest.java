package dev.ensuregsis.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensuregsis.engine.StatusReport.TableWarning;
import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.BillingMode;
import dev.ensuregsis.engine.definition.Capacity;
import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.definition.Place;
import dev.ensuregsis.engine.definition.Projection;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.definition.Throughput;
import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.event.IndexReport;
import dev.ensuregsis.engine.event.IndexReport.Outcome;
import dev.ensuregsis.engine.event.PlannedAction;
import dev.ensuregsis.engine.simulation.SomeoneElse;
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

    @Test
    void planAndStatusSayWhatACrashLeftWithTheCommand() throws InterruptedException {
        raisedBefore();

        var plan = runs.plan(engine().build(), definitions);
        var status = engine().build().status(definitions);

        assertThat(plan.asksForNothing()).isFalse();
        assertThat(plan.tables().get(0).indexes()).singleElement().satisfies(index -> {
            assertThat(index.action()).isEqualTo(PlannedAction.LOWER_CAPACITY);
            assertThat(index.why()).endsWith("of its build, 1000, to be lowered to 8");
        });
        assertThat(plan.tables().get(0).warnings()).singleElement().satisfies(this::tellsTheCommand);
        assertThat(status.warnings())
                .extracting(TableWarning::text)
                .singleElement()
                .satisfies(this::tellsTheCommand);
    }

    @Test
    void soDoTheyWhenTheStateIsLostWithItsMachine() throws InterruptedException {
        raisedBefore();
        var forgetful = runs.engine().build();

        assertThat(runs.plan(forgetful, definitions).tables().get(0).warnings())
                .singleElement()
                .satisfies(this::tellsTheCommand);
        assertThat(forgetful.status(definitions).warnings())
                .extracting(TableWarning::text)
                .singleElement()
                .satisfies(this::tellsTheCommand);
    }

    private void tellsTheCommand(String warning) {
        assertThat(warning)
                .contains("1000 write capacity units")
                .contains("aws dynamodb update-table --table-name orders")
                .contains("\"ReadCapacityUnits\":7,\"WriteCapacityUnits\":8");
    }

    @Test
    void aDeletionLowersWhatACrashLeftOnItsTable() throws InterruptedException {
        raisedBefore();
        had("old");

        var report = delete(new IndexId("orders", "old"));

        assertThat(report.isSuccessful()).isTrue();
        assertThat(report.indexes()).extracting(IndexReport::outcome).containsExactly(Outcome.DELETED);
        assertThat(runs.changes()).containsExactlyInAnyOrder("delete orders.old", "lower orders.by-status to 8");
        assertThat(live()).isEqualTo(OWN);
        assertThat(runs.ensure(engine().build(), definitions).isSuccessful()).isTrue();
        assertThat(runs.changes()).isEmpty();
    }

    @Test
    void whatCannotBeLoweredMakesADeletionRedWithTheCommand() throws InterruptedException {
        raisedBefore();
        had("old");
        runs.account.allowDecreases(0);

        var report = delete(new IndexId("orders", "old"));

        assertThat(report.isSuccessful()).isFalse();
        assertThat(report.indexes())
                .extracting(IndexReport::outcome)
                .containsExactlyInAnyOrder(Outcome.DELETED, Outcome.FAILED);
        var failed = report.with(Outcome.FAILED).get(0);
        assertThat(failed.id()).isEqualTo(BY_STATUS);
        assertThat(Objects.requireNonNull(failed.failure()).nextStep().plainWords())
                .contains("aws dynamodb update-table --table-name orders");
        assertThat(entry().orElseThrow().undertaking().raised()).isEqualTo(RAISED);
    }

    @Test
    void aReplacementLowersItToo() throws InterruptedException {
        raisedBefore();
        had("by-date");
        var both = SimulatedRuns.definitions(List.of("orders"), "by-status", "by-date");
        var plan = runs.planReplacement(engine().build(), both, new IndexId("orders", "by-date"));

        var report = runs.carryOut(engine().build(), plan);

        assertThat(report.indexes()).extracting(IndexReport::outcome).containsExactly(Outcome.REPLACED);
        assertThat(runs.changes()).contains("lower orders.by-status to 8");
        assertThat(live()).isEqualTo(OWN);
    }

    @Test
    void soDoesACreationOfOthersOfTheTable() {
        raisedBefore();
        var both = SimulatedRuns.definitions(List.of("orders"), "by-status", "by-date");

        var report = runs.ensure(
                engine().selection(new Selection(List.of(), List.of("by-date"))).build(), both);

        assertThat(report.indexes()).extracting(IndexReport::outcome).containsExactly(Outcome.CREATED);
        assertThat(live()).isEqualTo(OWN);
        assertThat(store.read(Target.UNKNOWN).contents())
                .as("all is ACTIVE, and put away")
                .isEmpty();
    }

    @Test
    void whatIsToGoIsNotLoweredFirst() throws InterruptedException {
        raisedBefore();
        runs.account.allowDecreases(0);

        var report = delete(BY_STATUS);

        assertThat(report.indexes()).extracting(IndexReport::outcome).containsExactly(Outcome.DELETED);
        assertThat(runs.changes()).containsExactly("delete orders.by-status");
    }

    @Test
    void whatTurnsOutToBeOtherwiseIsLoweredAllTheSame() {
        raisedBefore();
        var otherwise = new TableDefinition(
                "orders",
                Map.of("other", AttributeType.S),
                List.of(new IndexDefinition("by-status", KeySchema.of("other"), Projection.ALL, Capacity.UNSTATED)),
                null,
                Place.of("test"));

        var report = runs.ensure(engine().build(), new Definitions(List.of(otherwise)));

        assertThat(report.indexes()).extracting(IndexReport::outcome).containsExactly(Outcome.FAILED);
        assertThat(live()).isEqualTo(OWN);
    }

    private RunReport delete(IndexId index) throws InterruptedException {
        var engine = engine().build();
        return runs.carryOut(
                engine, runs.planDeletion(engine, SimulatedRuns.definitions(List.of("orders"), "by-price"), index));
    }

    private void had(String index) {
        new SomeoneElse(runs.account)
                .hadCreated(
                        "orders",
                        new IndexDefinition(index, KeySchema.of("other"), Projection.ALL, Capacity.UNSTATED),
                        Map.of("other", AttributeType.S));
        runs.time.pass(Duration.ofMinutes(1));
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
