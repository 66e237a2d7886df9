package dev.ensuregsis.benchmarks.simulated;

import dev.ensuregsis.engine.internal.reconcile.PollingPace;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * How a tool that people use now makes indexes. Where nothing is known of a tool it is given the benefit of the doubt:
 * it tries throttled calls again without end.
 *
 * @param name whose rule
 * @param interval until the next look, by how long this has been waited for
 * @param inARow so many looks have to show it ready
 * @param patience gives up after waiting so long for one index
 * @param looksAtIndex whether it waits for the index, not just for its table
 * @param triesRefusedAgain whether it tries again what was refused because something is in progress
 * @param tablesAtOnce how many tables it works on at a time
 */
public record WaitingRule(
        String name,
        UnaryOperator<Duration> interval,
        int inARow,
        Duration patience,
        boolean looksAtIndex,
        boolean triesRefusedAgain,
        int tablesAtOnce) {

    private static final Duration FOREVER = Duration.ofDays(10_000);

    /** The engine's own pace, and as many tables at a time as an account takes: all that the engine is, but the looks, left out. */
    public static final WaitingRule OF_THE_ENGINE =
            new WaitingRule("a bare loop", PollingPace.of(false)::nextLook, 1, FOREVER, true, true, 500);

    static final List<WaitingRule> OF_TOOLS = List.of(
            new WaitingRule(
                    "Terraform: 10 s, twice in a row, 10 tables at a time", every(10), 2, FOREVER, true, true, 10),
            new WaitingRule("Amplify: 10 s, at most 1 h", every(10), 1, Duration.ofHours(1), true, true, 1),
            new WaitingRule("Ansible: 5 s, at most 900 s", every(5), 1, Duration.ofSeconds(900), true, false, 1),
            new WaitingRule("dynamoose: 1 s, at most 180 s", every(1), 1, Duration.ofSeconds(180), true, false, 1),
            new WaitingRule(
                    "SDK waiter: 20 s x 25, table status only",
                    every(20),
                    1,
                    Duration.ofSeconds(500),
                    false,
                    false,
                    1));

    private static UnaryOperator<Duration> every(int seconds) {
        var interval = Duration.ofSeconds(seconds);
        return waited -> interval;
    }
}
