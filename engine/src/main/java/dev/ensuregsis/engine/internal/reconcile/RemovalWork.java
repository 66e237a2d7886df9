package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.definition.IndexShape;
import dev.ensuregsis.engine.internal.reconcile.TableRecord.RemovalRecord;
import dev.ensuregsis.engine.spi.LiveIndex.IndexStatus;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What one run has done to be rid of one index. Touched by the loop's thread only. */
final class RemovalWork {
    private final IndexShape shape;
    private final boolean forGood;
    private @Nullable Moment sentAt;
    private @Nullable Moment acceptedAt;
    private boolean told;
    private boolean open;
    private boolean going;
    private boolean gone;
    private @Nullable Duration mayLandUntil;

    RemovalWork(IndexShape shape, boolean forGood) {
        this.shape = shape;
        this.forGood = forGood;
    }

    IndexShape shape() {
        return shape;
    }

    boolean isForGood() {
        return forGood;
    }

    boolean isGone() {
        return gone;
    }

    /** Whether DynamoDB is at it, as far as is known. */
    boolean isUnderWay() {
        return !gone && (going || acceptedAt != null);
    }

    /** Whether it is gone, going, or may be, as a call was sent of which it isn't known what came; and is to come back. */
    boolean isBetween(boolean cameBack) {
        return !forGood && (gone ? !cameBack : going || acceptedAt != null || open);
    }

    /** Whether this run has asked for it. */
    boolean wasAskedFor() {
        return sentAt != null;
    }

    /** Whether nobody was told yet that it goes. */
    boolean isToBeTold() {
        return !told;
    }

    void told() {
        told = true;
    }

    void asking(Moment now) {
        sentAt = sentAt == null ? now : sentAt;
        open = true;
    }

    /** It was accepted, or DynamoDB says that there is nothing to delete: looks will show it sooner or later. */
    void accepted(Moment now) {
        acceptedAt = now;
    }

    void saw(IndexStatus status, Moment now) {
        if (status == IndexStatus.DELETING) {
            going = true;
            acceptedAt = acceptedAt == null ? now : acceptedAt;
        } else if (acceptedAt == null) {
            open = false;
        }
    }

    /** A call of which it isn't known what came may take effect until the run has lasted so long. */
    void mayLandUntil(Duration elapsed) {
        mayLandUntil = elapsed;
    }

    /**
     * Whether such a call may still delete what is live. One call at a time may: as long as this is so no other is sent, so
     * when the index is gone, it was that one.
     */
    boolean mayStillLand(Moment now) {
        return !gone && mayLandUntil != null && now.elapsed().compareTo(mayLandUntil) < 0;
    }

    void gone() {
        gone = true;
    }

    /** How long it took from the call; null if this run sent none. */
    @Nullable
    Duration took(Moment now) {
        return sentAt == null ? null : now.since(sentAt);
    }

    RemovalRecord record(Moment now) {
        return new RemovalRecord(shape, gone, acceptedAt == null ? null : now.since(acceptedAt));
    }
}
