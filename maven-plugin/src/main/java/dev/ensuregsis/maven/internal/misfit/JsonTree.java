package dev.ensuregsis.maven.internal.misfit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of a JSON document that this plugin wrote itself: what isn't as it was written is an
 * {@link IllegalArgumentException}.
 *
 * @param value a map, a list, a text (numbers too) or null
 */
record JsonTree(@Nullable Object value) {
    private static final JsonFactory JSON = new JsonFactory();

    static JsonTree read(byte[] bytes) throws IOException {
        try (var parser = JSON.createParser(bytes)) {
            parser.nextToken();
            return new JsonTree(value(parser));
        }
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        var token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            var fields = new LinkedHashMap<String, JsonTree>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                var name = parser.currentName();
                parser.nextToken();
                fields.put(name, new JsonTree(value(parser)));
            }
            return fields;
        }
        if (token == JsonToken.START_ARRAY) {
            var elements = new ArrayList<JsonTree>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                elements.add(new JsonTree(value(parser)));
            }
            return elements;
        }
        if (token == null) {
            throw new JsonParseException(parser, "the document ends too early");
        }
        return token == JsonToken.VALUE_NULL ? null : parser.getText();
    }

    boolean isNull() {
        return value == null;
    }

    JsonTree field(String name) {
        var field = fields().get(name);
        if (field == null) {
            throw new IllegalArgumentException("there is no \"" + name + "\"");
        }
        return field;
    }

    @SuppressWarnings("unchecked") // Nothing else makes maps of it.
    Map<String, JsonTree> fields() {
        if (value instanceof Map<?, ?> fields) {
            return (Map<String, JsonTree>) fields;
        }
        throw new IllegalArgumentException("an object was expected");
    }

    @SuppressWarnings("unchecked") // Nothing else makes lists of it.
    List<JsonTree> elements() {
        if (value instanceof List<?> elements) {
            return (List<JsonTree>) elements;
        }
        throw new IllegalArgumentException("an array was expected");
    }

    String text() {
        if (value instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("a text was expected");
    }

    long number() {
        return Long.parseLong(text());
    }

    double decimal() {
        return Double.parseDouble(text());
    }
}
