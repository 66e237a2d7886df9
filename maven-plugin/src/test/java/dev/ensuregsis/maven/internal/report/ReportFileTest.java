package dev.ensuregsis.maven.internal.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensuregsis.engine.RunReport;
import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.event.IndexReport;
import dev.ensuregsis.engine.event.NextStep;
import dev.ensuregsis.engine.event.Phase;
import dev.ensuregsis.engine.spi.FailureKind;
import dev.ensuregsis.engine.spi.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFileTest {
    private static final Instant START = Instant.parse("2026-02-01T10:30:00Z");

    @TempDir
    Path folder = Path.of("");

    @Test
    void aRunWithAFailure() throws IOException {
        var index = new IndexReport(
                new IndexId("bookings", "agent-index"),
                IndexReport.Outcome.FAILED,
                5,
                START,
                START.plusSeconds(60),
                new Failure(
                        FailureKind.QUOTA,
                        "LimitExceededException",
                        "too many",
                        "full",
                        false,
                        NextStep.of(NextStep.Kind.MAKE_ROOM_FOR_INDEX)));
        var report = new RunReport(
                "run-1",
                new Target("123456789012", "eu-central-1", null),
                START,
                START.plusSeconds(61),
                RunReport.Ending.COMPLETE,
                List.of(index),
                List.of(),
                List.of(new GsiEvent.Waiting(
                        "orders", null, Phase.REPLICA_CHANGING, Duration.ofMinutes(1), 0, 0, 1, 1)),
                null,
                null,
                null,
                null);
        var file = folder.resolve("new/report.json");

        new ReportFile(file, Form.JSON)
                .write(Report.of(
                        "create",
                        new Finding.Ran(report, new Definitions(List.of()), new Chronicle()),
                        "1 of 1 GSI failed."));

        assertThat(file).hasContent("""
                        {
                          "schemaVersion" : "1.0",
                          "goal" : "create",
                          "outcome" : "failure",
                          "message" : "1 of 1 GSI failed.",
                          "definedIn" : [ ],
                          "notRead" : [ ],
                          "runId" : "run-1",
                          "ending" : "COMPLETE",
                          "verdict" : "FAILED",
                          "startedAt" : "2026-02-01T10:30:00Z",
                          "endedAt" : "2026-02-01T10:31:01Z",
                          "target" : {
                            "accountId" : "123456789012",
                            "region" : "eu-central-1",
                            "endpoint" : null
                          },
                          "abortedBy" : null,
                          "archive" : null,
                          "failedTables" : [ ],
                          "indexes" : [ {
                            "table" : "bookings",
                            "index" : "agent-index",
                            "outcome" : "FAILED",
                            "attempts" : 5,
                            "startedAt" : "2026-02-01T10:30:00Z",
                            "endedAt" : "2026-02-01T10:31:00Z",
                            "failure" : {
                              "code" : "LimitExceededException",
                              "message" : "too many",
                              "meaning" : "full",
                              "waitingHelps" : false,
                              "nextStep" : "Delete an index that nobody uses, or have the quota raised (Service Quotas), then retry."
                            },
                            "takenUp" : false,
                            "removed" : null
                          } ],
                          "waits" : [ {
                            "table" : "orders",
                            "index" : null,
                            "phase" : "REPLICA_CHANGING",
                            "seconds" : 60
                          } ],
                          "timeline" : [ ],
                          "estimate" : null
                        }
                        """);
    }

    @Test
    void whatWasThereStaysIfTheNewOneCanNotBeWritten() throws IOException {
        var folder = Files.createDirectory(this.folder.resolve("report.json"));
        var inside = Files.writeString(folder.resolve("before"), "kept");

        assertThatThrownBy(
                        () -> new ReportFile(folder, Form.JSON).write(Report.refused("create", "No definitions found")))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("gsi.reportFile", "report.json");

        assertThat(inside).hasContent("kept");
        try (var left = Files.list(this.folder)) {
            assertThat(left).containsExactly(folder);
        }
    }
}
