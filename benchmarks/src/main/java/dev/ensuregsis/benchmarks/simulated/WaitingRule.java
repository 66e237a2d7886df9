package dev.ensuregsis.benchmarks.simulated;

import java.time.Duration;
import java.util.List;

/**
 * How a tool that people use now makes indexes. Where nothing is known of a tool it is given the benefit of the doubt:
 * it tries throttled calls again without end.
 *
 * @param name whose rule
 * @param interval between two looks
 * @param inARow so many looks have to show it ready
 * @param patience gives up after waiting so long for one index
 * @param looksAtIndex whether it waits for the index, not just for its table
 * @param triesRefusedAgain whether it tries again what was refused because something is in progress
 * @param tablesAtOnce how many tables it works on at a time
 */
record WaitingRule(
        String name,
        Duration interval,
        int inARow,
        Duration patience,
        boolean looksAtIndex,
        boolean triesRefusedAgain,
        int tablesAtOnce) {

    private static final Duration FOREVER = Duration.ofDays(10_000);

    static final List<WaitingRule> OF_TOOLS = List.of(
            new WaitingRule(
                    "Terraform: 10 s, twice in a row, 10 tables at a time",
                    Duration.ofSeconds(10),
                    2,
                    FOREVER,
                    true,
                    true,
                    10),
            new WaitingRule(
                    "Amplify: 10 s, at most 1 h", Duration.ofSeconds(10), 1, Duration.ofHours(1), true, true, 1),
            new WaitingRule(
                    "Ansible: 5 s, at most 900 s", Duration.ofSeconds(5), 1, Duration.ofSeconds(900), true, false, 1),
            new WaitingRule(
                    "dynamoose: 1 s, at most 180 s", Duration.ofSeconds(1), 1, Duration.ofSeconds(180), true, false, 1),
            new WaitingRule(
                    "SDK waiter: 20 s x 25, table status only",
                    Duration.ofSeconds(20),
                    1,
                    Duration.ofSeconds(500),
                    false,
                    false,
                    1));
}
