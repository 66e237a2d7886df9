package dev.ensuregsis.maven.internal.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ensuregsis.engine.Plan;
import dev.ensuregsis.engine.Plan.IndexPlan;
import dev.ensuregsis.engine.RunReport;
import dev.ensuregsis.engine.StatusReport;
import dev.ensuregsis.engine.spi.LiveIndex;
import dev.ensuregsis.engine.event.IndexReport;
import dev.ensuregsis.maven.internal.report.ReportFile.Content;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What the goals found or did, as the content of a report. The names are documented and stay. */
public final class Reports {
    private static final String SUCCESS = "success";
    private static final String FAILURE = "failure";

    private Reports() {}

    /**
     * The report of a run.
     *
     * @param report what it did
     * @param message what the build fails with; null if it doesn't
     * @return its content
     */
    public static Content of(RunReport report, @Nullable String message) {
        return json -> {
            Fields.head(json, "create", message == null ? SUCCESS : FAILURE, message);
            json.writeStringField("runId", report.runId());
            json.writeStringField("ending", report.ending().name());
            Fields.text(json, "startedAt", report.startedAt());
            Fields.text(json, "endedAt", report.endedAt());
            Fields.target(json, report.target());
            Fields.failure(json, "abortedBy", report.abortedBy());
            Fields.text(json, "archive", report.archive());
            json.writeArrayFieldStart("failedTables");
            for (var table : report.failedTables()) {
                json.writeStartObject();
                json.writeStringField("table", table.tableName());
                Fields.failure(json, "failure", table.failure());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("indexes");
            for (var index : report.indexes()) {
                write(json, index);
            }
            json.writeEndArray();
        };
    }

    private static void write(JsonGenerator json, IndexReport index) throws IOException {
        json.writeStartObject();
        Fields.index(json, index.id());
        json.writeStringField("outcome", index.outcome().name());
        json.writeNumberField("attempts", index.attempts());
        Fields.text(json, "startedAt", index.startedAt());
        Fields.text(json, "endedAt", index.endedAt());
        Fields.failure(json, "failure", index.failure());
        json.writeEndObject();
    }

    /**
     * The report of a plan.
     *
     * @param plan the plan
     * @param message what the build fails with; null if it doesn't
     * @return its content
     */
    public static Content of(Plan plan, @Nullable String message) {
        return json -> {
            Fields.head(json, "plan", message == null ? SUCCESS : FAILURE, message);
            Fields.target(json, plan.target());
            json.writeBooleanField("empty", plan.isEmpty());
            json.writeArrayFieldStart("tables");
            for (var table : plan.tables()) {
                json.writeStartObject();
                json.writeStringField("table", table.tableName());
                json.writeBooleanField("exists", table.exists());
                json.writeBooleanField("created", table.created());
                json.writeNumberField("itemCount", table.itemCount());
                json.writeNumberField("sizeBytes", table.sizeBytes());
                Fields.texts(json, "warnings", table.warnings());
                Fields.failure(json, "failure", table.failure());
                json.writeArrayFieldStart("indexes");
                for (var index : table.indexes()) {
                    write(json, index);
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
        };
    }

    private static void write(JsonGenerator json, IndexPlan index) throws IOException {
        json.writeStartObject();
        Fields.index(json, index.id());
        json.writeStringField("action", index.action().name());
        json.writeStringField("why", index.why());
        Fields.definition(json, index.definition());
        Fields.failure(json, "failure", index.failure());
        json.writeEndObject();
    }

    /**
     * The report of a status.
     *
     * @param report the status
     * @return its content
     */
    public static Content of(StatusReport report) {
        return json -> {
            Fields.head(json, "status", SUCCESS, null);
            Fields.target(json, report.target());
            Fields.text(json, "stateFile", report.stateFile());
            Fields.failure(json, "notLooked", report.notLooked());
            json.writeArrayFieldStart("indexes");
            for (var row : report.rows()) {
                json.writeStartObject();
                Fields.index(json, row.id());
                json.writeBooleanField("defined", row.defined());
                Fields.text(
                        json,
                        "recorded",
                        row.recorded() == null ? null : row.recorded().word());
                live(json, row.live());
                json.writeNumberField("attempts", row.attempts());
                Fields.text(json, "lastError", row.lastError());
                Fields.text(json, "since", row.since());
                Fields.text(json, "disagreement", row.disagreement());
                json.writeEndObject();
            }
            json.writeEndArray();
        };
    }

    private static void live(JsonGenerator json, @Nullable LiveIndex live) throws IOException {
        if (live == null) {
            json.writeNullField("live");
            return;
        }
        json.writeObjectFieldStart("live");
        json.writeStringField("status", live.status().name());
        json.writeBooleanField("backfilling", live.backfilling());
        json.writeNumberField("itemCount", live.itemCount());
        json.writeNumberField("sizeBytes", live.sizeBytes());
        json.writeEndObject();
    }

    /**
     * The report of a goal that was refused before it looked at anything.
     *
     * @param goal the goal
     * @param message what the build fails with
     * @return its content
     */
    public static Content refused(String goal, String message) {
        return json -> Fields.head(json, goal, "refused", message);
    }
}
