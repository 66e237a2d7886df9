package dev.ensuregsis.engine.internal.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ensuregsis.engine.spi.RetryClass;
import dev.ensuregsis.engine.spi.RetryPolicies;
import dev.ensuregsis.engine.spi.RetryPolicy;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
    private static final RetryPolicy EXACT =
            new RetryPolicy(5, Duration.ofSeconds(1), Duration.ofSeconds(30), false, true);

    @Test
    void throttlingCantBeToldToUseUpAnything() {
        var policies = RetryPolicies.defaults();
        var bounded = RetryPolicy.looks(3, Duration.ofSeconds(1), Duration.ofSeconds(2));
        var counted = new RetryPolicy(RetryPolicy.UNLIMITED, Duration.ofSeconds(1), Duration.ofSeconds(2), true, true);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> policies.with(RetryClass.THROTTLING, bounded))
                .withMessageContaining("throttling uses up time only");
        assertThatIllegalArgumentException().isThrownBy(() -> policies.with(RetryClass.THROTTLING, counted));
    }

    @Test
    void doublesFromTheBaseToTheCap() {
        var random = new SplittableRandom(1);

        assertThat(EXACT.delayAfter(1, random)).isEqualTo(Duration.ofSeconds(1));
        assertThat(EXACT.delayAfter(2, random)).isEqualTo(Duration.ofSeconds(2));
        assertThat(EXACT.delayAfter(5, random)).isEqualTo(Duration.ofSeconds(16));
        assertThat(EXACT.delayAfter(6, random)).isEqualTo(Duration.ofSeconds(30));
        assertThat(EXACT.delayAfter(1_000_000, random)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void drawsWithFullJitterFromTheSeed() {
        var policy = RetryPolicy.attempts(5, Duration.ofSeconds(8), Duration.ofSeconds(8));

        var delays = new SplittableRandom(7)
                .longs(100)
                .mapToObj(seed -> policy.delayAfter(1, new SplittableRandom(seed)))
                .toList();

        assertThat(delays).allSatisfy(delay -> assertThat(delay).isBetween(Duration.ZERO, Duration.ofSeconds(8)));
        assertThat(delays).anySatisfy(delay -> assertThat(delay).isLessThan(Duration.ofSeconds(2)));
        assertThat(delays).anySatisfy(delay -> assertThat(delay).isGreaterThan(Duration.ofSeconds(6)));
        assertThat(policy.delayAfter(1, new SplittableRandom(3)))
                .isEqualTo(policy.delayAfter(1, new SplittableRandom(3)));
    }

    @Test
    void waitsTheWholeDelayForAFullAccount() {
        var policy = RetryPolicies.defaults().of(RetryClass.TABLES_IN_FLIGHT);

        assertThat(policy.delayAfter(1, new SplittableRandom(1))).isEqualTo(Duration.ofSeconds(5));
        assertThat(policy.delayAfter(9, new SplittableRandom(1))).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void refusesFiguresThatMeanNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetryPolicy.attempts(0, Duration.ofSeconds(1), Duration.ofSeconds(2)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetryPolicy.attempts(1, Duration.ZERO, Duration.ofSeconds(2)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetryPolicy.attempts(1, Duration.ofSeconds(3), Duration.ofSeconds(2)));
    }

    @Test
    void everyClassHasAPolicyAndWaitingUsesNoAttempt() {
        var policies = RetryPolicies.defaults();

        assertThat(RetryClass.values())
                .allSatisfy(retryClass -> assertThat(policies.of(retryClass)).isEqualTo(retryClass.defaults()));
        assertThat(policies.of(RetryClass.UNKNOWN_LIMIT).maxAttempts()).isEqualTo(3);
        assertThat(policies.of(RetryClass.TABLE_BUSY).usesAttempt()).isFalse();
        assertThat(policies.of(RetryClass.TABLES_IN_FLIGHT).usesAttempt()).isFalse();
        assertThat(policies.of(RetryClass.THROTTLING).usesAttempt()).isFalse();
        assertThat(RetryPolicies.localDefaults().of(RetryClass.SERVER_ERROR).base())
                .isEqualTo(Duration.ofMillis(25));
    }
}
