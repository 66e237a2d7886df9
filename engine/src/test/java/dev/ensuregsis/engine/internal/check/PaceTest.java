package dev.ensuregsis.engine.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {
    private static final Duration START = Duration.ofSeconds(7);

    @Test
    void theFirstPageWaitsForNothingAndTheNextForWhatItTakes() {
        var pace = Pace.of(10.0, START);

        assertThat(pace.untilNext(START)).isZero();
        assertThat(pace.asked(5, START).untilNext(START)).isEqualTo(Duration.ofMillis(500));
        assertThat(pace.asked(5, START).untilNext(after(200))).isEqualTo(Duration.ofMillis(300));
    }

    @Test
    void whatAPageTakesMoreOrLessIsMadeUpFor() {
        var asked = Pace.of(10.0, START).asked(5, START);

        assertThat(asked.took(5, 20, START).untilNext(START)).isEqualTo(Duration.ofSeconds(2));
        assertThat(asked.took(5, 1, START).untilNext(START)).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void timeInWhichNothingIsReadIsNotSavedUp() {
        var idle = Pace.of(10.0, START).asked(5, START);

        assertThat(idle.asked(20, after(60_000)).untilNext(after(60_000))).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void throttlingHalvesItAndPagesBringItBack() {
        var slow = Pace.of(10.0, START).asked(5, START).refused(5, START, true);

        assertThat(slow.asked(5, START).untilNext(START)).isEqualTo(Duration.ofSeconds(1));
        for (int page = 0; page < 20; page++) {
            slow = slow.asked(1, START).took(1, 0, START);
        }
        assertThat(slow.asked(5, START).untilNext(START)).isLessThanOrEqualTo(Duration.ofMillis(500));
    }

    @Test
    void anErrorThatIsNoThrottlingCostsNothing() {
        assertThat(Pace.of(10.0, START).asked(5, START).refused(5, START, false))
                .isEqualTo(Pace.of(10.0, START));
    }

    @Test
    void withoutALimitNothingWaits() {
        assertThat(Pace.of(null, START).asked(1e9, START).untilNext(START)).isZero();
    }

    /** Whatever the pages take, at no time has more been taken than time allows, but for the page that is on its way. */
    @ParameterizedTest
    @CsvSource({"1, 1", "100, 2", "6000, 3"})
    void inTheLongRunTheLimitHolds(double limit, long seed) {
        var random = new SplittableRandom(seed);
        var now = START;
        var pace = Pace.of(limit, now);
        double taken = 0;
        for (int page = 0; page < 1000; page++) {
            now = now.plus(pace.untilNext(now)).plusMillis(random.nextInt(3));
            double estimated = random.nextDouble(128);
            double took = random.nextDouble(128);
            pace = pace.asked(estimated, now);
            assertThat(taken).isLessThanOrEqualTo(limit * now.minus(START).toNanos() / 1e9 + 0.001);
            taken += took;
            pace = pace.took(estimated, took, now);
        }
        assertThat(taken)
                .as("it isn't far under it either")
                .isGreaterThan(limit * now.minus(START).toSeconds() * 0.5);
    }

    private static Duration after(long millis) {
        return START.plusMillis(millis);
    }
}
