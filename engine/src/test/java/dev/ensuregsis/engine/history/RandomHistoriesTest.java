package dev.ensuregsis.engine.history;

import dev.ensuregsis.local.FewerAtTheDesk;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Whatever goes wrong, our runs keep their promises: see {@link TrailInvariants}, {@link ReportInvariants} and
 * {@link Play} for which.
 *
 * <p>A failure prints the history as text like {@code 4711/3/2/CRASHES+THROTTLING}. To repeat it, and it alone:
 *
 * <pre>mvn -q test -pl engine -am -Dtest=RandomHistoriesTest -Dsurefire.failIfNoSpecifiedTests=false \
 *     -Dhistory=4711/3/2/CRASHES+THROTTLING</pre>
 *
 * <p>The ordinary build plays 2,000, {@code -Plong-histories} 100,000.
 */
@AddLifecycleHook(FewerAtTheDesk.class)
class RandomHistoriesTest {
    private static final int MOST_TABLES = 4;
    private static final int MOST_INDEXES = 4;

    /** The same in every build, so that a red one is the change's doing; the long run draws anew. */
    @Property(tries = 2_000, seed = "20261123")
    void every_history_keeps_the_promises(@ForAll("histories") History history) {
        Play.play(history);
    }

    @Property(tries = 100_000)
    @Tag("long-histories")
    void every_one_of_very_many_histories_keeps_the_promises(@ForAll("histories") History history) {
        Play.play(history);
    }

    /** Drawn by a long run: a new table's second index was building, and the state had it as refused for now. */
    @Test
    void a_history_that_was_red_keeps_the_promises() {
        Play.play(History.parse("2377640680595277278/3/2/LOST_ANSWERS+INTERRUPTIONS+LOW_RATES"));
    }

    @Test
    @EnabledIfSystemProperty(
            named = "history",
            matches = ".+",
            disabledReason = "it repeats the one that -Dhistory names")
    void the_history_to_repeat_keeps_the_promises() {
        Play.play(History.parse(System.getProperty("history", "")));
    }

    @Provide
    Arbitrary<History> histories() {
        return Combinators.combine(
                        Arbitraries.longs(),
                        Arbitraries.integers().between(1, MOST_TABLES),
                        Arbitraries.integers().between(0, MOST_INDEXES),
                        Arbitraries.of(Trouble.class).set())
                .as(History::new);
    }
}
