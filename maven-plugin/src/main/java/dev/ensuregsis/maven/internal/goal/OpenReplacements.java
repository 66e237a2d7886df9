package dev.ensuregsis.maven.internal.goal;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.event.GsiListener;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The indexes of a run whose old one was asked to be deleted and whose new one isn't under way: the one moment at which a
 * run that is told to end doesn't. Thread-safe; events come on the run's thread.
 */
final class OpenReplacements implements GsiListener {
    /** A deletion takes seconds; whatever holds up what follows it is not waited for for ever. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Set<IndexId> open = new LinkedHashSet<>();
    private boolean ending;

    @Override
    public synchronized void onEvent(GsiEvent event) {
        if (event instanceof GsiEvent.DeletingIndex deleting && deleting.replaced()) {
            if (ending) {
                // Nothing further is begun: the run ends before its call is sent.
                Thread.currentThread().interrupt();
            }
            open.add(deleting.index());
        } else if (event instanceof GsiEvent.CreationAccepted accepted) {
            over(accepted.index());
        } else if (event instanceof GsiEvent.IndexFailed failed) {
            over(failed.index());
        } else if (event instanceof GsiEvent.RunAborted) {
            open.clear();
            notifyAll();
        }
    }

    private void over(IndexId index) {
        if (open.remove(index) && open.isEmpty()) {
            notifyAll();
            if (ending) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The run is to end: returns when there is none, or after a while. */
    synchronized void end(Consumer<Collection<IndexId>> waiting) {
        ending = true;
        if (open.isEmpty()) {
            return;
        }
        waiting.accept(List.copyOf(open));
        long until = System.nanoTime() + LONGEST.toNanos();
        try {
            for (long left = LONGEST.toMillis();
                    !open.isEmpty() && left > 0;
                    left = (until - System.nanoTime()) / 1_000_000) {
                wait(left);
            }
        } catch (InterruptedException goNow) {
            Thread.currentThread().interrupt();
        }
    }
}
