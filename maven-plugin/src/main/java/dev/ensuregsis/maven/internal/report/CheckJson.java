package dev.ensuregsis.maven.internal.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ensuregsis.engine.check.CountRange;
import dev.ensuregsis.engine.check.IndexCheck;
import dev.ensuregsis.engine.check.Reason;
import dev.ensuregsis.engine.check.Sample;
import dev.ensuregsis.engine.check.TableCheck;
import java.io.IOException;
import java.util.Comparator;
import java.util.Map;

/** A check of items as JSON. No value of an item is in it. */
final class CheckJson {
    private CheckJson() {}

    static void write(JsonGenerator json, Finding.Checked check) throws IOException {
        var report = check.report();
        JsonParts.target(json, report.target());
        JsonParts.text(json, "startedAt", report.startedAt());
        JsonParts.text(json, "endedAt", report.endedAt());
        json.writeStringField("verdict", report.verdict().name());
        sample(json, report.sample());
        JsonParts.text(json, "misfitFile", check.file());
        JsonParts.failure(json, "abortedBy", report.abortedBy());
        json.writeArrayFieldStart("tables");
        for (var table : report.tables()) {
            write(json, table);
        }
        json.writeEndArray();
    }

    private static void sample(JsonGenerator json, Sample sample) throws IOException {
        if (sample instanceof Sample.Share share) {
            json.writeObjectFieldStart("sample");
            json.writeNumberField("share", share.share());
            json.writeEndObject();
        } else if (sample instanceof Sample.Items some) {
            json.writeObjectFieldStart("sample");
            json.writeNumberField("items", some.items());
            json.writeEndObject();
        } else {
            json.writeNullField("sample");
        }
    }

    private static void write(JsonGenerator json, TableCheck table) throws IOException {
        json.writeStartObject();
        json.writeStringField("table", table.tableName());
        json.writeBooleanField("exists", table.exists());
        json.writeBooleanField("complete", table.complete());
        json.writeNumberField("itemsRead", table.items());
        json.writeNumberField("readUnits", table.readUnits());
        JsonParts.texts(json, "notes", table.notes());
        JsonParts.failure(json, "failure", table.failure());
        json.writeArrayFieldStart("indexes");
        for (var index : table.indexes()) {
            write(json, index);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, IndexCheck index) throws IOException {
        json.writeStartObject();
        JsonParts.index(json, index.id());
        json.writeBooleanField("defined", index.defined());
        json.writeBooleanField("live", index.live());
        json.writeNumberField("indexed", index.read().indexed());
        json.writeNumberField("sparse", index.read().sparse());
        json.writeNumberField("misfits", index.read().misfits());
        json.writeArrayFieldStart("reasons");
        var reasons = index.read().reasons().entrySet().stream()
                .sorted(Map.Entry.<Reason, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(reason -> reason.getKey().told()))
                .toList();
        for (var reason : reasons) {
            json.writeStartObject();
            json.writeStringField("attribute", reason.getKey().attribute());
            json.writeStringField("kind", reason.getKey().kind().name());
            json.writeStringField("told", reason.getKey().told());
            json.writeNumberField("items", reason.getValue());
            json.writeEndObject();
        }
        json.writeEndArray();
        var whole = index.whole();
        if (whole == null) {
            json.writeNullField("wholeTable");
        } else {
            json.writeObjectFieldStart("wholeTable");
            range(json, "indexed", whole.indexed());
            range(json, "sparse", whole.sparse());
            range(json, "misfits", whole.misfits());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void range(JsonGenerator json, String name, CountRange range) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("from", range.from());
        json.writeNumberField("to", range.to());
        json.writeEndObject();
    }
}
