package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.spi.StateSession;
import dev.ensuregsis.engine.spi.StoredState;
import dev.ensuregsis.engine.spi.Target;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A run's way to its state. What blocks leaves the loop's thread, on which all else here happens. */
final class StateAccess {
    /** How long a state may not answer before that is told. */
    private static final Duration LONG = Duration.ofSeconds(30);

    private final Journal journal;
    private final Definitions definitions;
    private final Timeline timeline;

    StateAccess(Journal journal, Definitions definitions, Timeline timeline) {
        this.journal = journal;
        this.definitions = definitions;
        this.timeline = timeline;
    }

    /** Reads what is kept. */
    void read(Target target, Consumer<StoredState> then) {
        timeline.call(
                () -> {
                    OwnTable.refuse(definitions, journal.store(), target);
                    return journal.store().read(target);
                },
                (Timeline.Answer<StoredState> answer) -> then.accept(Thrown.orValueOf(answer)));
    }

    /** Takes it. Its loss, as long as the run hasn't ended, ends the run. */
    void open(Target target, Runnable then, BooleanSupplier ended) {
        var taking = journal.taking();
        taking.begins();
        timeline.call(() -> taking.take(target), (Timeline.Answer<StateSession> answer) -> {
            var session = Thrown.orValueOf(answer);
            journal.opened(session);
            session.lost()
                    .thenAccept(reason -> timeline.schedule(Duration.ZERO, () -> {
                        if (!ended.getAsBoolean()) {
                            throw reason;
                        }
                    }));
            then.run();
        });
    }

    /** Goes on when what was announced so far will outlast a crash. */
    void keep(Runnable then) {
        timeline.call(journal::keep, answer -> {
            Thrown.orValueOf(answer);
            then.run();
        });
    }

    /** Whether all that was written is kept, and the state surely this run's. */
    boolean isClear() {
        return journal.taking().clearance().toCompletableFuture().isDone();
    }

    /** Goes on when that is so; a run that waits for it for long says so. */
    void whenClear(Runnable then) {
        var clearance = journal.taking().clearance();
        clearance.thenRun(() -> timeline.schedule(Duration.ZERO, then));
        timeline.schedule(LONG, () -> journal.tellUnlessDone(clearance));
    }
}
