package dev.ensuregsis.engine.simulation;

import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.definition.Throughput;
import dev.ensuregsis.engine.spi.CapacityControl;
import dev.ensuregsis.engine.spi.ControlPlane;
import dev.ensuregsis.engine.spi.CreateIndexCall;
import dev.ensuregsis.engine.spi.CreateTableCall;
import dev.ensuregsis.engine.spi.IndexRemoval;
import dev.ensuregsis.engine.spi.LiveIndex.IndexStatus;
import dev.ensuregsis.engine.spi.LiveTable;
import dev.ensuregsis.engine.spi.LiveTable.TableStatus;
import dev.ensuregsis.engine.spi.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An account of DynamoDB in simulated time. A call happens at the instant at which it is made; the network before it,
 * with its delays and faults, is {@link FaultyNetwork}'s. {@link SomeoneElse} works on the same tables.
 */
public final class SimulatedAccount implements ControlPlane, IndexRemoval, CapacityControl {
    static final String ACCOUNT_ID = "123456789012";
    static final String REGION = "eu-central-1";

    private final VirtualTime time;
    private final AccountRules rules;
    private final BuildTimes buildTimes;
    private final RandomGenerator random;
    private final AllowedRate mutations;
    private final AllowedRate looks;
    private final TablesInFlight tablesInFlight;
    private final Map<String, List<SimulatedTable>> tables = new HashMap<>();
    private final Set<String> denied = new HashSet<>();
    private int decreasesLeft = Integer.MAX_VALUE;

    private SimulatedAccount(VirtualTime time, AccountRules rules, BuildTimes buildTimes, RandomGenerator random) {
        this.time = time;
        this.rules = rules;
        this.buildTimes = buildTimes;
        this.random = random;
        this.mutations = new AllowedRate(rules.mutationsPerSecond(), rules.mutationBurst());
        this.looks = new AllowedRate(rules.looksPerSecond(), rules.looksPerSecond());
        this.tablesInFlight = new TablesInFlight(rules);
    }

    /** An account with the timings of the real DynamoDB. */
    public static SimulatedAccount real(VirtualTime time, AccountRules rules, long seed) {
        return new SimulatedAccount(time, rules, BuildTimes.real(seed), new SplittableRandom(seed));
    }

    /** A DynamoDB Local. */
    public static SimulatedAccount dynamoDbLocal(VirtualTime time) {
        return new SimulatedAccount(
                time, AccountRules.DYNAMODB_LOCAL, BuildTimes.dynamoDbLocal(), new SplittableRandom(0));
    }

    /** Has this table from the beginning. */
    public SimulatedAccount with(TableSetup setup) {
        var longAgo = now().minus(Duration.ofDays(1));
        put(new SimulatedTable(setup, arn(setup.name()), longAgo, longAgo));
        return this;
    }

    /** Lets nobody of ours look at a table or change it. */
    public SimulatedAccount denying(String tableName) {
        denied.add(tableName);
        return this;
    }

    @Override
    public Optional<LiveTable> describeTable(String tableName) {
        looks.admit(now());
        checkAccess("DescribeTable", tableName);
        var asOf = now().minus(Draw.between(random, Duration.ZERO, rules.staleness()));
        return viewAt(tableName, asOf);
    }

    @Override
    public Set<String> listTables() {
        looks.admit(now());
        return tables.keySet().stream().filter(name -> tableNow(name) != null).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<LiveTable> createTable(CreateTableCall call) {
        mutations.admit(now());
        checkAccess("CreateTable", call.tableName());
        TableRules.check(call, rules);
        if (tableNow(call.tableName()) != null) {
            throw Refusal.resourceInUse("Table already exists: " + call.tableName());
        }
        tablesInFlight.admitCreation(!call.indexes().isEmpty(), now());
        var creation = call.creation();
        var setup = new TableSetup(
                call.tableName(),
                creation.keySchema(),
                call.attributeTypes(),
                creation.billingMode(),
                creation.capacity().provisioned(),
                0,
                List.of());
        var activeAt = buildTimes.tableActiveAt(call.tableName(), now());
        var table = new SimulatedTable(setup, arn(call.tableName()), now(), activeAt);
        for (var index : call.indexes()) {
            // Created with its table an index never backfills: its resources are there when the table is.
            table.add(life(index, new BuildTimes.Build(now(), activeAt, activeAt, false)), call.attributeTypes());
        }
        put(table);
        tablesInFlight.changes(table);
        if (!call.indexes().isEmpty()) {
            tablesInFlight.createsWithIndexes(table);
        }
        return truth(call.tableName());
    }

    @Override
    public void createIndex(CreateIndexCall call) {
        mutations.admit(now());
        checkAccess("UpdateTable", call.tableName());
        var table = tableNow(call.tableName());
        if (table == null) {
            throw Refusal.resourceNotFound("Requested resource not found: Table: " + call.tableName() + " not found");
        }
        rules.indexRules().forEach(rule -> rule.check(call, table, now(), rules));
        tablesInFlight.admitChange(table, now());
        var id = new IndexId(call.tableName(), call.index().name());
        table.add(life(call.index(), buildTimes.index(id, table.sizeBytes(), now())), call.attributeTypes());
        tablesInFlight.changes(table);
    }

    @Override
    public void deleteIndex(String tableName, String indexName) {
        mutations.admit(now());
        checkAccess("UpdateTable", tableName);
        var table = tableNow(tableName);
        var index = table == null ? null : table.indexAt(indexName, now());
        if (table == null || index == null) {
            throw Refusal.resourceNotFound("Requested resource not found");
        }
        DeletionRule.ALL.forEach(rule -> rule.check(index, table, now()));
        tablesInFlight.admitChange(table, now());
        table.deleteIndex(index, new Span(now(), now().plus(buildTimes.indexDeletion())));
        tablesInFlight.changes(table);
    }

    /** Takes so many decreases of capacity, and refuses the next until more are allowed. */
    public void allowDecreases(int decreases) {
        decreasesLeft = decreases;
    }

    @Override
    public void changeCapacity(String tableName, String indexName, Throughput throughput) {
        mutations.admit(now());
        checkAccess("UpdateTable", tableName);
        var table = tableNow(tableName);
        var index = table == null ? null : table.indexAt(indexName, now());
        if (table == null || index == null) {
            throw Refusal.resourceNotFound("Requested resource not found");
        }
        if (table.statusAt(now()) != TableStatus.ACTIVE || index.statusAt(now()) != IndexStatus.ACTIVE) {
            throw Refusal.resourceInUse(
                    "Attempt to change a resource which is still in use: Table is being updated: " + tableName);
        }
        var has = index.throughputAt(now());
        if (throughput.equals(has)) {
            throw Refusal.validation("The provisioned throughput for the index " + indexName + " will not change.");
        }
        if (has != null && decreases(has, throughput) && decreasesLeft-- <= 0) {
            throw Refusal.limitExceeded(
                    "Subscriber limit exceeded: Provisioned throughput decreases are limited within a"
                            + " given UTC day. After the first 4 decreases, each subsequent decrease in the same UTC day can be"
                            + " performed at most once every 3600 seconds.");
        }
        tablesInFlight.admitChange(table, now());
        table.rescale(index, throughput, new Span(now(), now().plus(Duration.ofSeconds(10))));
        tablesInFlight.changes(table);
    }

    private static boolean decreases(Throughput from, Throughput to) {
        return of(to.read()) < of(from.read()) || of(to.write()) < of(from.write());
    }

    private static long of(@Nullable Long units) {
        return units == null ? 0 : units;
    }

    @Override
    public Target target() {
        return new Target(null, REGION, rules.isLocal() ? "http://localhost:8000" : null);
    }

    @Override
    public Optional<String> callerAccount() {
        return rules.isLocal() ? Optional.empty() : Optional.of(ACCOUNT_ID);
    }

    @Override
    public boolean isLocal() {
        return rules.isLocal();
    }

    /** What is the case, as no look of ours can know it: undelayed, unthrottled, unfiltered. */
    public Optional<LiveTable> truth(String tableName) {
        return viewAt(tableName, now());
    }

    /** How many tables are changing now. */
    public int tablesInFlight() {
        return tablesInFlight.count(now());
    }

    @Nullable
    SimulatedTable tableNow(String tableName) {
        return tableAt(tableName, now());
    }

    BuildTimes buildTimes() {
        return buildTimes;
    }

    VirtualTime time() {
        return time;
    }

    private Optional<LiveTable> viewAt(String tableName, Instant asOf) {
        return Optional.ofNullable(tableAt(tableName, asOf)).map(table -> table.viewAt(asOf));
    }

    private @Nullable SimulatedTable tableAt(String tableName, Instant asOf) {
        return tables.getOrDefault(tableName, List.of()).stream()
                .filter(table -> table.existsAt(asOf))
                .findFirst()
                .orElse(null);
    }

    private void put(SimulatedTable table) {
        tables.computeIfAbsent(table.name(), name -> new ArrayList<>()).add(table);
    }

    private void checkAccess(String action, String tableName) {
        if (denied.contains(tableName)) {
            throw Refusal.accessDenied(action, arn(tableName));
        }
    }

    private Instant now() {
        return time.instant();
    }

    private String arn(String tableName) {
        var owner = rules.isLocal() ? "ddblocal:000000000000" : REGION + ":" + ACCOUNT_ID;
        return "arn:aws:dynamodb:" + owner + ":table/" + tableName;
    }

    static SimulatedIndex life(IndexDefinition index, BuildTimes.Build build) {
        return new SimulatedIndex(
                index.name(),
                index.keySchema(),
                index.projectionToCreate(),
                index.capacity().provisioned(),
                build);
    }
}
