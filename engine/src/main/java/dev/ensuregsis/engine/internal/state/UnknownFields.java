package dev.ensuregsis.engine.internal.state;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The fields of one JSON object that mean nothing to us, kept so that they can be written back.
 *
 * @param json name to value, the value as JSON, in the file's order
 */
record UnknownFields(Map<String, String> json) {
    static final UnknownFields NONE = new UnknownFields(Map.of());

    private static final JsonFactory FACTORY = new JsonFactory();

    UnknownFields {
        json = json.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(json));
    }

    void writeTo(JsonGenerator out) throws IOException {
        for (var field : json.entrySet()) {
            out.writeFieldName(field.getKey());
            out.writeRawValue(field.getValue());
        }
    }

    /** The value that the parser stands at, as JSON; leaves the parser at its end. Numbers keep their digits. */
    static String valueAt(JsonParser in) throws IOException {
        var text = new StringWriter();
        try (var out = FACTORY.createGenerator(text)) {
            int depth = 0;
            do {
                switch (in.currentToken()) {
                    case START_OBJECT -> {
                        out.writeStartObject();
                        depth++;
                    }
                    case START_ARRAY -> {
                        out.writeStartArray();
                        depth++;
                    }
                    case END_OBJECT -> {
                        out.writeEndObject();
                        depth--;
                    }
                    case END_ARRAY -> {
                        out.writeEndArray();
                        depth--;
                    }
                    case FIELD_NAME -> out.writeFieldName(in.getText());
                    case VALUE_STRING -> out.writeString(in.getText());
                    case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> out.writeNumber(in.getText());
                    case VALUE_TRUE -> out.writeBoolean(true);
                    case VALUE_FALSE -> out.writeBoolean(false);
                    default -> out.writeNull();
                }
            } while (depth > 0 && in.nextToken() != null);
        }
        return text.toString();
    }
}
