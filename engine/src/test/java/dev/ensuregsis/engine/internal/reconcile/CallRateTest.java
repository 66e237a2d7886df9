package dev.ensuregsis.engine.internal.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CallRateTest {
    private static final Duration START = Duration.ofHours(1);

    private final CallRate rate = new CallRate();

    @Test
    void isFreeUntilThrottled() {
        for (var i = 0; i < 100; i++) {
            assertThat(rate.reserve(START)).isZero();
        }
    }

    @Test
    void sendsHalfOfWhatItSentInTheSecondBefore() {
        for (var i = 0; i < 10; i++) {
            rate.reserve(START);
        }
        rate.throttled(START, START);

        assertThat(rate.reserve(START)).isEqualTo(Duration.ofMillis(200));
        assertThat(rate.reserve(START)).isEqualTo(Duration.ofMillis(400));
    }

    @Test
    void countsCallsThatWereUnderWayTogetherOnce() {
        for (var i = 0; i < 10; i++) {
            rate.reserve(START);
        }
        assertThat(rate.throttled(START, START.plusMillis(10))).contains(Duration.ofMillis(200));
        assertThat(rate.throttled(START, START.plusMillis(11))).isEmpty();

        assertThat(rate.reserve(START.plusMillis(10))).isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void isJudgedByCallsThatGotTheirSlotsAtTheNewRate() {
        rate.reserve(START);
        rate.reserve(START);
        assertThat(rate.throttled(START, START)).contains(Duration.ofSeconds(1));

        assertThat(rate.throttled(START, START.plusSeconds(5)))
                .as("a call that had its slot before, answered late")
                .isEmpty();
        assertThat(rate.throttled(START.plusMillis(500), START.plusSeconds(5)))
                .as("a call before which there was none at the new rate")
                .isEmpty();
        assertThat(rate.throttled(START.plusSeconds(1), START.plusSeconds(5))).contains(Duration.ofSeconds(2));
    }

    @Test
    void recoversSlowly() {
        rate.reserve(START);
        rate.throttled(START, START);
        var later = START.plusSeconds(60);
        rate.reserve(later);

        var afterAMinute = rate.reserve(later);

        assertThat(afterAMinute).isLessThan(Duration.ofSeconds(2)).isGreaterThan(Duration.ofSeconds(1));
        assertThat(rate.reserve(START.plus(Duration.ofHours(1)))).isZero();
    }
}
