package dev.ensuregsis.engine.reconcile;

import dev.ensuregsis.engine.control.ControlPlane;
import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.event.GsiListener;
import dev.ensuregsis.engine.state.GsiStateManager;
import java.time.Duration;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The level-triggered loop of one run, over all its tables. Once started it belongs to the thread that runs it.
 */
public final class ReconcileLoop {
    private final Timeline timeline;
    private final @Nullable Duration timeout;
    private final TableLoops loops;
    private boolean timedOut;

    /**
     * Makes a loop for one run.
     *
     * @param definitions what is wanted
     * @param standings what the run may do for each index
     * @param controlPlane where to do it
     * @param check whether the account is the one that is meant
     * @param state where to record it
     * @param listener whom to tell
     * @param options how
     * @param timeline time
     * @param random where jitter comes from
     */
    public ReconcileLoop(
            Definitions definitions,
            Function<IndexId, Standing> standings,
            ControlPlane controlPlane,
            TargetCheck check,
            GsiStateManager state,
            GsiListener listener,
            LoopOptions options,
            Timeline timeline,
            RandomGenerator random) {
        this.timeline = timeline;
        this.timeout = options.timeout();
        var open = new OpenIndexes();
        var works = definitions.tables().stream()
                .map(table -> new TableWork(table, standings, open))
                .toList();
        this.loops = new TableLoops(
                works, open, controlPlane, check, new Journal(state, listener), options, timeline, random);
    }

    /**
     * Runs until nothing is left to do, or nothing more can be done.
     *
     * @return how it ended
     * @throws InterruptedException if the thread is interrupted; what was recorded stays recorded
     */
    public LoopOutcome run() throws InterruptedException {
        if (timeout != null) {
            timeline.schedule(timeout, () -> timedOut = !loops.isOver());
        }
        loops.start();
        timeline.runUntil(() -> loops.isOver() || timedOut);
        return outcome();
    }

    /**
     * How things stand now.
     *
     * @return the outcome so far
     */
    public LoopOutcome outcome() {
        return loops.outcome(timedOut);
    }
}
