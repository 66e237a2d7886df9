package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.spi.CapacityControl;
import dev.ensuregsis.engine.spi.ChangeGuard;
import dev.ensuregsis.engine.spi.ControlPlane;
import dev.ensuregsis.engine.spi.IndexRemoval;
import org.jspecify.annotations.Nullable;

/**
 * What a run can do, and where. What it wasn't given it can't.
 *
 * @param controlPlane looks, and makes
 * @param removal deletes; null for a run that deletes nothing
 * @param capacity changes capacity; null for a run that raises none and lowers none
 */
public record Reach(
        ControlPlane controlPlane,
        @Nullable IndexRemoval removal,
        @Nullable CapacityControl capacity) {

    /** The same, but that whatever changes something is asked of a guard before it leaves. */
    Reach guardedBy(ChangeGuard guard) {
        return new Reach(
                controlPlane.guardedBy(guard),
                removal == null ? null : removal.removalGuardedBy(guard),
                capacity == null ? null : capacity.capacityGuardedBy(guard));
    }

    /** The change of capacity; only a run that was given it decides on one. */
    CapacityControl requireCapacity() {
        if (capacity == null) {
            throw new IllegalStateException("this run was given no way to change a capacity");
        }
        return capacity;
    }

    /** The deletion of indexes; only a run that was given it decides on one. */
    IndexRemoval requireRemoval() {
        if (removal == null) {
            throw new IllegalStateException("this run was given no way to delete an index");
        }
        return removal;
    }
}
