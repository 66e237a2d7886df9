package dev.ensuregsis.benchmarks.simulated;

import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.Capacity;
import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.definition.Place;
import dev.ensuregsis.engine.definition.Projection;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.simulation.AccountRules;
import dev.ensuregsis.engine.simulation.BuildTimes;
import dev.ensuregsis.engine.simulation.SimulatedAccount;
import dev.ensuregsis.engine.simulation.TableSetup;
import dev.ensuregsis.engine.simulation.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Tables that exist, and indexes that are wanted on them. Six in ten tables are empty, three hold up to 10 GB, and of
 * the rest one in ten up to 2 TB, whose every index takes days.
 *
 * @param seed draws sizes, numbers of indexes, and the account's build times
 * @param definitions what is wanted
 * @param sizes bytes in each table
 */
public record Deployment(long seed, Definitions definitions, Map<String, Long> sizes) {
    private static final long GIGABYTE = 1_000_000_000L;

    /** So many tables of 1 to 20 indexes each. */
    public static Deployment of(int tables, long seed) {
        var random = new SplittableRandom(seed);
        return of(tables, 1, 20, seed, random);
    }

    /** So many empty tables of so many indexes each. */
    public static Deployment ofEmptyTables(int tables, int indexes, long seed) {
        var full = of(tables, indexes, indexes, seed, new SplittableRandom(seed));
        var sizes = new LinkedHashMap<String, Long>();
        full.sizes.keySet().forEach(table -> sizes.put(table, 0L));
        return new Deployment(seed, full.definitions, sizes);
    }

    private static Deployment of(int tables, int fewest, int most, long seed, RandomGenerator random) {
        var definitions = new ArrayList<TableDefinition>();
        var sizes = new LinkedHashMap<String, Long>();
        for (int t = 0; t < tables; t++) {
            var name = "table-" + t;
            var types = new HashMap<String, AttributeType>();
            var indexes = new ArrayList<IndexDefinition>();
            for (int i = random.nextInt(fewest, most + 1); i > 0; i--) {
                types.put("a" + i, AttributeType.S);
                indexes.add(
                        new IndexDefinition("index-" + i, KeySchema.of("a" + i), Projection.ALL, Capacity.UNSTATED));
            }
            definitions.add(new TableDefinition(name, types, indexes, null, Place.of("benchmark")));
            sizes.put(name, size(random));
        }
        return new Deployment(seed, new Definitions(definitions), sizes);
    }

    private static long size(RandomGenerator random) {
        return switch (random.nextInt(100)) {
            case 0 -> random.nextLong(1_000, 2_000) * GIGABYTE;
            case 1, 2, 3, 4, 5, 6, 7, 8, 9 -> random.nextLong(10, 100) * GIGABYTE;
            default -> random.nextInt(9) < 6 ? 0 : random.nextLong(10 * GIGABYTE);
        };
    }

    /** A fresh account with these tables and no index, the same for everyone who is measured on it. */
    public SimulatedAccount account(VirtualTime time, AccountRules rules) {
        var account = SimulatedAccount.real(time, rules, seed);
        sizes.forEach((table, size) -> account.with(TableSetup.onDemand(table).sized(size)));
        return account;
    }

    /** How long DynamoDB itself takes for one index. */
    Duration buildTime(IndexId index) {
        var build = BuildTimes.real(seed).index(index, sizes.getOrDefault(index.tableName(), 0L), Instant.EPOCH);
        return Duration.between(build.askedAt(), build.activeAt());
    }
}
