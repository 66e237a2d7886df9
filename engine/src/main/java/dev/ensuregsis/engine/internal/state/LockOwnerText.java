package dev.ensuregsis.engine.internal.state;

import com.fasterxml.jackson.core.JsonFactory;
import dev.ensuregsis.engine.spi.LockOwner;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The owner of a lock as JSON, as it stands in the lock's file. */
final class LockOwnerText {
    private static final JsonFactory FACTORY = new JsonFactory();

    private LockOwnerText() {}

    static String of(LockOwner owner) {
        var text = new StringWriter();
        try (var out = FACTORY.createGenerator(text)) {
            out.writeStartObject();
            out.writeNumberField("pid", owner.pid());
            out.writeStringField("host", owner.host());
            out.writeStringField("since", Timestamps.format(owner.since()));
            out.writeStringField("activity", owner.activity());
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Reads what {@link #of} wrote; empty if it is anything else, like the half of it. */
    static Optional<LockOwner> parse(String json) {
        var values = new LinkedHashMap<String, @Nullable String>();
        try (var in = FACTORY.createParser(json)) {
            in.nextToken();
            new Fields(in).object("the owner", Set.of("pid", "host", "since", "activity"), name -> {
                values.put(name, in.getText());
                in.skipChildren();
            });
            return Optional.of(new LockOwner(
                    Long.parseLong(values.get("pid")),
                    String.valueOf(values.get("host")),
                    Timestamps.parse(String.valueOf(values.get("since"))),
                    String.valueOf(values.get("activity")),
                    null,
                    null));
        } catch (IOException | NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
