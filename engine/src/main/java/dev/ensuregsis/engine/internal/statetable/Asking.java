package dev.ensuregsis.engine.internal.statetable;

import dev.ensuregsis.engine.spi.StateException;
import java.time.Duration;
import java.util.function.Supplier;

/** Asks the state table for what can be asked for twice, a few times if need be, and says what its faults mean. */
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

    /** What a fault that doesn't pass means for who needs the state. */
    StateException meaning(StateTableFault fault) {
        if (fault instanceof StateTableFault.Missing) {
            return new StateException.Unusable(place, "there is no such table (any more).");
        }
        if (fault instanceof StateTableFault.Denied denied) {
            return new StateException.Unusable(
                    place, "the credentials may not use it, or are none: " + denied.message() + ".");
        }
        if (fault instanceof StateTableFault.Damaged damaged) {
            return new StateException.Unusable(place, damaged.message() + ". Mend that item, or take it away.");
        }
        return new StateException.OutOfReach(place, fault.message());
    }
}
