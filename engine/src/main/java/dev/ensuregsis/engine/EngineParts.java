package dev.ensuregsis.engine;

import dev.ensuregsis.engine.event.GsiListener;
import dev.ensuregsis.engine.spi.ControlPlane;
import dev.ensuregsis.engine.spi.ProgressSource;
import dev.ensuregsis.engine.spi.StateStore;

/**
 * What an engine works with.
 *
 * @param controlPlane where it acts
 * @param store where it remembers
 * @param listener whom it tells
 * @param takeOver makes the store free for a run
 * @param progress tells how far an index has come
 */
record EngineParts(
        ControlPlane controlPlane,
        StateStore store,
        GsiListener listener,
        Runnable takeOver,
        ProgressSource progress) {}
