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
import dev.ensuregsis.engine.definition.TableCreation;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.estimate.Basis;
import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.event.PlannedAction;
import dev.ensuregsis.engine.simulation.AccountRules;
import dev.ensuregsis.engine.simulation.Latency;
import dev.ensuregsis.engine.simulation.SimulatedAccount;
import dev.ensuregsis.engine.simulation.SimulatedTimeline;
import dev.ensuregsis.engine.simulation.TableSetup;
import dev.ensuregsis.engine.simulation.VirtualTime;
import dev.ensuregsis.engine.spi.ControlPlaneException;
import dev.ensuregsis.engine.spi.ControlPlaneFault;
import dev.ensuregsis.engine.spi.CreateIndexCall;
import dev.ensuregsis.engine.spi.CreateTableCall;
import dev.ensuregsis.engine.spi.ForwardingControlPlane;
import dev.ensuregsis.engine.spi.LiveTable;
import dev.ensuregsis.engine.spi.Target;
import dev.ensuregsis.engine.state.GsiStateManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a run says and asks before it changes anything. */
class OpeningTest {
    private static final IndexDefinition BY_AGENT =
            new IndexDefinition("by-agent", KeySchema.of("agent"), Projection.ALL, Capacity.UNSTATED);
    private static final Definitions TWO_TABLES = new Definitions(List.of(table("bookings"), table("flights")));

    private static final Definitions THREE_TO_CREATE =
            new Definitions(List.of(toCreate("bookings"), toCreate("flights"), toCreate("seats")));

    private final VirtualTime time = new VirtualTime();
    private SimulatedAccount account = SimulatedAccount.real(time, AccountRules.REAL, 1)
            .with(TableSetup.onDemand("bookings"))
            .with(TableSetup.onDemand("flights"));
    private final List<String> calls = new ArrayList<>();
    private final List<GsiEvent> events = new ArrayList<>();
    private boolean listRefused;

    @Test
    void thePlanComesOfTheRunsOwnLooksBeforeAnyChange() {
        assertThat(run(TWO_TABLES).isSuccessful()).isTrue();

        assertThat(calls.subList(0, 3)).containsExactlyInAnyOrder("look bookings", "look flights", "said");
        assertThat(calls.get(2)).isEqualTo("said");
        var estimate = started().estimate();
        assertThat(started())
                .isEqualTo(new GsiEvent.RunStarted(
                        target(),
                        2,
                        0,
                        Map.of(
                                new IndexId("bookings", "by-agent"), PlannedAction.CREATE,
                                new IndexId("flights", "by-agent"), PlannedAction.CREATE),
                        estimate));
        assertThat(estimate).isNotNull();
        assertThat(estimate.indexes())
                .extracting(index -> index.basis().kind())
                .containsExactly(Basis.Kind.EMPTY_TABLE, Basis.Kind.EMPTY_TABLE);
    }

    @Test
    void aRunThatFindsAllInPlaceLooksOnceAtEachTable() {
        run(TWO_TABLES);
        calls.clear();

        assertThat(run(TWO_TABLES).isSuccessful()).isTrue();

        assertThat(calls).containsExactlyInAnyOrder("look bookings", "look flights", "said");
        assertThat(started().indexes().values()).containsOnly(PlannedAction.NOTHING);
    }

    @Test
    void aTableOfAnotherAccountStopsTheRunBeforeAnyChange() {
        var report = run(TWO_TABLES, "flights");

        assertThat(report.ending()).isEqualTo(RunReport.Ending.ABORTED);
        assertThat(report.abortedBy()).hasFieldOrPropertyWithValue("code", "OtherAccount");
        assertThat(calls).containsExactlyInAnyOrder("look bookings", "look flights");
    }

    @Test
    void anEmptyEmulatorIsAskedForAListInsteadOfForEachTable() {
        account = SimulatedAccount.dynamoDbLocal(time);

        assertThat(run(THREE_TO_CREATE).isSuccessful()).isTrue();

        assertThat(calls.subList(0, 2)).containsExactly("list", "said");
        assertThat(calls.subList(2, calls.size()))
                .containsExactlyInAnyOrder("create bookings", "create flights", "create seats");
    }

    @Test
    void whatAnEmulatorListsIsLookedAt() {
        account = SimulatedAccount.dynamoDbLocal(time).with(TableSetup.onDemand("flights"));

        assertThat(run(THREE_TO_CREATE).isSuccessful()).isTrue();

        assertThat(calls.subList(0, 3)).containsExactly("list", "look flights", "said");
        assertThat(account.truth("flights").orElseThrow().index("by-agent")).isPresent();
    }

    @Test
    void anEmulatorThatCantListIsLookedAtTableByTable() {
        account = SimulatedAccount.dynamoDbLocal(time);
        listRefused = true;

        assertThat(run(THREE_TO_CREATE).isSuccessful()).isTrue();

        assertThat(calls.subList(0, 5))
                .containsExactlyInAnyOrder("look bookings", "list", "look flights", "look seats", "said");
    }

    private static TableDefinition table(String name) {
        return table(name, null);
    }

    private static TableDefinition table(String name, @Nullable TableCreation creation) {
        return new TableDefinition(
                name,
                Map.of("id", AttributeType.S, "agent", AttributeType.S),
                List.of(BY_AGENT),
                creation,
                Place.of("test"));
    }

    private static TableDefinition toCreate(String name) {
        return table(name, TableCreation.onDemand(KeySchema.of("id")));
    }

    private Target target() {
        var target = account.target();
        return new Target("123456789012", target.region(), target.endpoint());
    }

    private GsiEvent.RunStarted started() {
        return events.stream()
                .filter(GsiEvent.RunStarted.class::isInstance)
                .map(GsiEvent.RunStarted.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private RunReport run(Definitions definitions, String... foreignTables) {
        events.clear();
        var random = new SplittableRandom(1);
        var timeline = new SimulatedTimeline(time, Latency.REAL, random);
        try (var state = GsiStateManager.inMemory("test")) {
            return GsiEngine.builder()
                    .controlPlane(new Watched(List.of(foreignTables)))
                    .state(state)
                    .createTables(true)
                    .listener(event -> {
                        events.add(event);
                        if (event instanceof GsiEvent.RunStarted) {
                            calls.add("said");
                        }
                    })
                    .build()
                    .ensure(definitions, timeline, random);
        }
    }

    /** The account, with what was asked of it, and tables that somebody else's account seems to have. */
    private final class Watched extends ForwardingControlPlane {
        private final List<String> foreign;

        Watched(List<String> foreign) {
            super(account);
            this.foreign = foreign;
        }

        @Override
        public Optional<LiveTable> describeTable(String tableName) {
            calls.add("look " + tableName);
            return account.describeTable(tableName)
                    .map(table -> foreign.contains(tableName) ? elsewhere(table) : table);
        }

        @Override
        public Set<String> listTables() {
            calls.add("list");
            if (listRefused) {
                throw new ControlPlaneException(
                        new ControlPlaneFault.Answered("UnknownOperationException", "not here", 400));
            }
            return account.listTables();
        }

        @Override
        public Optional<LiveTable> createTable(CreateTableCall call) {
            calls.add("create " + call.tableName());
            return account.createTable(call);
        }

        @Override
        public void createIndex(CreateIndexCall call) {
            calls.add("create " + call.tableName());
            account.createIndex(call);
        }

        private static LiveTable elsewhere(LiveTable table) {
            return new LiveTable(
                    table.name(),
                    "arn:aws:dynamodb:eu-central-1:999999999999:table/" + table.name(),
                    table.status(),
                    table.keySchema(),
                    table.attributeTypes(),
                    table.billingMode(),
                    table.throughput(),
                    table.indexes(),
                    table.replicas(),
                    table.itemCount(),
                    table.sizeBytes());
        }
    }
}
