package dev.ensuregsis.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.Capacity;
import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.definition.Place;
import dev.ensuregsis.engine.definition.Projection;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.event.IndexReport;
import dev.ensuregsis.engine.event.IndexReport.Outcome;
import dev.ensuregsis.engine.event.NextStep;
import dev.ensuregsis.engine.simulation.AccountRules;
import dev.ensuregsis.engine.simulation.Latency;
import dev.ensuregsis.engine.simulation.SimulatedAccount;
import dev.ensuregsis.engine.simulation.SimulatedTimeline;
import dev.ensuregsis.engine.simulation.SomeoneElse;
import dev.ensuregsis.engine.simulation.TableSetup;
import dev.ensuregsis.engine.simulation.VirtualTime;
import dev.ensuregsis.engine.spi.ControlPlaneException;
import dev.ensuregsis.engine.spi.ControlPlaneFault;
import dev.ensuregsis.engine.spi.CreateIndexCall;
import dev.ensuregsis.engine.spi.ForwardingControlPlane;
import dev.ensuregsis.engine.spi.GsiStatus;
import dev.ensuregsis.engine.spi.Target;
import dev.ensuregsis.engine.state.GsiStateManager;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run does with what an earlier one left: on a simulated account and a real state file. */
class ResumeTest {
    private static final Map<String, AttributeType> TYPES =
            Map.of("id", AttributeType.S, "agent", AttributeType.S, "flight", AttributeType.S);
    private static final IndexDefinition BY_AGENT = index("by-agent", "agent", Projection.ALL);
    private static final IndexDefinition BY_FLIGHT = index("by-flight", "flight", Projection.ALL);

    @TempDir
    private Path directory;

    private final VirtualTime time = new VirtualTime();
    private final SimulatedAccount account =
            SimulatedAccount.real(time, AccountRules.REAL, 1).with(TableSetup.onDemand("bookings"));
    private final List<GsiEvent> events = new ArrayList<>();
    private final Set<String> refused = new HashSet<>();
    private final List<String> asked = new ArrayList<>();

    @Test
    void makesNoFileWhereThereIsNothingToDo() {
        run(BY_AGENT);
        assertThat(directory).isDirectoryContaining("glob:**.gsi_creation_state_*.json");
        asked.clear();

        var second = run(BY_AGENT);

        assertThat(second.isSuccessful()).isTrue();
        assertThat(second.archive()).isNull();
        assertThat(asked).isEmpty();
        assertThat(directory.resolve(".gsi_creation_state.json")).doesNotExist();
    }

    @Test
    void leavesWhatFailedAloneAndStaysRed() {
        refused.add("by-agent");
        assertThat(run(BY_AGENT, BY_FLIGHT).isSuccessful()).isFalse();
        refused.clear();
        asked.clear();

        var second = run(BY_AGENT, BY_FLIGHT);

        assertThat(second.isSuccessful()).isFalse();
        assertThat(outcomes(second))
                .isEqualTo(Map.of("by-agent", Outcome.LEFT_FAILED, "by-flight", Outcome.ALREADY_ACTIVE));
        assertThat(asked).isEmpty();
        assertThat(events).anySatisfy(event -> assertThat(event).isInstanceOf(GsiEvent.StateLoaded.class));
    }

    @Test
    void retriesOnlyWhatFailedWhenAsked() {
        refused.add("by-agent");
        run(BY_AGENT);
        refused.clear();
        asked.clear();

        var retry = run(builder -> builder.retryFailed(true), BY_AGENT, BY_FLIGHT);

        assertThat(retry.isSuccessful()).as("all that had failed is active").isTrue();
        assertThat(outcomes(retry)).isEqualTo(Map.of("by-agent", Outcome.CREATED, "by-flight", Outcome.PENDING));
        assertThat(asked).containsExactly("by-agent");
        assertThat(retry.archive()).as("one is still pending").isNull();
        assertThat(events).contains(new GsiEvent.RetryingFailed(List.of(new IndexId("bookings", "by-agent"))));
    }

    @Test
    void cannotKnowWhatFailedWithoutAState() {
        var retry = run(builder -> builder.retryFailed(true), BY_AGENT);

        assertThat(retry.isSuccessful()).isFalse();
        assertThat(asked).isEmpty();

        run(BY_AGENT);
        assertThat(run(builder -> builder.retryFailed(true), BY_AGENT).isSuccessful())
                .as("every index is active")
                .isTrue();
    }

    @Test
    void takesUpAFailedOneWhoseDefinitionHasChanged() {
        refused.add("by-agent");
        run(BY_AGENT);
        refused.clear();

        var second = run(index("by-agent", "agent", Projection.KEYS_ONLY));

        assertThat(second.isSuccessful()).isTrue();
        assertThat(outcomes(second)).isEqualTo(Map.of("by-agent", Outcome.CREATED));
    }

    @Test
    void adoptsAFailedOneThatTheTableHas() {
        refused.add("by-agent");
        run(BY_AGENT);
        asked.clear();
        new SomeoneElse(account).createsIndex("bookings", BY_AGENT, Map.of("agent", AttributeType.S));
        time.pass(Duration.ofHours(1));

        var second = run(BY_AGENT);

        assertThat(second.isSuccessful()).isTrue();
        assertThat(asked).isEmpty();
    }

    @Test
    void createsAgainWhatTheFileCallsActiveAndTheTableDoesNotHaveAndSaysSo() {
        refused.add("by-flight");
        run(BY_AGENT, BY_FLIGHT);
        new SomeoneElse(account).deletesIndex("bookings", "by-agent");
        time.pass(Duration.ofHours(1));
        asked.clear();

        var second = run(BY_AGENT, BY_FLIGHT);

        assertThat(outcomes(second)).containsEntry("by-agent", Outcome.CREATED);
        assertThat(asked).containsExactly("by-agent");
        assertThat(events)
                .anySatisfy(event -> assertThat(event)
                        .isInstanceOfSatisfying(
                                GsiEvent.Warned.class,
                                warned -> assertThat(warned.message())
                                        .contains("bookings.by-agent", "recorded as active")));
    }

    @Test
    void waitsForWhatIsStillBuildingInsteadOfAskingAgain() {
        run(builder -> builder.waitForActive(false), BY_AGENT);
        assertThat(asked).containsExactly("by-agent");

        var second = run(BY_AGENT);

        assertThat(second.isSuccessful()).isTrue();
        assertThat(asked).as("asked for once").containsExactly("by-agent");
    }

    @Test
    void countsAnAttemptThatNobodySawTheEndOf() {
        try (var state = new GsiStateManager("test", directory)) {
            state.initializeGsis(definitions(BY_AGENT));
            state.updateGsiStatus("bookings", "by-agent", GsiStatus.IN_PROGRESS);
        }
        refused.add("by-agent");

        run(BY_AGENT);

        try (var state = new GsiStateManager("test", directory)) {
            assertThat(state.getGsiStatus("bookings", "by-agent").orElseThrow().retryCount())
                    .isEqualTo(1);
        }
    }

    @Test
    void refusesTheStateOfAnotherAccountBeforeAnyChange() {
        try (var state = new GsiStateManager("test", directory)) {
            state.initializeGsis(definitions(BY_AGENT));
            state.recordTarget(new Target("999999999999", "eu-central-1", null));
            state.updateGsiStatus("bookings", "by-agent", GsiStatus.FAILED, 1, "earlier");
        }

        var run = run(BY_AGENT);

        assertThat(run.ending()).isEqualTo(RunReport.Ending.ABORTED);
        assertThat(run.abortedBy()).isNotNull();
        assertThat(run.abortedBy().message()).contains("999999999999", "123456789012");
        assertThat(run.abortedBy().nextStep().kind()).isEqualTo(NextStep.Kind.KEEP_STATE_APART);
        assertThat(asked).isEmpty();
    }

    @Test
    void stopsWhereTheTablesBelongToAnotherAccountThanTheUserNamed() {
        var run = run(builder -> builder.expectedAccount("999999999999"), BY_AGENT);

        assertThat(run.ending()).isEqualTo(RunReport.Ending.ABORTED);
        assertThat(asked).isEmpty();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void stopsWaitingAtItsTimeoutAndKeepsItsState() {
        var run = run(builder -> builder.timeout(Duration.ofMinutes(2)), BY_AGENT);

        assertThat(run.ending()).isEqualTo(RunReport.Ending.TIMED_OUT);
        assertThat(outcomes(run)).isEqualTo(Map.of("by-agent", Outcome.BUILDING));
        assertThat(directory.resolve(".gsi_creation_state.json")).exists();
    }

    @Test
    void worksOnTheSelectedPartAndArchivesOnlyTheWhole() {
        var part = run(builder -> builder.selection(new Selection(List.of(), List.of("*-agent"))), BY_AGENT, BY_FLIGHT);

        assertThat(part.isSuccessful()).isTrue();
        assertThat(asked).containsExactly("by-agent");
        assertThat(part.archive()).isNull();
        assertThat(run(BY_AGENT, BY_FLIGHT).archive()).isNotNull();
    }

    @Test
    void leavesTheStateToAnotherWhoSharesItAndIsNotDone() {
        try (var other = new GsiStateManager("another-module", directory)) {
            other.initializeGsis(definitions(BY_FLIGHT));
            other.updateGsiStatus("bookings", "by-flight", GsiStatus.FAILED, 5, "earlier");
        }

        var green = run(BY_AGENT);

        assertThat(green.isSuccessful()).isTrue();
        assertThat(green.archive()).isNull();

        try (var other = new GsiStateManager("another-module", directory)) {
            assertThat(other.getGsiStatus("bookings", "by-flight").orElseThrow().lastError())
                    .isEqualTo("earlier");
            other.updateGsiStatus("bookings", "by-flight", GsiStatus.ACTIVE);
        }
        assertThat(run(BY_AGENT).archive()).isNotNull();
    }

    @Test
    void aListenerThatThrowsBreaksNothing() {
        var run = run(
                builder -> builder.listener(event -> {
                    throw new IllegalStateException("from a listener");
                }),
                BY_AGENT);

        assertThat(run.isSuccessful()).isTrue();
    }

    private RunReport run(IndexDefinition... indexes) {
        return run(UnaryOperator.identity(), indexes);
    }

    private RunReport run(UnaryOperator<GsiEngine.Builder> options, IndexDefinition... indexes) {
        events.clear();
        var random = new SplittableRandom(1);
        var timeline = new SimulatedTimeline(time, Latency.REAL, random);
        try (var state = new GsiStateManager("test", directory)) {
            var builder =
                    GsiEngine.builder().controlPlane(new Watched()).state(state).listener(events::add);
            return options.apply(builder).build().ensure(definitions(indexes), timeline, random);
        }
    }

    private static Definitions definitions(IndexDefinition... indexes) {
        return new Definitions(
                List.of(new TableDefinition("bookings", TYPES, List.of(indexes), null, Place.of("test"))));
    }

    private static IndexDefinition index(String name, String partitionKey, Projection projection) {
        return new IndexDefinition(name, KeySchema.of(partitionKey), projection, Capacity.UNSTATED);
    }

    private static Map<String, Outcome> outcomes(RunReport report) {
        var outcomes = new HashMap<String, Outcome>();
        for (IndexReport index : report.indexes()) {
            outcomes.put(index.id().indexName(), index.outcome());
        }
        return outcomes;
    }

    /** The account, with what was asked of it, and refusals for chosen indexes. */
    private final class Watched extends ForwardingControlPlane {
        Watched() {
            super(account);
        }

        @Override
        public void createIndex(CreateIndexCall call) {
            if (refused.contains(call.index().name())) {
                throw new ControlPlaneException(
                        new ControlPlaneFault.Answered("ValidationException", "refused by the test", 400));
            }
            account.createIndex(call);
            asked.add(call.index().name());
        }
    }
}
