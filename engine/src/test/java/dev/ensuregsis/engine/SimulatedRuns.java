package dev.ensuregsis.engine;

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
import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.simulation.AccountRules;
import dev.ensuregsis.engine.simulation.Latency;
import dev.ensuregsis.engine.simulation.SimulatedAccount;
import dev.ensuregsis.engine.simulation.SimulatedTimeline;
import dev.ensuregsis.engine.simulation.TableSetup;
import dev.ensuregsis.engine.simulation.VirtualTime;
import dev.ensuregsis.engine.spi.ControlPlane;
import dev.ensuregsis.engine.spi.ControlPlaneException;
import dev.ensuregsis.engine.spi.ControlPlaneFault;
import dev.ensuregsis.engine.spi.CreateIndexCall;
import dev.ensuregsis.engine.spi.ForwardingControlPlane;
import dev.ensuregsis.engine.spi.IndexRemoval;
import dev.ensuregsis.engine.spi.LiveTable;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs and plans on a simulated account, whose calls are written down and may be told to fail. */
final class SimulatedRuns {
    /** The account that it is. */
    static final String ACCOUNT = "123456789012";

    final VirtualTime time = new VirtualTime();
    final SimulatedAccount account = SimulatedAccount.real(time, AccountRules.REAL, 1);
    final List<GsiEvent> events = new ArrayList<>();
    final List<String> calls = new ArrayList<>();

    /** The indexes that DynamoDB refuses. */
    final Set<String> refused = new HashSet<>();

    /** What the next looks at a table meet, one after another. */
    private final Map<String, Deque<ControlPlaneFault>> faultsOfLooks = new HashMap<>();

    private long seed = 1;
    private boolean callerIsUnknown;

    SimulatedRuns(String... tables) {
        for (var table : tables) {
            account.with(TableSetup.onDemand(table));
        }
        // Looks are late by a few seconds; what was there before must not be news.
        time.pass(Duration.ofMinutes(1));
    }

    /** Every table with the same indexes, each on a key of its own. */
    static Definitions definitions(List<String> tables, String... indexes) {
        return new Definitions(
                tables.stream().map(table -> table(table, indexes)).toList());
    }

    static TableDefinition table(String name, String... indexes) {
        return table(name, null, indexes);
    }

    /** One that can be created. */
    static TableDefinition toCreate(String name, String... indexes) {
        return table(name, TableCreation.onDemand(KeySchema.of("id")), indexes);
    }

    private static TableDefinition table(String name, @Nullable TableCreation creation, String... indexes) {
        var types = new HashMap<String, AttributeType>();
        types.put("id", AttributeType.S);
        Stream.of(indexes).forEach(index -> types.put(keyOf(index), AttributeType.S));
        return new TableDefinition(
                name,
                types,
                Stream.of(indexes)
                        .map(index -> new IndexDefinition(
                                index, KeySchema.of(keyOf(index)), Projection.ALL, Capacity.UNSTATED))
                        .toList(),
                creation,
                Place.of("test"));
    }

    private static String keyOf(String index) {
        return "key-of-" + index;
    }

    void looksMeet(String table, ControlPlaneFault fault, int times) {
        var faults = faultsOfLooks.computeIfAbsent(table, name -> new ArrayDeque<>());
        for (int i = 0; i < times; i++) {
            faults.add(fault);
        }
    }

    /** STS may not be asked. */
    void callerIsUnknown() {
        callerIsUnknown = true;
    }

    void seed(long newSeed) {
        seed = newSeed;
    }

    GsiEngine.Builder engine() {
        return GsiEngine.builder().controlPlane(controlPlane()).listener(events::add);
    }

    ControlPlane controlPlane() {
        return new Watched();
    }

    SimulatedTimeline timeline() {
        return new SimulatedTimeline(time, Latency.REAL, new SplittableRandom(seed)).atMost(100_000);
    }

    RunReport ensure(GsiEngine engine, Definitions definitions) {
        events.clear();
        calls.clear();
        return engine.ensure(definitions, timeline(), new SplittableRandom(seed));
    }

    Plan plan(GsiEngine engine, Definitions definitions) throws InterruptedException {
        return engine.plan(definitions, timeline(), new SplittableRandom(seed));
    }

    StatusReport status(GsiEngine engine, Definitions definitions) throws InterruptedException {
        return engine.status(definitions, timeline(), new SplittableRandom(seed));
    }

    /** The deletion of indexes, written down like the other calls. */
    IndexRemoval removal() {
        return (table, index) -> {
            calls.add("delete " + table + "." + index);
            account.deleteIndex(table, index);
        };
    }

    RemovalPlan planDeletion(GsiEngine engine, Definitions definitions, IndexId... named) throws InterruptedException {
        return engine.removing(removal()).plan(false, definitions, List.of(named), timeline(), new SplittableRandom());
    }

    RemovalPlan planReplacement(GsiEngine engine, Definitions definitions, IndexId... named)
            throws InterruptedException {
        return engine.removing(removal()).plan(true, definitions, List.of(named), timeline(), new SplittableRandom());
    }

    RunReport carryOut(GsiEngine engine, RemovalPlan plan) {
        events.clear();
        calls.clear();
        return engine.removing(removal()).carryOut(plan, timeline(), new SplittableRandom(seed));
    }

    List<String> changes() {
        return calls.stream().filter(call -> !call.startsWith("look ")).toList();
    }

    long looksAt(String table) {
        return calls.stream().filter(("look " + table)::equals).count();
    }

    private final class Watched extends ForwardingControlPlane {
        Watched() {
            super(account);
        }

        @Override
        public Optional<LiveTable> describeTable(String tableName) {
            calls.add("look " + tableName);
            var faults = faultsOfLooks.getOrDefault(tableName, new ArrayDeque<>());
            if (!faults.isEmpty()) {
                throw new ControlPlaneException(faults.remove());
            }
            return account.describeTable(tableName);
        }

        @Override
        public Optional<String> callerAccount() {
            return callerIsUnknown ? Optional.empty() : super.callerAccount();
        }

        @Override
        public void createIndex(CreateIndexCall call) {
            calls.add("create " + call.tableName() + "." + call.index().name());
            if (refused.contains(call.index().name())) {
                throw new ControlPlaneException(
                        new ControlPlaneFault.Answered("ValidationException", "refused by the test", 400));
            }
            account.createIndex(call);
        }
    }
}
