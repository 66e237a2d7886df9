package dev.ensuregsis.engine.history;

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
import dev.ensuregsis.engine.simulation.AccountRules;
import dev.ensuregsis.engine.simulation.Draw;
import dev.ensuregsis.engine.simulation.SimulatedAccount;
import dev.ensuregsis.engine.simulation.SomeoneElse;
import dev.ensuregsis.engine.simulation.TableSetup;
import dev.ensuregsis.engine.simulation.VirtualTime;
import dev.ensuregsis.engine.spi.LiveTable.TableStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What there is at the beginning of a history: an account with its tables, and the definitions of what is wanted. */
final class World {
    static final int INDEX_QUOTA = 7;
    static final long TOO_MANY_UNITS = 100_000;

    private static final long TWENTY_GIGABYTES = 20_000_000_000L;

    private final History history;
    private final RandomGenerator random;
    private final VirtualTime time = new VirtualTime();
    private final SimulatedAccount account;
    private final SomeoneElse someoneElse;
    private final Set<String> denied = new HashSet<>();
    private final Definitions definitions;

    World(History history) {
        this.history = history;
        this.random = new SplittableRandom(history.seed());
        this.account = SimulatedAccount.real(time, rules(), history.seed());
        this.someoneElse = new SomeoneElse(account);
        var tables = new ArrayList<TableDefinition>();
        for (int i = 0; i < history.tables(); i++) {
            tables.add(table("table-" + i));
        }
        this.definitions = new Definitions(tables);
        // Looks are late by a few seconds; what was there before must not be news.
        time.pass(Duration.ofSeconds(10));
    }

    VirtualTime time() {
        return time;
    }

    SimulatedAccount account() {
        return account;
    }

    SomeoneElse someoneElse() {
        return someoneElse;
    }

    Definitions definitions() {
        return definitions;
    }

    boolean isDenied(String tableName) {
        return denied.contains(tableName);
    }

    private AccountRules rules() {
        var rules = AccountRules.REAL.withIndexesPerTable(INDEX_QUOTA);
        if (history.has(Trouble.FEW_TABLES_IN_FLIGHT)) {
            int tables = random.nextInt(1, 4);
            rules = random.nextBoolean() ? rules.withTablesInFlight(tables) : rules.withUnnamedTablesInFlight(tables);
        }
        return history.has(Trouble.LOW_RATES)
                ? rules.withRates(random.nextDouble(0.05, 0.5), random.nextDouble(0.5, 3))
                : rules;
    }

    private TableDefinition table(String name) {
        var kind = Draw.oneOf(random, kinds());
        var setup = TableSetup.onDemand(name);
        switch (kind) {
            case PLAIN, FULL, DENIED, BEING_DELETED, UNUSABLE -> account.with(setup);
            case LARGE -> account.with(setup.sized(random.nextLong(TWENTY_GIGABYTES)));
            case PROVISIONED -> account.with(setup.provisioned(random.nextLong(1, 20)));
            case REPLICATED -> account.with(setup.replicatedTo("us-east-1", "ap-south-1"));
            case OTHER_KEY ->
                account.with(new TableSetup(
                        name,
                        KeySchema.of("another"),
                        Map.of("another", AttributeType.S),
                        BillingMode.PAY_PER_REQUEST,
                        null,
                        0,
                        List.of()));
            case TO_CREATE, MISSING -> {}
        }
        var types = new HashMap<String, AttributeType>();
        types.put("id", AttributeType.S);
        var indexes = new ArrayList<IndexDefinition>();
        for (int i = 0; i < history.indexesPerTable(); i++) {
            indexes.add(index(name, i, kind, types));
        }
        switch (kind) {
            case FULL -> fill(name);
            case DENIED -> {
                account.denying(name);
                denied.add(name);
            }
            case BEING_DELETED -> someoneElse.deletesTable(name);
            case UNUSABLE ->
                someoneElse.breaksTable(
                        name,
                        random.nextBoolean() ? TableStatus.INACCESSIBLE_ENCRYPTION_CREDENTIALS : TableStatus.ARCHIVED);
            default -> {}
        }
        return new TableDefinition(name, types, indexes, creation(kind), Place.of("history"));
    }

    private @Nullable TableCreation creation(TableKind kind) {
        return kind == TableKind.TO_CREATE || kind == TableKind.OTHER_KEY
                ? TableCreation.onDemand(KeySchema.of("id"))
                : null;
    }

    private IndexDefinition index(String table, int number, TableKind kind, Map<String, AttributeType> types) {
        var name = "index-" + number;
        var key = random.nextBoolean() ? KeySchema.of("p" + number) : KeySchema.of("p" + number, "s" + number);
        key.attributes()
                .forEach(attribute -> types.put(attribute, Draw.oneOf(random, List.of(AttributeType.values()))));
        var projection = projection();
        var indexKind = kind == TableKind.TO_CREATE ? IndexKind.PLAIN : Draw.oneOf(random, indexKinds(kind));
        var capacity = indexKind == IndexKind.TOO_LARGE ? Capacity.provisioned(TOO_MANY_UNITS, 1) : Capacity.UNSTATED;
        var wanted = new IndexDefinition(name, key, projection, capacity);
        var live = new IndexDefinition(
                name, key, projection, kind == TableKind.PROVISIONED ? Capacity.provisioned(1, 1) : Capacity.UNSTATED);
        switch (indexKind) {
            case THERE -> someoneElse.hadCreated(table, live, typesOf(key, types));
            case BUILDING -> someoneElse.createsIndex(table, live, typesOf(key, types));
            case DIFFERING -> someoneElse.hadCreated(table, differing(live), Map.of("other", AttributeType.S));
            case OTHER_TYPE -> {
                var attribute = key.partitionKey().get(0);
                var otherType = types.get(attribute) == AttributeType.S ? AttributeType.N : AttributeType.S;
                someoneElse.hadCreated(
                        table,
                        new IndexDefinition("foreign-" + number, KeySchema.of(attribute), null, live.capacity()),
                        Map.of(attribute, otherType));
            }
            case PLAIN, TOO_LARGE -> {}
        }
        return wanted;
    }

    static IndexDefinition differing(IndexDefinition index) {
        return new IndexDefinition(index.name(), KeySchema.of("other"), index.projection(), index.capacity());
    }

    static Map<String, AttributeType> typesOf(KeySchema key, Map<String, AttributeType> types) {
        var used = new HashMap<>(types);
        used.keySet().retainAll(key.attributes());
        return used;
    }

    private @Nullable Projection projection() {
        return switch (random.nextInt(4)) {
            case 0 -> null;
            case 1 -> Projection.ALL;
            case 2 -> Projection.KEYS_ONLY;
            default -> new Projection.Include(List.of("one", "two"));
        };
    }

    /** Others have used up the table's quota of indexes. */
    private void fill(String table) {
        for (int i = 0; i < INDEX_QUOTA; i++) {
            someoneElse.hadCreated(
                    table,
                    new IndexDefinition("full-" + i, KeySchema.of("f" + i), null, Capacity.UNSTATED),
                    Map.of("f" + i, AttributeType.S));
        }
    }

    private List<TableKind> kinds() {
        var kinds = new ArrayList<>(List.of(
                TableKind.PLAIN,
                TableKind.PLAIN,
                TableKind.LARGE,
                TableKind.PROVISIONED,
                TableKind.REPLICATED,
                TableKind.TO_CREATE));
        if (history.has(Trouble.OBSTACLES)) {
            kinds.addAll(List.of(
                    TableKind.MISSING,
                    TableKind.OTHER_KEY,
                    TableKind.DENIED,
                    TableKind.BEING_DELETED,
                    TableKind.UNUSABLE,
                    TableKind.FULL));
        }
        return kinds;
    }

    private List<IndexKind> indexKinds(TableKind table) {
        var kinds = new ArrayList<>(List.of(IndexKind.PLAIN, IndexKind.PLAIN, IndexKind.THERE, IndexKind.BUILDING));
        if (history.has(Trouble.OBSTACLES)) {
            kinds.addAll(List.of(IndexKind.DIFFERING, IndexKind.OTHER_TYPE));
            if (table == TableKind.PROVISIONED) {
                kinds.add(IndexKind.TOO_LARGE);
            }
        }
        return kinds;
    }

    private enum TableKind {
        PLAIN,
        LARGE,
        PROVISIONED,
        REPLICATED,
        TO_CREATE,
        MISSING,
        OTHER_KEY,
        DENIED,
        BEING_DELETED,
        UNUSABLE,
        FULL
    }

    private enum IndexKind {
        PLAIN,
        THERE,
        BUILDING,
        DIFFERING,
        OTHER_TYPE,
        TOO_LARGE
    }
}
