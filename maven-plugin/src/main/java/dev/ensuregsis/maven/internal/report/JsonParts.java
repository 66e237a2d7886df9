package dev.ensuregsis.maven.internal.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.definition.Projection;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.definition.Unread;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.spi.Target;
import dev.ensuregsis.maven.internal.console.NextStepText;
import dev.ensuregsis.maven.internal.console.Projections;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parts that all reports share. What isn't known is null, never left out. */
final class JsonParts {
    private JsonParts() {}

    static void text(JsonGenerator json, String name, @Nullable Object value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeStringField(name, value.toString());
        }
    }

    static void texts(JsonGenerator json, String name, Collection<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (var value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    static void target(JsonGenerator json, Target target) throws IOException {
        json.writeObjectFieldStart("target");
        text(json, "accountId", target.accountId());
        text(json, "region", target.region());
        text(json, "endpoint", target.endpoint());
        json.writeEndObject();
    }

    /** The files, with the tables and indexes of each; and what of them isn't read. */
    static void definitions(JsonGenerator json, Definitions defined) throws IOException {
        var bySource = defined.tables().stream()
                .collect(Collectors.groupingBy(
                        table -> table.place().source(), LinkedHashMap::new, Collectors.toList()));
        json.writeArrayFieldStart("definedIn");
        for (var source : bySource.entrySet()) {
            json.writeStartObject();
            json.writeStringField("source", source.getKey());
            texts(
                    json,
                    "tables",
                    source.getValue().stream().map(TableDefinition::name).toList());
            json.writeNumberField(
                    "indexes",
                    source.getValue().stream()
                            .mapToInt(table -> table.indexes().size())
                            .sum());
            json.writeEndObject();
        }
        json.writeEndArray();
        unread(json, defined.unread());
    }

    static void timeline(JsonGenerator json, Map<String, List<Stretch>> byTable) throws IOException {
        json.writeArrayFieldStart("timeline");
        for (var table : byTable.entrySet()) {
            json.writeStartObject();
            json.writeStringField("table", table.getKey());
            json.writeArrayFieldStart("stretches");
            for (var stretch : table.getValue()) {
                json.writeStartObject();
                json.writeStringField("doing", stretch.doing().name());
                text(json, "index", stretch.indexName());
                text(json, "from", stretch.from());
                text(json, "to", stretch.to());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void unread(JsonGenerator json, List<Unread> unread) throws IOException {
        json.writeArrayFieldStart("notRead");
        for (var missed : unread) {
            json.writeStartObject();
            json.writeStringField("what", missed.what());
            json.writeStringField("where", missed.place().toString());
            json.writeStringField("because", missed.because());
            json.writeStringField("cause", missed.cause().name());
            json.writeBooleanField("mayBeMissed", missed.mayBeMissed());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void index(JsonGenerator json, IndexId id) throws IOException {
        json.writeStringField("table", id.tableName());
        json.writeStringField("index", id.indexName());
    }

    static void definition(JsonGenerator json, IndexDefinition definition) throws IOException {
        texts(json, "partitionKey", definition.keySchema().partitionKey());
        texts(json, "sortKey", definition.keySchema().sortKey());
        projection(json, definition.projectionToCreate());
    }

    private static void projection(JsonGenerator json, Projection projection) throws IOException {
        json.writeObjectFieldStart("projection");
        json.writeStringField("type", Projections.type(projection));
        if (projection instanceof Projection.Include include) {
            texts(json, "nonKeyAttributes", include.nonKeyAttributes());
        }
        json.writeEndObject();
    }

    static void failure(JsonGenerator json, String name, @Nullable Failure failure) throws IOException {
        if (failure == null) {
            json.writeNullField(name);
            return;
        }
        json.writeObjectFieldStart(name);
        json.writeStringField("code", failure.code());
        json.writeStringField("message", failure.message());
        json.writeStringField("meaning", failure.meaning());
        json.writeBooleanField("waitingHelps", failure.waitingHelps());
        json.writeStringField("nextStep", NextStepText.of(failure.nextStep()));
        json.writeEndObject();
    }
}
