package dev.ensuregsis.engine.simulation;

import java.time.Duration;
import java.util.List;

/**
 * What one DynamoDB allows: its quotas, its rates and the rules by which it refuses an index. A preset is as the
 * reference has it; the withers make the variants that a history needs.
 *
 * @param tablesInFlight tables that may change at a time
 * @param tooManyTables what it says when one more is asked for
 * @param indexedTablesInCreation tables with indexes that may be in creation at a time
 * @param indexesPerTable quota of global secondary indexes
 * @param unitsPerIndex quota of provisioned capacity units, per table or index
 * @param mutationsPerSecond rate of CreateTable and UpdateTable calls
 * @param mutationBurst how many of them may come at once
 * @param looksPerSecond rate of DescribeTable calls
 * @param staleness how far behind a look may be
 * @param indexRules what is checked before an index is created, in order
 * @param isLocal whether it is an emulator on this machine
 */
public record AccountRules(
        int tablesInFlight,
        String tooManyTables,
        int indexedTablesInCreation,
        int indexesPerTable,
        long unitsPerIndex,
        double mutationsPerSecond,
        double mutationBurst,
        double looksPerSecond,
        Duration staleness,
        List<IndexRule> indexRules,
        boolean isLocal) {

    /** Reference, "Quotas" and 1.7. */
    public static final AccountRules REAL = new AccountRules(
            500,
            "Subscriber limit exceeded: Only 500 tables can be created, updated, or deleted simultaneously",
            250,
            20,
            40_000,
            1,
            10,
            2_500,
            Duration.ofSeconds(3),
            IndexRule.REAL,
            false);

    /** Reference, section 2. */
    public static final AccountRules DYNAMODB_LOCAL = new AccountRules(
            5,
            "Subscriber limit exceeded: Only 5 tables with online indexes can be created simultaneously",
            Integer.MAX_VALUE,
            20,
            Long.MAX_VALUE,
            10_000,
            10_000,
            10_000,
            Duration.ZERO,
            IndexRule.DYNAMODB_LOCAL,
            true);

    /** Another number of tables in flight, which the refusal tells. */
    public AccountRules withTablesInFlight(int tables) {
        return with(
                tables,
                "Subscriber limit exceeded: Only " + tables
                        + " tables can be created, updated, or deleted simultaneously");
    }

    /** Another number of tables in flight, which the refusal keeps to itself. */
    public AccountRules withUnnamedTablesInFlight(int tables) {
        return with(
                tables,
                "Subscriber limit exceeded: There is a limit to the number of tables that can be created, updated, or"
                        + " deleted simultaneously");
    }

    public AccountRules withIndexesPerTable(int indexes) {
        return new AccountRules(
                tablesInFlight,
                tooManyTables,
                indexedTablesInCreation,
                indexes,
                unitsPerIndex,
                mutationsPerSecond,
                mutationBurst,
                looksPerSecond,
                staleness,
                indexRules,
                isLocal);
    }

    /** Other rates of calls, each with a burst of as many as come in ten seconds. */
    public AccountRules withRates(double mutationsPerSecond, double looksPerSecond) {
        return new AccountRules(
                tablesInFlight,
                tooManyTables,
                indexedTablesInCreation,
                indexesPerTable,
                unitsPerIndex,
                mutationsPerSecond,
                mutationsPerSecond * 10,
                looksPerSecond,
                staleness,
                indexRules,
                isLocal);
    }

    private AccountRules with(int tables, String refusal) {
        return new AccountRules(
                tables,
                refusal,
                Math.min(indexedTablesInCreation, tables),
                indexesPerTable,
                unitsPerIndex,
                mutationsPerSecond,
                mutationBurst,
                looksPerSecond,
                staleness,
                indexRules,
                isLocal);
    }
}
