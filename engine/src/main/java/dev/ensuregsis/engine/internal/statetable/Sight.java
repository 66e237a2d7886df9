package dev.ensuregsis.engine.internal.statetable;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How the lease of a state looks to a run that wants it. */
sealed interface Sight {

    /** Nobody has it; without a head there is no state yet. */
    record Free(@Nullable Head head) implements Sight {}

    /** Since the look before its owner has given a sign of life, or it has a new one. */
    record Lives(Watch watch, Lease lease) implements Sight {}

    /** It has not moved yet, and may for so long. */
    record Unmoved(Watch watch, Lease lease, Duration left) implements Sight {}

    /** It hasn't moved for as long as it lasts: its owner counts from before that, and begins nothing any more. */
    record StoodStill(Head head, Lease lease) implements Sight {}
}
