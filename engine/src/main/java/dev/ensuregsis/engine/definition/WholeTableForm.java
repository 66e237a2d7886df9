package dev.ensuregsis.engine.definition;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;

/** Writes a table that is given by its indexes in the form that can be created, with the blanks to complete. */
final class WholeTableForm {
    private static final String KEY_BLANK = "(the table's partition key)";
    private static final String TYPE_BLANK = "(S, N or B)";

    private WholeTableForm() {}

    static String of(TableDefinition table) {
        var text = new StringWriter();
        try (var json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeObjectFieldStart(table.name());
            attributeDefinitions(json, table);
            keySchema(json, KeySchema.of(KEY_BLANK));
            json.writeStringField("BillingMode", BillingMode.PAY_PER_REQUEST.name());
            json.writeArrayFieldStart("GlobalSecondaryIndexes");
            for (var index : table.indexes()) {
                json.writeStartObject();
                json.writeStringField("IndexName", index.name());
                keySchema(json, index.keySchema());
                projection(json, index.projectionToCreate());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a string was written", e);
        }
        return text.toString();
    }

    private static void attributeDefinitions(JsonGenerator json, TableDefinition table) throws IOException {
        var names = new LinkedHashSet<String>();
        names.add(KEY_BLANK);
        table.indexes().forEach(index -> names.addAll(index.keySchema().attributes()));
        json.writeArrayFieldStart("AttributeDefinitions");
        for (var name : names) {
            var type = table.attributeTypes().get(name);
            json.writeStartObject();
            json.writeStringField("AttributeName", name);
            json.writeStringField("AttributeType", type == null ? TYPE_BLANK : type.name());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void keySchema(JsonGenerator json, KeySchema key) throws IOException {
        json.writeArrayFieldStart("KeySchema");
        elements(json, key.partitionKey(), "HASH");
        elements(json, key.sortKey(), "RANGE");
        json.writeEndArray();
    }

    private static void elements(JsonGenerator json, List<String> names, String keyType) throws IOException {
        for (var name : names) {
            json.writeStartObject();
            json.writeStringField("AttributeName", name);
            json.writeStringField("KeyType", keyType);
            json.writeEndObject();
        }
    }

    static void projection(JsonGenerator json, Projection projection) throws IOException {
        json.writeObjectFieldStart("Projection");
        if (projection instanceof Projection.Include include) {
            json.writeStringField("ProjectionType", "INCLUDE");
            json.writeArrayFieldStart("NonKeyAttributes");
            for (var name : include.nonKeyAttributes()) {
                json.writeString(name);
            }
            json.writeEndArray();
        } else {
            json.writeStringField("ProjectionType", projection instanceof Projection.KeysOnly ? "KEYS_ONLY" : "ALL");
        }
        json.writeEndObject();
    }
}
