package dev.ensuregsis.engine.internal.reconcile;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The last sign of a table or an index.
 *
 * @param at when it was
 * @param seen whether a look has shown it; if not, its creation was accepted
 */
record Trace(Moment at, boolean seen) {

    static @Nullable Duration age(@Nullable Trace trace, Moment now) {
        return trace == null ? null : now.since(trace.at);
    }

    static boolean isSeen(@Nullable Trace trace) {
        return trace != null && trace.seen;
    }
}
