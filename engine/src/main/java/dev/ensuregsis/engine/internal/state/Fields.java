package dev.ensuregsis.engine.internal.state;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the fields of JSON objects, each of the one type that it may have; anything else is damage at that place. */
final class Fields {
    private final JsonParser in;

    Fields(JsonParser in) {
        this.in = in;
    }

    /** Takes one field; the parser stands at its value, and must stand at the value's end afterwards. */
    @FunctionalInterface
    interface Taker {
        void take(String name) throws IOException;
    }

    /** Reads the object that the parser stands at, and makes sure that it has what it must. */
    void object(String what, Set<String> required, Taker taker) throws IOException {
        var missing = new HashSet<>(required);
        var seen = new HashSet<String>();
        entries(what, name -> {
            if (!seen.add(name)) {
                throw damage("\"" + name + "\" stands twice in " + what);
            }
            missing.remove(name);
            taker.take(name);
        });
        if (!missing.isEmpty()) {
            throw damage(what + " has no \"" + missing.iterator().next() + "\"");
        }
    }

    /** Reads the object that the parser stands at, whatever names it has, and however often. */
    void entries(String what, Taker taker) throws IOException {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            throw damage(what + " is not an object");
        }
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            var name = in.getText();
            in.nextToken();
            taker.take(name);
        }
    }

    String string(String name) throws IOException {
        if (in.currentToken() != JsonToken.VALUE_STRING) {
            throw damage("\"" + name + "\" is not a string");
        }
        return in.getText();
    }

    @Nullable
    String stringOrNull(String name) throws IOException {
        return in.currentToken() == JsonToken.VALUE_NULL ? null : string(name);
    }

    @Nullable
    Instant timeOrNull(String name) throws IOException {
        var text = stringOrNull(name);
        try {
            return text == null ? null : Timestamps.parse(text);
        } catch (DateTimeException e) {
            throw damage("\"" + name + "\" is not a time: \"" + text + "\"");
        }
    }

    int count(String name) throws IOException {
        if (in.currentToken() != JsonToken.VALUE_NUMBER_INT || in.getNumberType() != JsonParser.NumberType.INT) {
            throw damage("\"" + name + "\" is not a count");
        }
        if (in.getIntValue() < 0) {
            throw damage("\"" + name + "\" is negative: " + in.getText());
        }
        return in.getIntValue();
    }

    JsonParseException damage(String reason) {
        return new JsonParseException(in, reason, in.currentTokenLocation());
    }
}
