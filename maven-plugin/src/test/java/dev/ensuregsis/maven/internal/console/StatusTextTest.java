package dev.ensuregsis.maven.internal.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.StatusReport;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.NextStep;
import dev.ensuregsis.engine.spi.FailureKind;
import dev.ensuregsis.engine.spi.GsiStatus;
import dev.ensuregsis.engine.spi.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StatusTextTest {
    private static final Failure NOT_ASKED = new Failure(
            FailureKind.TARGET, "NotAsked", "nobody answers", "meaning", false, NextStep.of(NextStep.Kind.SIGN_IN));

    @Test
    void whatCannotBeLookedAtIsShownAsRecordedAndNotAsPending() {
        var report = report(
                row("by-agent", GsiStatus.ACTIVE, false),
                row("by-date", GsiStatus.FAILED, false),
                row("by-price", null, false));

        assertThat(StatusText.lines(report, true).stream().map(Line::text))
                .contains(
                        "DynamoDB could not be looked at, so this is what the state file says: nobody answers.",
                        "Active:      1",
                        "Failed:      1",
                        "Pending:     0",
                        "Not known:   1",
                        "bookings.by-agent  active    ?     -      -     0        -            yes      -",
                        "bookings.by-date   failed    ?     -      -     0        -            yes      -",
                        "bookings.by-price  -         ?     -      -     0        -            yes      -");
    }

    @Test
    void whatIsNotThereIsPending() {
        assertThat(StatusText.lines(
                                new StatusReport(Target.UNKNOWN, null, List.of(row("by-price", null, true)), null),
                                false)
                        .stream()
                        .map(Line::text))
                .contains("State:       none", "Pending:     1")
                .doesNotContain("Not known:   1", "State file:  none")
                .anyMatch(line -> line.startsWith("bookings.by-price  -         absent"));
    }

    private static StatusReport report(StatusReport.Row... rows) {
        return new StatusReport(Target.UNKNOWN, "/airline/.gsi_creation_state.json", List.of(rows), NOT_ASKED);
    }

    private static StatusReport.Row row(String index, @Nullable GsiStatus recorded, boolean looked) {
        return new StatusReport.Row(new IndexId("bookings", index), true, recorded, null, 0, null, null, null, looked);
    }
}
