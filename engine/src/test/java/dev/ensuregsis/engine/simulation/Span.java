package dev.ensuregsis.engine.simulation;

import java.time.Instant;
import java.util.List;

/** A stretch of time, its end not included. */
record Span(Instant from, Instant until) {
    boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(until);
    }

    static boolean anyContains(List<Span> spans, Instant instant) {
        for (var span : spans) {
            if (span.contains(instant)) {
                return true;
            }
        }
        return false;
    }
}
