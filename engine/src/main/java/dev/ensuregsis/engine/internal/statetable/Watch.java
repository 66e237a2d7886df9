package dev.ensuregsis.engine.internal.statetable;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a run has seen of the lease of another, by its own clock that only moves forward: no two clocks are compared. It
 * begins with the answer of the look that first showed this token and this beat.
 *
 * @param token the lease's
 * @param beat the head's
 * @param sinceNanos when that was first seen
 */
record Watch(String token, long beat, long sinceNanos) {

    /**
     * What a look says.
     *
     * @param before what was seen until now; null at the first look
     * @param head what this look found; empty if there is no head
     * @param answeredNanos when it was answered
     */
    static Sight look(@Nullable Watch before, Optional<Head> head, long answeredNanos) {
        var lease = head.map(Head::lease).orElse(null);
        if (head.isEmpty() || lease == null) {
            return new Sight.Free(head.orElse(null));
        }
        var seen = head.get();
        if (before == null || !before.token.equals(lease.token()) || before.beat != seen.beat()) {
            var fresh = new Watch(lease.token(), seen.beat(), answeredNanos);
            return before == null ? new Sight.Unmoved(fresh, lease, lease.lasts()) : new Sight.Lives(fresh, lease);
        }
        var left = lease.lasts().minusNanos(answeredNanos - before.sinceNanos);
        return left.isNegative() || left.isZero()
                ? new Sight.StoodStill(seen, lease)
                : new Sight.Unmoved(before, lease, left);
    }
}
