package dev.ensuregsis.engine.internal.statetable;

import java.time.Duration;
import java.time.Instant;

/** When DynamoDB's TTL clears an item away: late by days, so nothing but the cleaning depends on it. */
final class Expiry {
    private static final Duration ENTRIES = Duration.ofDays(365);
    private static final Duration RUNS = Duration.ofDays(90);

    private Expiry() {}

    /** An entry's: those of a past generation are cleared by it, those of the present are written again before. */
    static Instant ofEntry(Instant updatedAt) {
        return updatedAt.plus(ENTRIES);
    }

    static Instant ofRun(Instant endedAt) {
        return endedAt.plus(RUNS);
    }

    /** Which entries a run that has the state writes once more, so that they stay. */
    static Instant refreshBefore(Instant now) {
        return now.minus(ENTRIES.dividedBy(2));
    }
}
