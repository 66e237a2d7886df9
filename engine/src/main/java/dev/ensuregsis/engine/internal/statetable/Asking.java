package dev.ensuregsis.engine.internal.statetable;

import dev.ensuregsis.engine.spi.StateException;
import java.time.Duration;
import java.util.function.Supplier;

/** Asks the state table for what can be asked for twice, a few times if need be. */
final class Asking {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TableTime time;
    private final String place;

    Asking(TableTime time, String place) {
        this.time = time;
        this.place = place;
    }

    /** What the table answers; a fault that passes is borne for a while. */
    <T> T ask(Supplier<T> request) {
        return ask(PATIENCE, request);
    }

    /** The same for what may take longer. */
    <T> T ask(Duration patience, Supplier<T> request) {
        var begun = time.nanoTime();
        for (int failures = 1; ; failures++) {
            try {
                return request.get();
            } catch (StateTableException e) {
                var over = time.nanoTime() - begun > patience.toNanos();
                if (over || !(e.fault() instanceof StateTableFault.Passing)) {
                    throw meaning(e.fault());
                }
            }
            pause(Pauses.after(failures, time));
        }
    }

    void pause(Duration duration) {
        try {
            time.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StateException.Interrupted(place);
        }
    }

    /** What a fault means for who needs the state and can't bear it, or not any longer. */
    StateException meaning(StateTableFault fault) {
        return fault.match(new FaultMeaning(place));
    }
}
