package dev.ensuregsis.benchmarks.simulated;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.simulation.AccountRules;
import java.time.Duration;
import java.util.Collections;
import java.util.List;

/**
 * What no tool can beat, for three reasons, of which the worst counts: a table's indexes are built one after another;
 * only so many tables build at a time; and only so many calls a second are let through.
 *
 * @param longestTable all builds of the table that takes longest
 * @param tablesInFlight all builds of all tables, spread evenly over the tables that may be in flight, each of which stands
 *     idle until the account's rate has let its first call through
 * @param callRate all create calls at the account's rate, less its burst, and the shortest build after the last of them
 */
record LowerBound(Duration longestTable, Duration tablesInFlight, Duration callRate) {

    static LowerBound of(Deployment deployment, AccountRules rules) {
        var tables = deployment.definitions().tables();
        var perTable = tables.stream().map(table -> builds(deployment, table)).toList();
        var all = perTable.stream().reduce(Duration.ZERO, Duration::plus);
        var calls = deployment.definitions().indexIds().size();
        var sent = Duration.ofMillis(
                (long) (Math.max(0, calls - rules.mutationBurst()) / rules.mutationsPerSecond() * 1000));
        var shortest = Collections.min(deployment.definitions().indexIds().stream()
                .map(deployment::buildTime)
                .toList());
        var atATime = Math.min(rules.tablesInFlight(), tables.size());
        return new LowerBound(
                Collections.max(perTable),
                all.plus(idleAtFirst(atATime, rules)).dividedBy(atATime),
                sent.plus(shortest));
    }

    Duration time() {
        return Collections.max(List.of(longestTable, tablesInFlight, callRate));
    }

    /** Which of the three it is. */
    String reason() {
        if (time().equals(longestTable)) {
            return "the table that takes longest";
        }
        return time().equals(callRate) ? "the rate of calls" : "tables in flight";
    }

    /** What tables lose together because not all of their first calls can be let through at once. */
    private static Duration idleAtFirst(int tables, AccountRules rules) {
        double late = Math.max(0, tables - rules.mutationBurst());
        return Duration.ofMillis((long) (late * late / 2 / rules.mutationsPerSecond() * 1000));
    }

    private static Duration builds(Deployment deployment, TableDefinition table) {
        return table.indexes().stream()
                .map(index -> deployment.buildTime(new IndexId(table.name(), index.name())))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
