package dev.ensuregsis.engine.internal.state;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.ensuregsis.engine.definition.IndexNames;
import dev.ensuregsis.engine.spi.Target;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes a state file, entry by entry, so that its size is never in memory. */
final class DocumentWriter {
    private static final JsonFactory FACTORY = new JsonFactory();

    private DocumentWriter() {}

    /** Writes, and closes the stream. */
    static void write(StateDocument document, OutputStream file) throws IOException {
        try (var out = FACTORY.createGenerator(file, JsonEncoding.UTF8)) {
            out.setPrettyPrinter(new OneEntryPerLine());
            out.writeStartObject();
            out.writeStringField("version", StateDocument.VERSION);
            out.writeStringField("created_at", Timestamps.format(document.createdAt()));
            out.writeStringField("updated_at", Timestamps.format(document.updatedAt()));
            out.writeStringField("script_name", document.scriptName());
            if (!document.target().equals(Target.UNKNOWN)) {
                target(document.target(), out);
            }
            document.unknown().writeTo(out);
            out.writeObjectFieldStart("gsis");
            var names = new IndexNames();
            for (var entry : document.entries()) {
                entry(names.next(entry.gsi().id()), entry, out);
            }
            out.writeEndObject();
            out.writeObjectFieldStart("summary");
            for (var count : Counts.of(document.summary()).entrySet()) {
                out.writeNumberField(count.getKey(), count.getValue());
            }
            document.unknownInSummary().writeTo(out);
            out.writeEndObject();
            out.writeEndObject();
            out.writeRaw('\n');
        }
    }

    private static void target(Target target, JsonGenerator out) throws IOException {
        out.writeObjectFieldStart("dynamodb");
        string("account_id", target.accountId(), out);
        string("region", target.region(), out);
        string("endpoint", target.endpoint(), out);
        out.writeEndObject();
    }

    private static void entry(String key, StateDocument.Entry documented, JsonGenerator out) throws IOException {
        var entry = documented.gsi();
        out.writeObjectFieldStart(key);
        out.writeStringField("table_name", entry.id().tableName());
        out.writeStringField("index_name", entry.id().indexName());
        out.writeStringField("status", entry.status().word());
        string("creation_time", time(entry.creationTime()), out);
        out.writeNumberField("retry_count", entry.retryCount());
        string("last_error", entry.lastError(), out);
        if (entry.activeTime() != null) {
            out.writeStringField("active_time", Timestamps.format(entry.activeTime()));
        }
        if (entry.failureKind() != null) {
            out.writeStringField("failure_kind", entry.failureKind().word());
        }
        if (entry.fingerprint() != null) {
            out.writeStringField("definition_fingerprint", entry.fingerprint());
        }
        if (entry.definedBy() != null) {
            out.writeStringField("defined_by", entry.definedBy());
        }
        UndertakingFields.write(entry.undertaking(), out);
        documented.unknown().writeTo(out);
        out.writeEndObject();
    }

    private static void string(String name, @Nullable String value, JsonGenerator out) throws IOException {
        out.writeFieldName(name);
        out.writeString(value);
    }

    private static @Nullable String time(@Nullable Instant time) {
        return time == null ? null : Timestamps.format(time);
    }
}
