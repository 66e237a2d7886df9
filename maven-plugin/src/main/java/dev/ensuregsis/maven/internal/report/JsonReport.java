package dev.ensuregsis.maven.internal.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.ensuregsis.engine.Leftovers;
import dev.ensuregsis.engine.Plan;
import dev.ensuregsis.engine.Plan.IndexPlan;
import dev.ensuregsis.engine.RunReport;
import dev.ensuregsis.engine.StatusReport;
import dev.ensuregsis.engine.event.IndexReport;
import dev.ensuregsis.engine.spi.LiveIndex;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A report as JSON. The names are documented and stay. */
final class JsonReport implements Finding.Cases<JsonReport.Content> {
    private static final String SCHEMA_VERSION = "1.0";
    private static final JsonFactory JSON = new JsonFactory();

    private JsonReport() {}

    /** Writes fields inside an object. */
    @FunctionalInterface
    interface Content {
        void writeTo(JsonGenerator json) throws IOException;
    }

    /** The whole document. */
    static byte[] bytes(Report report) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var json = JSON.createGenerator(bytes)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("schemaVersion", SCHEMA_VERSION);
            json.writeStringField("goal", report.goal());
            json.writeStringField("outcome", report.ending().word());
            JsonParts.text(json, "message", report.message());
            if (report.finding() != null) {
                JsonParts.definitions(json, report.finding().defined());
                report.finding().match(new JsonReport()).writeTo(json);
            }
            json.writeEndObject();
            json.writeRaw('\n');
        }
        return bytes.toByteArray();
    }

    @Override
    public Content ran(RunReport report, Chronicle chronicle) {
        return json -> {
            json.writeStringField("runId", report.runId());
            json.writeStringField("ending", report.ending().name());
            json.writeStringField("verdict", report.verdict().name());
            JsonParts.text(json, "startedAt", report.startedAt());
            JsonParts.text(json, "endedAt", report.endedAt());
            JsonParts.target(json, report.target());
            JsonParts.failure(json, "abortedBy", report.abortedBy());
            JsonParts.text(json, "archive", report.archive());
            json.writeArrayFieldStart("failedTables");
            for (var table : report.failedTables()) {
                json.writeStartObject();
                json.writeStringField("table", table.tableName());
                JsonParts.failure(json, "failure", table.failure());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("indexes");
            for (var index : report.indexes()) {
                write(json, index);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("waits");
            for (var wait : report.waits()) {
                json.writeStartObject();
                json.writeStringField("table", wait.tableName());
                JsonParts.text(json, "index", wait.indexName());
                json.writeStringField("phase", wait.phase().name());
                json.writeNumberField("seconds", wait.elapsed().toSeconds());
                json.writeEndObject();
            }
            json.writeEndArray();
            JsonParts.timeline(json, chronicle.byTable(report.endedAt()));
            EstimateJson.write(json, chronicle.estimate().orElse(null));
        };
    }

    private static void write(JsonGenerator json, IndexReport index) throws IOException {
        json.writeStartObject();
        JsonParts.index(json, index.id());
        json.writeStringField("outcome", index.outcome().name());
        json.writeNumberField("attempts", index.attempts());
        JsonParts.text(json, "startedAt", index.startedAt());
        JsonParts.text(json, "endedAt", index.endedAt());
        JsonParts.failure(json, "failure", index.failure());
        json.writeBooleanField("takenUp", index.takenUp());
        var removed = index.removed();
        if (removed == null) {
            json.writeNullField("removed");
        } else {
            json.writeFieldName("removed");
            json.writeRawValue(removed.json());
        }
        json.writeEndObject();
    }

    @Override
    public Content planned(Plan plan) {
        return json -> {
            JsonParts.target(json, plan.target());
            json.writeBooleanField("empty", plan.isEmpty());
            json.writeStringField("verdict", plan.verdict().name());
            json.writeArrayFieldStart("tables");
            for (var table : plan.tables()) {
                json.writeStartObject();
                json.writeStringField("table", table.tableName());
                json.writeBooleanField("exists", table.exists());
                json.writeBooleanField("created", table.created());
                json.writeNumberField("itemCount", table.itemCount());
                json.writeNumberField("sizeBytes", table.sizeBytes());
                JsonParts.texts(json, "warnings", table.warnings());
                JsonParts.failure(json, "failure", table.failure());
                json.writeArrayFieldStart("indexes");
                for (var index : table.indexes()) {
                    write(json, index);
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            EstimateJson.write(json, plan.estimate());
        };
    }

    private static void write(JsonGenerator json, IndexPlan index) throws IOException {
        json.writeStartObject();
        JsonParts.index(json, index.id());
        json.writeStringField("action", index.action().name());
        json.writeStringField("why", index.why());
        JsonParts.definition(json, index.definition());
        JsonParts.failure(json, "failure", index.failure());
        json.writeEndObject();
    }

    @Override
    public Content listed(Leftovers leftovers) {
        return json -> {
            JsonParts.target(json, leftovers.target());
            json.writeArrayFieldStart("undefined");
            for (var index : leftovers.indexes()) {
                json.writeStartObject();
                JsonParts.index(json, index.id());
                live(json, index.live());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("notLooked");
            for (var table : leftovers.notLooked()) {
                json.writeStartObject();
                json.writeStringField("table", table.tableName());
                JsonParts.failure(json, "failure", table.failure());
                json.writeEndObject();
            }
            json.writeEndArray();
        };
    }

    @Override
    public Content compared(StatusReport report) {
        return json -> {
            JsonParts.target(json, report.target());
            JsonParts.text(json, "stateFile", report.statePlace());
            JsonParts.failure(json, "notLooked", report.notLooked());
            JsonParts.texts(
                    json,
                    "warnings",
                    report.warnings().stream()
                            .map(warning -> warning.tableName() + ": " + warning.text())
                            .toList());
            json.writeArrayFieldStart("indexes");
            for (var row : report.rows()) {
                json.writeStartObject();
                JsonParts.index(json, row.id());
                json.writeBooleanField("defined", row.defined());
                JsonParts.text(
                        json,
                        "recorded",
                        row.recorded() == null ? null : row.recorded().word());
                live(json, row.live());
                json.writeNumberField("attempts", row.attempts());
                JsonParts.text(json, "lastError", row.lastError());
                JsonParts.text(json, "since", row.since());
                JsonParts.text(json, "disagreement", row.disagreement());
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

    @Override
    public Content checked(Finding.Checked check) {
        return json -> CheckJson.write(json, check);
    }
}
