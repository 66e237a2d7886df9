package dev.ensuregsis.engine.spi;

import dev.ensuregsis.engine.definition.IndexShape;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was begun with an index and has to be finished or undone, recorded before the call that begins it is sent. A
 * version that doesn't know it finds an entry like any other.
 *
 * @param deleting the index as it is when it is deleted for good; null if it isn't
 * @param replacing the index as it is when it is deleted to be made as defined; null if it isn't
 * @param raised the write capacity that it has for its build; null if it has its own
 * @param notBefore until when it isn't created, as its deletion was announced and no answer to it is recorded, in whole
 *     seconds; null if that isn't so
 */
public record Undertaking(
        @Nullable IndexShape deleting,
        @Nullable IndexShape replacing,
        @Nullable RaisedCapacity raised,
        @Nullable Instant notBefore) {

    /** Takes whole seconds of the time. */
    public Undertaking {
        notBefore = notBefore == null ? null : notBefore.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Nothing was begun. */
    public static final Undertaking NONE = new Undertaking(null, null, null, null);

    /**
     * The deletion of an index for good.
     *
     * @param shape the index as it is
     * @return the undertaking
     */
    public static Undertaking deletionOf(IndexShape shape) {
        return new Undertaking(shape, null, null, null);
    }

    /**
     * The deletion of an index that is to be made as defined.
     *
     * @param shape the index as it is
     * @return the undertaking
     */
    public static Undertaking replacementOf(IndexShape shape) {
        return new Undertaking(null, shape, null, null);
    }

    /**
     * This with raised capacity.
     *
     * @param capacity what was raised; null for nothing
     * @return the undertaking
     */
    public Undertaking withRaised(@Nullable RaisedCapacity capacity) {
        return Objects.equals(raised, capacity) ? this : new Undertaking(deleting, replacing, capacity, notBefore);
    }

    /**
     * This with another time before which the index isn't created.
     *
     * @param time when; null for any time
     * @return the undertaking
     */
    public Undertaking withNotBefore(@Nullable Instant time) {
        return Objects.equals(notBefore, time) ? this : new Undertaking(deleting, replacing, raised, time);
    }

    /**
     * This without the deletion that was begun.
     *
     * @return the undertaking
     */
    public Undertaking withoutRemoval() {
        return isRemoval() ? new Undertaking(null, null, raised, notBefore) : this;
    }

    /**
     * Whether a deletion was begun, for good or not.
     *
     * @return true if so
     */
    public boolean isRemoval() {
        return deleting != null || replacing != null;
    }
}
