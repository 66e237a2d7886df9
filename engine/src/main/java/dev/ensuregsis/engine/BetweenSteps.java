package dev.ensuregsis.engine;

import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.event.GsiListener;
import dev.ensuregsis.engine.internal.reconcile.Timeline;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A listener whose Errors end the run between two of its steps, and not within one, which is told of before all of it is
 * recorded: so the report and the state say the same.
 */
final class BetweenSteps implements GsiListener {
    private final GsiListener listener;
    private final Timeline timeline;
    private @Nullable Error thrown;

    BetweenSteps(GsiListener listener, Timeline timeline) {
        this.listener = listener.harmless();
        this.timeline = timeline;
    }

    @Override
    public void onEvent(GsiEvent event) {
        try {
            listener.onEvent(event);
        } catch (Error error) {
            if (thrown == null) {
                thrown = error;
                timeline.schedule(Duration.ZERO, this::throwLate);
            }
        }
    }

    /** Tells it when the run is over: an Error can't end it once more. */
    void tellLast(GsiEvent event) {
        try {
            listener.onEvent(event);
        } catch (Error dropped) {
            System.getLogger(BetweenSteps.class.getName())
                    .log(System.Logger.Level.DEBUG, "a listener threw on " + event, dropped);
        }
    }

    /** Throws what was thrown, if anything was. */
    void throwLate() {
        if (thrown != null) {
            throw thrown;
        }
    }
}
