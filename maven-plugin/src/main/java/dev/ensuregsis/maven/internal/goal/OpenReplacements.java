package dev.ensuregsis.maven.internal.goal;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.event.GsiListener;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * Whether a run is half-way through a replacement: the one moment at which a run that is told to end doesn't. Thread-safe;
 * events come on the run's thread.
 */
final class OpenReplacements implements GsiListener {
    /** A deletion takes seconds; whatever holds up what follows it is not waited for for ever. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private Halfway halfway = Halfway.NONE;
    private boolean ending;

    @Override
    public synchronized void onEvent(GsiEvent event) {
        var after = event.match(halfway);
        if (ending && halfway.isEmpty() != after.isEmpty()) {
            // Nothing further is begun: the run ends before its next call is sent. What it begins while it is half-way
            // through another is finished like that.
            Thread.currentThread().interrupt();
            become(Halfway.NONE);
        } else {
            become(after);
        }
    }

    /** The run is over, however it ended: nothing of it is to be waited for. */
    synchronized void runIsOver() {
        become(Halfway.NONE);
    }

    private void become(Halfway after) {
        halfway = after;
        if (after.isEmpty()) {
            notifyAll();
        }
    }

    /** The run is to end: returns when there is none, or after a while. */
    synchronized void end(Consumer<Collection<IndexId>> waiting) {
        ending = true;
        if (halfway.isEmpty()) {
            return;
        }
        waiting.accept(List.copyOf(halfway.indexes()));
        long until = System.nanoTime() + LONGEST.toNanos();
        try {
            for (long left = LONGEST.toMillis();
                    !halfway.isEmpty() && left > 0;
                    left = (until - System.nanoTime()) / 1_000_000) {
                wait(left);
            }
        } catch (InterruptedException goNow) {
            Thread.currentThread().interrupt();
        }
    }
}
