package dev.ensuregsis.engine;

import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.event.GsiListener;
import dev.ensuregsis.engine.internal.reconcile.Outlook;
import dev.ensuregsis.engine.internal.reconcile.Reach;
import dev.ensuregsis.engine.internal.reconcile.Survey;
import dev.ensuregsis.engine.internal.reconcile.Timeline;
import dev.ensuregsis.engine.spi.CapacityControl;
import dev.ensuregsis.engine.spi.ControlPlane;
import dev.ensuregsis.engine.spi.IndexRemoval;
import dev.ensuregsis.engine.spi.ProgressSource;
import dev.ensuregsis.engine.spi.StateStore;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What an engine works with.
 *
 * @param controlPlane where it acts
 * @param store where it remembers
 * @param listener whom it tells
 * @param takeOver makes the store free for a run
 * @param removal how it deletes; null for an engine that deletes nothing
 * @param capacity how it changes capacity; null for an engine that changes none
 * @param progress tells how far an index has come
 */
record EngineParts(
        ControlPlane controlPlane,
        StateStore store,
        GsiListener listener,
        Runnable takeOver,
        @Nullable IndexRemoval removal,
        @Nullable CapacityControl capacity,
        ProgressSource progress) {

    /** The same with a way to delete indexes. */
    EngineParts with(IndexRemoval power) {
        return new EngineParts(controlPlane, store, listener, takeOver, power, capacity, progress);
    }

    /** What is found out with these before a run would begin. */
    Outlook outlook(Definitions about, EngineOptions options, Timeline timeline, RandomGenerator random) {
        var local = controlPlane.isLocal();
        var survey = new Survey(controlPlane, options.policies(local), timeline, random);
        return new Outlook(about, survey, store, options.expectedAccount(), local);
    }

    /** What a run with these can do. */
    Reach reach() {
        return new Reach(controlPlane, removal, capacity);
    }
}
