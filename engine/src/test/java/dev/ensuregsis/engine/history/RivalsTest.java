package dev.ensuregsis.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.Verdict;
import dev.ensuregsis.local.FewerAtTheDesk;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;
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
 * Whatever happens to several runs at once that share a state in a table: a creation leaves only the process that has the
 * lease, nothing acknowledged is lost, every run ends, and the next one in calm finishes. See {@link Rivals}.
 *
 * <p>A failure prints the history, as {@link RandomHistoriesTest} says; the property to repeat one is {@code -Drivals}.
 */
@AddLifecycleHook(FewerAtTheDesk.class)
class RivalsTest {
    private static final Set<Trouble> TROUBLES = EnumSet.of(
            Trouble.LOST_ANSWERS,
            Trouble.TIME_OUTS,
            Trouble.SLOW_ANSWERS,
            Trouble.CLOCK_JUMPS,
            Trouble.CRASHES,
            Trouble.INTERRUPTIONS,
            Trouble.SOMEONE_ELSE);

    @Property(tries = 100, seed = "20261126")
    void every_history_keeps_the_promises(@ForAll("histories") History history) {
        Rivals.play(history);
    }

    /** A deletion whose sender is dead, or has lost the state, never meets what was made in the place of the old index. */
    @Property(tries = 200, seed = "20261126")
    void every_history_of_replacements_keeps_the_promises(@ForAll("histories") History history) {
        RemovalRivals.play(history);
    }

    @Test
    void deletions_do_arrive_late() {
        var random = new SplittableRandom(18);
        int late = 0;
        for (int i = 0; i < 20; i++) {
            late += RemovalRivals.play(new History(random.nextLong(), 2, 2, TROUBLES));
        }
        assertThat(late).isPositive();
    }

    @Property(tries = 20_000)
    @Tag("long-histories")
    void every_one_of_very_many_histories_keeps_the_promises(@ForAll("histories") History history) {
        Rivals.play(history);
    }

    @Test
    @EnabledIfSystemProperty(
            named = "rivals",
            matches = ".+",
            disabledReason = "it repeats the one that -Drivals names")
    void the_history_to_repeat_keeps_the_promises() {
        Rivals.play(History.parse(System.getProperty("rivals", "")));
    }

    /** Where every run ended alike, the histories would say nothing. */
    @Test
    void runs_end_in_many_ways() {
        var verdicts = new EnumMap<Verdict, Integer>(Verdict.class);
        var random = new SplittableRandom(17);
        for (int i = 0; i < 20; i++) {
            Rivals.play(new History(random.nextLong(), 2, 2, TROUBLES))
                    .verdicts()
                    .forEach((verdict, times) -> verdicts.merge(verdict, times, Integer::sum));
        }
        assertThat(verdicts).containsKeys(Verdict.ENSURED, Verdict.ABORTED, Verdict.INTERRUPTED);
    }

    @Provide
    Arbitrary<History> histories() {
        return Combinators.combine(
                        Arbitraries.longs(),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.of(TROUBLES).set())
                .as(History::new);
    }
}
