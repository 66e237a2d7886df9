package dev.ensuregsis.engine.internal.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PollingPaceTest {
    @ParameterizedTest
    @CsvSource({
        "false, PT0S, PT2S",
        "false, PT40S, PT2S",
        "false, PT2M, PT6S",
        "false, PT10M, PT30S",
        "false, PT48H, PT30S",
        "true, PT0S, PT0.025S",
        "true, PT1S, PT0.05S"
    })
    void isATwentiethOfTheTimeWaitedWithinBounds(boolean local, Duration waited, Duration nextLook) {
        assertThat(PollingPace.of(local).nextLook(waited)).isEqualTo(nextLook);
    }
}
