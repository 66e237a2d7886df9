package dev.ensuregsis.maven.internal.misfit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.ensuregsis.engine.check.IndexTally;
import dev.ensuregsis.engine.check.Places;
import dev.ensuregsis.engine.check.Places.OpenPart;
import dev.ensuregsis.engine.check.Reason;
import dev.ensuregsis.engine.check.Squares;
import dev.ensuregsis.engine.check.Tally;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The places of a check, as they are kept: how far each table was read, and how long the file of misfits was then.
 *
 * @param fileBytes how long the file of misfits was
 * @param tables how far each table was read
 */
record PlacesJson(long fileBytes, Map<String, Places> tables) {
    private static final String VERSION = "1";
    private static final JsonFactory JSON = new JsonFactory();

    void writeTo(OutputStream out) throws IOException {
        try (var json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("version", VERSION);
            json.writeNumberField("fileBytes", fileBytes);
            json.writeObjectFieldStart("tables");
            for (var table : tables.entrySet()) {
                json.writeFieldName(table.getKey());
                write(json, table.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        }
    }

    private static void write(JsonGenerator json, Places places) throws IOException {
        json.writeStartObject();
        json.writeStringField("subject", places.subject());
        json.writeNumberField("seed", places.seed());
        json.writeNumberField("parts", places.parts());
        json.writeNumberField("begun", places.begun());
        json.writeBooleanField("complete", places.complete());
        json.writeObjectFieldStart("open");
        for (var part : places.open().entrySet()) {
            json.writeObjectFieldStart(part.getKey().toString());
            json.writeFieldName("after");
            var after = part.getValue().after();
            if (after == null) {
                json.writeNull();
            } else {
                KeyJson.write(json, after);
            }
            json.writeFieldName("read");
            write(json, part.getValue().read());
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeFieldName("read");
        write(json, places.read());
        json.writeObjectFieldStart("squares");
        for (var squares : places.squares().entrySet()) {
            json.writeObjectFieldStart(squares.getKey());
            json.writeNumberField("indexed", squares.getValue().indexed());
            json.writeNumberField("sparse", squares.getValue().sparse());
            json.writeNumberField("misfits", squares.getValue().misfits());
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Tally tally) throws IOException {
        json.writeStartObject();
        json.writeNumberField("items", tally.items());
        json.writeNumberField("readUnits", tally.readUnits());
        json.writeObjectFieldStart("indexes");
        for (var index : tally.indexes().entrySet()) {
            var counts = index.getValue();
            json.writeObjectFieldStart(index.getKey());
            json.writeNumberField("indexed", counts.indexed());
            json.writeNumberField("sparse", counts.sparse());
            json.writeNumberField("misfits", counts.misfits());
            json.writeArrayFieldStart("reasons");
            for (var reason : counts.reasons().entrySet()) {
                json.writeStartObject();
                json.writeStringField("attribute", reason.getKey().attribute());
                json.writeStringField("kind", reason.getKey().kind().name());
                json.writeStringField("told", reason.getKey().told());
                json.writeNumberField("items", reason.getValue());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    /** Throws {@link IllegalArgumentException} where it isn't as it was written. */
    static PlacesJson read(byte[] bytes) throws IOException {
        var json = JsonTree.read(bytes);
        if (!json.field("version").text().equals(VERSION)) {
            throw new IllegalArgumentException(
                    "its version is " + json.field("version").text() + ", and this plugin reads " + VERSION);
        }
        var tables = new LinkedHashMap<String, Places>();
        json.field("tables").fields().forEach((name, places) -> tables.put(name, places(places)));
        return new PlacesJson(json.field("fileBytes").number(), tables);
    }

    private static Places places(JsonTree json) {
        var open = new HashMap<Integer, OpenPart>();
        json.field("open")
                .fields()
                .forEach((number, part) -> open.put(
                        Integer.valueOf(number),
                        new OpenPart(KeyJson.read(part.field("after")), tally(part.field("read")))));
        var squares = new HashMap<String, Squares>();
        json.field("squares")
                .fields()
                .forEach((index, sums) -> squares.put(
                        index,
                        new Squares(
                                sums.field("indexed").decimal(),
                                sums.field("sparse").decimal(),
                                sums.field("misfits").decimal())));
        return new Places(
                json.field("subject").text(),
                json.field("seed").number(),
                (int) json.field("parts").number(),
                (int) json.field("begun").number(),
                open,
                tally(json.field("read")),
                squares,
                Boolean.parseBoolean(json.field("complete").text()));
    }

    private static Tally tally(JsonTree json) {
        var indexes = new HashMap<String, IndexTally>();
        json.field("indexes").fields().forEach((name, counts) -> indexes.put(name, index(counts)));
        return new Tally(json.field("items").number(), json.field("readUnits").decimal(), indexes);
    }

    private static IndexTally index(JsonTree json) {
        var reasons = new HashMap<Reason, Long>();
        json.field("reasons")
                .elements()
                .forEach(reason -> reasons.put(
                        new Reason(
                                reason.field("attribute").text(),
                                Reason.Kind.valueOf(reason.field("kind").text()),
                                reason.field("told").text()),
                        reason.field("items").number()));
        return new IndexTally(
                json.field("indexed").number(),
                json.field("sparse").number(),
                json.field("misfits").number(),
                reasons);
    }
}
