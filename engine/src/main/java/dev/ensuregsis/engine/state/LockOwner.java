package dev.ensuregsis.engine.state;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who works on a state file.
 *
 * @param pid the process
 * @param host the machine that it runs on
 * @param since since when, in whole seconds
 * @param activity what it runs, like {@code gsi:create}
 */
public record LockOwner(long pid, String host, Instant since, String activity) {
    private static final JsonFactory FACTORY = new JsonFactory();

    static LockOwner thisProcess(String activity, Instant since) {
        return new LockOwner(ProcessHandle.current().pid(), thisHost(), since, activity);
    }

    /** Asked of the environment first: the resolver can take seconds to say that it doesn't know. */
    private static String thisHost() {
        return Stream.of("HOSTNAME", "COMPUTERNAME")
                .map(System::getenv)
                .filter(name -> name != null && !name.isBlank())
                .findFirst()
                .orElseGet(LockOwner::resolvedHost);
    }

    private static String resolvedHost() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "this host";
        }
    }

    /** Whether it can be true: on this host, a process that has ended holds nothing. */
    boolean mayBeAlive() {
        return !host.equals(thisHost()) || ProcessHandle.of(pid).isPresent();
    }

    String json() {
        var text = new StringWriter();
        try (var out = FACTORY.createGenerator(text)) {
            out.writeStartObject();
            out.writeNumberField("pid", pid);
            out.writeStringField("host", host);
            out.writeStringField("since", Timestamps.format(since));
            out.writeStringField("activity", activity);
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Reads what {@link #json} wrote; empty if it is anything else, like the half of it. */
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
                    String.valueOf(values.get("activity"))));
        } catch (IOException | NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "process " + pid + " on " + host + " since " + Timestamps.format(since) + " (" + activity + ")";
    }
}
