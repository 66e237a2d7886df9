package dev.ensuregsis.junit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.RunReport;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.NextStep;
import dev.ensuregsis.engine.spi.FailureKind;
import dev.ensuregsis.engine.spi.Target;
import dev.ensuregsis.junit.EnsureGsisException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a test fails with when its indexes can't be ensured. */
class RunFailureTest {
    @Test
    void whatWasThrownIsTheCause() {
        var thrown = new IllegalStateException("nobody expects it");

        assertThat(failure(thrown)).hasMessageContaining("BookingsTest").hasCause(thrown);
    }

    @Test
    void aMistakeHasNeitherCauseNorStackTrace() {
        assertThat(failure(null)).hasNoCause();
        assertThat(failure(null).getStackTrace()).isEmpty();
    }

    private static EnsureGsisException failure(@Nullable Throwable thrown) {
        var now = Instant.EPOCH;
        var why = new Failure(
                FailureKind.REFUSED, "Unexpected", "broken", "broken", false, NextStep.of(NextStep.Kind.REPORT));
        var report = new RunReport(
                "run-1",
                Target.UNKNOWN,
                now,
                now,
                RunReport.Ending.ABORTED,
                List.of(),
                List.of(),
                null,
                why,
                thrown,
                null);
        return RunFailure.of("BookingsTest", report, List.of()).orElseThrow();
    }
}
