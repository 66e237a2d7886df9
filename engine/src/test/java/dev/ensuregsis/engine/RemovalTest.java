package dev.ensuregsis.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensuregsis.engine.RemovalPlan.Action;
import dev.ensuregsis.engine.RemovalPlan.Candidate;
import dev.ensuregsis.engine.RemovalPlan.Objection.Kind;
import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.Capacity;
import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.definition.IndexShape;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.definition.Place;
import dev.ensuregsis.engine.definition.Projection;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.event.IndexReport;
import dev.ensuregsis.engine.event.IndexReport.Outcome;
import dev.ensuregsis.engine.event.Phase;
import dev.ensuregsis.engine.internal.reconcile.Errand;
import dev.ensuregsis.engine.simulation.SomeoneElse;
import dev.ensuregsis.engine.spi.ControlPlaneException;
import dev.ensuregsis.engine.spi.ControlPlaneFault;
import dev.ensuregsis.engine.spi.FailureKind;
import dev.ensuregsis.engine.spi.ForwardingControlPlane;
import dev.ensuregsis.engine.spi.GsiEntry;
import dev.ensuregsis.engine.spi.GsiStatus;
import dev.ensuregsis.engine.spi.IndexRemoval;
import dev.ensuregsis.engine.spi.LiveBesides;
import dev.ensuregsis.engine.spi.LiveBesides.LiveVectorIndex;
import dev.ensuregsis.engine.spi.LiveIndex;
import dev.ensuregsis.engine.spi.LiveIndex.IndexStatus;
import dev.ensuregsis.engine.spi.LiveTable;
import dev.ensuregsis.engine.spi.StateSession;
import dev.ensuregsis.engine.spi.StateStore;
import dev.ensuregsis.engine.spi.Target;
import dev.ensuregsis.engine.spi.Undertaking;
import dev.ensuregsis.engine.state.StateStores;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Indexes that go because they were named: what is deleted, in which order, and what never is. */
class RemovalTest {
    private static final IndexId OLD = new IndexId("orders", "old");
    private static final IndexId BY_STATUS = new IndexId("orders", "by-status");
    private static final IndexId BY_DATE = new IndexId("orders", "by-date");

    private final SimulatedRuns runs = new SimulatedRuns("orders");
    private final SomeoneElse someoneElse = new SomeoneElse(runs.account);
    private final StateStore store = StateStores.inMemory("test");

    @Test
    void whatWasNamedGoesAndNothingElse() throws Exception {
        had("old", "other-key");
        had("older", "other-key");
        var plan = runs.planDeletion(engine().build(), SimulatedRuns.definitions(List.of("orders"), "by-status"), OLD);

        assertThat(plan.candidates()).extracting(Candidate::action).containsExactly(Action.DELETE);
        var report = runs.carryOut(engine().build(), plan);

        assertThat(report.isSuccessful()).isTrue();
        assertThat(runs.changes()).containsExactly("delete orders.old");
        assertThat(report.indexes()).extracting(IndexReport::outcome).containsExactly(Outcome.DELETED);
        assertThat(Objects.requireNonNull(report.indexes().get(0).removed())
                        .index()
                        .keySchema())
                .isEqualTo(KeySchema.of("other-key"));
        assertThat(live("old")).isFalse();
        assertThat(live("older")).isTrue();
        assertThat(runs.events).anyMatch(GsiEvent.IndexDeleted.class::isInstance);
        assertThat(store.read(Target.UNKNOWN).contents()).isEmpty();
    }

    /** Until this run has the state, another may have it, and be at the same index. */
    @Test
    void nothingIsDeletedByALookFromBeforeTheStateWasTaken() throws Exception {
        had("old", "other-key");
        var definitions = SimulatedRuns.definitions(List.of("orders"), "by-status");
        var plan = runs.planDeletion(engine().build(), definitions, OLD);
        var looksBefore = new AtomicLong();
        var usedByAnother = (StateStore) Proxy.newProxyInstance(
                StateStore.class.getClassLoader(), new Class<?>[] {StateStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("open")) {
                        looksBefore.set(runs.looksAt("orders"));
                    }
                    return method.invoke(store, arguments);
                });
        IndexRemoval watched = (table, index) -> {
            assertThat(runs.looksAt("orders")).isGreaterThan(looksBefore.get());
            runs.account.deleteIndex(table, index);
        };

        var report = runs.engine()
                .stateStore(usedByAnother)
                .build()
                .removing(watched)
                .carryOut(plan, runs.timeline(), new SplittableRandom(1));

        assertThat(report.isSuccessful()).isTrue();
        assertThat(looksBefore).hasPositiveValue();
    }

    @Test
    void thatItWillGoIsOnRecordBeforeTheCall() throws Exception {
        had("old", "other-key");
        var definitions = SimulatedRuns.definitions(List.of("orders"), "by-status");
        var plan = runs.planDeletion(engine().build(), definitions, OLD);
        var recorded = new ArrayList<Undertaking>();
        IndexRemoval watched = (table, index) -> {
            recorded.add(entry(OLD).map(GsiEntry::undertaking).orElse(Undertaking.NONE));
            runs.account.deleteIndex(table, index);
        };

        engine().build().removing(watched).carryOut(plan, runs.timeline(), new SplittableRandom(1));

        assertThat(recorded).singleElement().satisfies(begun -> {
            assertThat(Objects.requireNonNull(begun.deleting()).isSameAs(shape(plan)))
                    .isTrue();
            assertThat(begun.notBefore()).isNotNull();
        });
    }

    @Test
    void nothingIsDeletedThatAnEngineWasNotGivenTheMeansFor() {
        assertThatThrownBy(() -> new Errand(
                        Errand.Purpose.ENSURE,
                        Map.of(
                                OLD,
                                runs.account.truth("orders").stream()
                                        .flatMap(table -> table.shapeOf(index()).stream())
                                        .findFirst()
                                        .orElseThrow())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static LiveIndex index() {
        return new LiveIndex("old", IndexStatus.ACTIVE, false, KeySchema.of("id"), Projection.ALL, null, 0, 0);
    }

    @Test
    void objectionsAreToldAndNothingIsDone() throws Exception {
        had("by-status", "other-key");
        var definitions = SimulatedRuns.definitions(List.of("orders"), "by-status");
        var missing = new IndexId("nowhere", "x");

        var plan = runs.planDeletion(engine().build(), definitions, BY_STATUS, OLD, missing);

        assertThat(plan.objectionable())
                .extracting(candidate -> kind(candidate))
                .containsExactly(Kind.STILL_DEFINED, Kind.NOT_THERE, Kind.TABLE_MISSING);
        assertThatThrownBy(() -> runs.carryOut(engine().build(), plan)).isInstanceOf(IllegalArgumentException.class);
        assertThat(runs.changes()).isEmpty();
    }

    @Test
    void aVectorIndexIsNamedAsWhatItIsAndNotTouched() throws Exception {
        var vector = new LiveVectorIndex("by-meaning", IndexStatus.ACTIVE);
        var withVector = new ForwardingControlPlane(runs.account) {
            @Override
            public Optional<LiveTable> describeTable(String tableName) {
                return super.describeTable(tableName)
                        .map(table -> new LiveTable(
                                table.name(),
                                table.arn(),
                                table.status(),
                                table.keySchema(),
                                table.attributeTypes(),
                                table.billingMode(),
                                table.throughput(),
                                table.indexes(),
                                table.replicas(),
                                table.itemCount(),
                                table.sizeBytes(),
                                new LiveBesides(List.of(), List.of(vector))));
            }
        };
        var engine = engine().controlPlane(withVector).build();
        var named = new IndexId("orders", "by-meaning");

        var deletion = runs.planDeletion(engine, SimulatedRuns.definitions(List.of("orders"), "by-status"), named);
        var replacement =
                runs.planReplacement(engine, SimulatedRuns.definitions(List.of("orders"), "by-meaning"), named);

        assertThat(List.of(deletion, replacement))
                .allSatisfy(plan -> assertThat(plan.objectionable())
                        .extracting(candidate -> kind(candidate))
                        .containsExactly(Kind.VECTOR_INDEX));
    }

    @Test
    void aDeletionThatAnEarlierRunAskedForIsDoneWhenTheIndexIsGone() throws Exception {
        had("old", "other-key");
        var definitions = SimulatedRuns.definitions(List.of("orders"), "by-status");
        var plan = runs.planDeletion(engine().build(), definitions, OLD);
        // The process dies with its call on the way: all that is left is the record, and that the index goes.
        try (var session = store.open(Target.UNKNOWN, false)) {
            session.write(GsiEntry.pending(OLD, null, null).with(Undertaking.deletionOf(shape(plan))));
        }
        someoneElse.deletesIndex("orders", "old");
        runs.time.pass(Duration.ofMinutes(10));

        var resumed = runs.planDeletion(engine().build(), definitions, OLD);
        assertThat(resumed.candidates()).extracting(Candidate::action).containsExactly(Action.ALREADY_GONE);
        var report = runs.carryOut(engine().build(), resumed);

        assertThat(report.indexes()).extracting(IndexReport::outcome).containsExactly(Outcome.DELETED);
        assertThat(runs.changes()).isEmpty();
        assertThat(entry(OLD)).isEmpty();
    }

    @Test
    void whatIsOtherwiseIsReplaced() throws Exception {
        had("by-status", "other-key");
        var definitions = SimulatedRuns.definitions(List.of("orders"), "by-status", "by-date");
        var plan = runs.planReplacement(engine().build(), definitions, BY_STATUS);
        assertThat(plan.candidates()).extracting(Candidate::action).containsExactly(Action.REPLACE);

        var report = runs.carryOut(engine().build(), plan);

        assertThat(report.isSuccessful()).isTrue();
        assertThat(report.indexes()).extracting(IndexReport::outcome).containsExactly(Outcome.REPLACED);
        assertThat(runs.changes()).containsExactly("delete orders.by-status", "create orders.by-status");
        assertThat(entry(BY_STATUS).orElseThrow().status()).isEqualTo(GsiStatus.ACTIVE);
        assertThat(entry(BY_STATUS).orElseThrow().undertaking()).isEqualTo(Undertaking.NONE);
    }

    @Test
    void severalOfATableGoOneAfterAnother() throws Exception {
        had("by-status", "other-key");
        had("by-date", "other-key");
        var definitions = SimulatedRuns.definitions(List.of("orders"), "by-status", "by-date");

        var report = runs.carryOut(
                engine().build(), runs.planReplacement(engine().build(), definitions, BY_STATUS, BY_DATE));

        assertThat(report.isSuccessful()).isTrue();
        assertThat(runs.changes())
                .containsExactly(
                        "delete orders.by-status",
                        "create orders.by-status",
                        "delete orders.by-date",
                        "create orders.by-date");
    }

    @Test
    void nothingGoesThatCouldNotComeBack() throws Exception {
        had("by-status", "state");
        // The type is the live one's alone: with the index it goes.
        var unheard = new TableDefinition(
                "orders",
                Map.of(),
                List.of(new IndexDefinition(
                        "by-status", KeySchema.of("state"), Projection.KEYS_ONLY, Capacity.UNSTATED)),
                null,
                Place.of("test"));

        var plan = runs.planReplacement(engine().build(), new Definitions(List.of(unheard)), BY_STATUS);

        assertThat(plan.objectionable()).singleElement().satisfies(candidate -> {
            assertThat(kind(candidate)).isEqualTo(Kind.CANNOT_BE_MADE);
            assertThat(candidate.toString()).contains("AttributeTypeMissing");
        });
    }

    @Test
    void whatIsNeitherWhatWasShownNorWhatIsDefinedStays() throws Exception {
        had("by-status", "other-key");
        var definitions = SimulatedRuns.definitions(List.of("orders"), "by-status");
        var plan = runs.planReplacement(engine().build(), definitions, BY_STATUS);
        someoneElse.deletesIndex("orders", "by-status");
        runs.time.pass(Duration.ofMinutes(10));
        had("by-status", "yet-another");
        runs.time.pass(Duration.ofMinutes(1));

        var report = runs.carryOut(engine().build(), plan);

        assertThat(runs.changes()).isEmpty();
        assertThat(report.indexes()).singleElement().satisfies(index -> {
            var failure = Objects.requireNonNull(index.failure());
            assertThat(failure.kind()).isEqualTo(FailureKind.DIFFERS);
            assertThat(failure.message())
                    .contains("other-key")
                    .contains("yet-another")
                    .contains("key-of-by-status");
        });
        // Named once more, it is what is live that was shown.
        assertThat(runs.carryOut(engine().build(), runs.planReplacement(engine().build(), definitions, BY_STATUS))
                        .isSuccessful())
                .isTrue();
    }

    @Test
    void aPlainRunGoesOnWithAReplacementWhoseOldIndexIsGone() throws Exception {
        had("by-status", "other-key");
        var definitions = SimulatedRuns.definitions(List.of("orders"), "by-status");
        var shape = shape(runs.planReplacement(engine().build(), definitions, BY_STATUS));
        try (var session = store.open(Target.UNKNOWN, false)) {
            session.write(GsiEntry.pending(BY_STATUS, null, null).with(Undertaking.replacementOf(shape)));
        }
        someoneElse.deletesIndex("orders", "by-status");
        // Looks are late by a few seconds.
        runs.time.pass(Duration.ofSeconds(5));

        var report = runs.ensure(engine().build(), definitions);

        assertThat(report.isSuccessful()).isTrue();
        assertThat(runs.changes()).containsExactly("create orders.by-status");
    }

    @Test
    void whatMayStillBeDeletedByACallUnderWayIsHeldBackWhoeverGoesOn() throws Exception {
        had("by-status", "other-key");
        var definitions = SimulatedRuns.definitions(List.of("orders"), "by-status");
        var shape = shape(runs.planReplacement(engine().build(), definitions, BY_STATUS));
        var takenOver = runs.time.instant();
        try (var session = store.open(Target.UNKNOWN, false)) {
            session.write(GsiEntry.pending(BY_STATUS, null, null)
                    .with(Undertaking.replacementOf(shape).withNotBefore(takenOver.plus(Duration.ofMinutes(15)))));
        }
        someoneElse.deletesIndex("orders", "by-status");
        runs.time.pass(Duration.ofSeconds(5));

        assertThat(runs.plan(engine().build(), definitions)
                        .tables()
                        .get(0)
                        .indexes()
                        .get(0)
                        .why())
                .contains("held back until "
                        + runs.time
                                .instant()
                                .truncatedTo(ChronoUnit.MINUTES)
                                .toString()
                                .substring(0, 11))
                .endsWith("as its deletion may still take effect");
        var report = runs.ensure(engine().build(), definitions);

        assertThat(report.isSuccessful()).isTrue();
        assertThat(runs.events)
                .anyMatch(event -> event instanceof GsiEvent.Waiting waiting && waiting.phase() == Phase.LATE_DELETION);
        assertThat(Objects.requireNonNull(report.indexes().get(0).startedAt()))
                .isAfter(takenOver.plus(Duration.ofMinutes(15)));
    }

    /** The first call arrives when everybody has given it up: it must not meet the new index. */
    @Test
    void aDeletionThatWasNotAnsweredIsSentAgainOnlyWhenItCanNoLongerTakeEffect() throws Exception {
        had("by-status", "other-key");
        var definitions = SimulatedRuns.definitions(List.of("orders"), "by-status", "by-date");
        var plan = runs.planReplacement(engine().build(), definitions, BY_STATUS);
        var sent = new ArrayList<Instant>();
        IndexRemoval late = (table, index) -> {
            sent.add(runs.time.instant());
            if (sent.size() > 1) {
                runs.account.deleteIndex(table, index);
                return;
            }
            throw new ControlPlaneException(new ControlPlaneFault.NoAnswer("Read timed out"));
        };

        var report = engine().build().removing(late).carryOut(plan, runs.timeline(), new SplittableRandom(1));

        assertThat(report.indexes()).extracting(IndexReport::outcome).containsExactly(Outcome.REPLACED);
        assertThat(sent).hasSize(2);
        assertThat(Duration.between(sent.get(0), sent.get(1))).isGreaterThan(Duration.ofMinutes(15));
        assertThat(runs.events)
                .anyMatch(event -> event instanceof GsiEvent.Waiting waiting && waiting.phase() == Phase.LATE_DELETION);
        assertThat(entry(BY_STATUS).orElseThrow().undertaking()).isEqualTo(Undertaking.NONE);
    }

    /** Whoever gets the state next, and however it came free, knows that the call may be on its way. */
    @Test
    void whatARunHasSentWhenItEndsHoldsBackTheNextOne() throws Exception {
        had("by-status", "other-key");
        var definitions = SimulatedRuns.definitions(List.of("orders"), "by-status");
        var plan = runs.planReplacement(engine().build(), definitions, BY_STATUS);
        var sent = new ArrayList<Instant>();
        IndexRemoval neverAnswered = (table, index) -> {
            sent.add(runs.time.instant());
            throw new OutOfMemoryError("while the answer was awaited");
        };
        var aborted = engine().build().removing(neverAnswered).carryOut(plan, runs.timeline(), new SplittableRandom(1));
        assertThat(aborted.ending()).isEqualTo(RunReport.Ending.ABORTED);
        someoneElse.deletesIndex("orders", "by-status");
        runs.time.pass(Duration.ofSeconds(5));

        var report = runs.ensure(engine().build(), definitions);

        assertThat(report.isSuccessful()).isTrue();
        assertThat(Objects.requireNonNull(report.indexes().get(0).startedAt()))
                .isAfter(sent.get(0).plus(Duration.ofMinutes(15)));
    }

    /** Accepted, or refused for good: there is no call left that could take effect. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDeletionThatWasAnsweredHoldsBackNobody(boolean accepted) throws Exception {
        had("by-status", "other-key");
        var definitions = SimulatedRuns.definitions(List.of("orders"), "by-status");
        var plan = runs.planReplacement(engine().build(), definitions, BY_STATUS);
        IndexRemoval answered = (table, index) -> {
            if (!accepted) {
                throw new ControlPlaneException(new ControlPlaneFault.Answered(
                        "AccessDeniedException", "not authorized to perform: dynamodb:UpdateTable", 400));
            }
            runs.account.deleteIndex(table, index);
        };
        var ends = new ArrayList<Optional<Instant>>();
        var engine = engine().listener(event -> {
                    if (event instanceof GsiEvent.IndexDeleted || event instanceof GsiEvent.IndexFailed) {
                        ends.add(entry(BY_STATUS)
                                .map(known -> known.undertaking().notBefore()));
                    }
                })
                .build();

        var report = engine.removing(answered).carryOut(plan, runs.timeline(), new SplittableRandom(1));

        assertThat(report.isSuccessful()).isEqualTo(accepted);
        assertThat(ends).hasSize(1).containsOnly(Optional.empty());
    }

    /** What it says of the time would not be true any more: it is written anew, and then sent. */
    @Test
    void anAnnouncementThatTookLongToBeKeptIsMadeAnew() throws Exception {
        had("by-status", "other-key");
        var definitions = SimulatedRuns.definitions(List.of("orders"), "by-status");
        var plan = runs.planReplacement(engine().build(), definitions, BY_STATUS);
        var late = new ArrayList<Duration>();
        IndexRemoval watched = (table, index) -> {
            late.add(Duration.between(
                    runs.time.instant(),
                    Objects.requireNonNull(
                            entry(BY_STATUS).orElseThrow().undertaking().notBefore())));
            runs.account.deleteIndex(table, index);
        };
        var slow = new AtomicBoolean(true);
        var engine = runs.engine()
                .stateStore(flushing(() -> {
                    if (slow.getAndSet(false)) {
                        runs.time.pass(Duration.ofMinutes(20));
                    }
                }))
                .build();

        var report = engine.removing(watched).carryOut(plan, runs.timeline(), new SplittableRandom(1));

        assertThat(report.isSuccessful()).isTrue();
        assertThat(slow).isFalse();
        assertThat(late).singleElement().satisfies(left -> assertThat(left).isGreaterThan(Duration.ofMinutes(14)));
        assertThat(runs.events)
                .filteredOn(GsiEvent.DeletingIndex.class::isInstance)
                .hasSize(1);
    }

    /** The store, but that something happens whenever all is kept. */
    private StateStore flushing(Runnable whenKept) {
        return with(
                StateStore.class,
                store,
                "open",
                opened -> with(StateSession.class, (StateSession) opened, "flush", kept -> {
                    whenKept.run();
                    return kept;
                }));
    }

    private static <T> T with(Class<T> port, T next, String method, UnaryOperator<@Nullable Object> changed) {
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, called, given) -> {
                    var answer = called.invoke(next, given);
                    return called.getName().equals(method) ? changed.apply(answer) : answer;
                }));
    }

    @Test
    void aDeletionThatWasNotAnsweredAndTookEffectHoldsUpNothing() throws Exception {
        had("by-status", "other-key");
        var definitions = SimulatedRuns.definitions(List.of("orders"), "by-status", "by-date");
        var plan = runs.planReplacement(engine().build(), definitions, BY_STATUS);
        var held = new ArrayList<Optional<Instant>>();
        IndexRemoval unheard = (table, index) -> {
            runs.account.deleteIndex(table, index);
            throw new ControlPlaneException(new ControlPlaneFault.NoAnswer("Read timed out"));
        };
        var engine = engine().listener(event -> {
                    runs.events.add(event);
                    held.add(entry(BY_STATUS)
                            .flatMap(known ->
                                    Optional.ofNullable(known.undertaking().notBefore())));
                })
                .build();

        var report = engine.removing(unheard).carryOut(plan, runs.timeline(), new SplittableRandom(1));

        assertThat(report.indexes()).extracting(IndexReport::outcome).containsExactly(Outcome.REPLACED);
        assertThat(Objects.requireNonNull(report.indexes().get(0).startedAt()))
                .isBefore(report.startedAt().plus(Duration.ofMinutes(2)));
        assertThat(held).as("on record meanwhile").anyMatch(Optional::isPresent);
        assertThat(entry(BY_STATUS).orElseThrow().undertaking()).isEqualTo(Undertaking.NONE);
    }

    @Test
    void theTimeoutDoesNotPartADeletionFromItsCreation() throws Exception {
        had("by-status", "other-key");
        had("by-date", "other-key");
        var definitions = SimulatedRuns.definitions(List.of("orders"), "by-status", "by-date");
        var plan = runs.planReplacement(engine().build(), definitions, BY_STATUS, BY_DATE);

        var report = runs.carryOut(engine().timeout(Duration.ofSeconds(10)).build(), plan);

        assertThat(report.ending()).isEqualTo(RunReport.Ending.TIMED_OUT);
        assertThat(runs.changes()).containsExactly("delete orders.by-status", "create orders.by-status");
        assertThat(report.indexes())
                .extracting(IndexReport::outcome)
                .containsExactly(Outcome.BUILDING, Outcome.PENDING);
        assertThat(runs.events)
                .anyMatch(event -> event instanceof GsiEvent.Warned warned
                        && warned.message().contains("goes on"));
    }

    @Test
    void whatFailedOverWhatWasThereIsOverWhenThatIsGone() {
        had("by-status", "other-key");
        var definitions = SimulatedRuns.definitions(List.of("orders"), "by-status");
        assertThat(runs.ensure(engine().build(), definitions).isSuccessful()).isFalse();
        someoneElse.deletesIndex("orders", "by-status");
        // Looks are late by a few seconds.
        runs.time.pass(Duration.ofSeconds(5));

        assertThat(runs.ensure(engine().build(), definitions).isSuccessful()).isTrue();
    }

    private static IndexShape shape(RemovalPlan plan) {
        return Objects.requireNonNull(plan.candidates().get(0).shape());
    }

    private static Kind kind(Candidate candidate) {
        return Objects.requireNonNull(candidate.objection()).kind();
    }

    private GsiEngine.Builder engine() {
        return runs.engine().stateStore(store);
    }

    private void had(String index, String key) {
        someoneElse.hadCreated(
                "orders",
                new IndexDefinition(index, KeySchema.of(key), Projection.ALL, Capacity.UNSTATED),
                Map.of(key, AttributeType.S));
        runs.time.pass(Duration.ofMinutes(1));
    }

    private boolean live(String index) {
        return runs.account.truth("orders").orElseThrow().index(index).isPresent();
    }

    private Optional<GsiEntry> entry(IndexId id) {
        return store.read(Target.UNKNOWN).contents().flatMap(contents -> contents.entry(id));
    }
}
