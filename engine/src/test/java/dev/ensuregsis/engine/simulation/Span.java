package dev.ensuregsis.engine.simulation;

import java.time.Instant;

/** A stretch of time, its end not included. */
record Span(Instant from, Instant until) {
    boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(until);
    }
}
