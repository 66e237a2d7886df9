package dev.ensuregsis.engine.state;

import dev.ensuregsis.engine.spi.LockOwner;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a state file is locked.
 *
 * @param activity what the lock says its owner runs, like {@code create}; null: the script's name
 * @param lockPolicy what to do while another works on the file
 * @param longestWait how long a turn is waited for under the policies that wait; positive
 * @param whenWaiting is told once, on the waiting thread, that a turn is waited for, and whose it is if that can be read
 */
public record StateOptions(
        @Nullable String activity,
        LockPolicy lockPolicy,
        Duration longestWait,
        Consumer<Optional<LockOwner>> whenWaiting) {

    /** Refuses a second run; a policy that waits does so for an hour; nobody is told of waiting. */
    public static final StateOptions DEFAULT =
            new StateOptions(null, LockPolicy.REFUSE, Duration.ofHours(1), owner -> {});

    /**
     * Checks the wait.
     *
     * @throws IllegalArgumentException if it isn't positive
     */
    public StateOptions {
        if (longestWait.isNegative() || longestWait.isZero()) {
            throw new IllegalArgumentException("longestWait must be positive, not " + longestWait);
        }
    }

    /**
     * Names what runs.
     *
     * @param what like {@code create}
     * @return options with that
     */
    public StateOptions withActivity(String what) {
        return new StateOptions(what, lockPolicy, longestWait, whenWaiting);
    }

    /**
     * Sets the policy.
     *
     * @param policy what to do while another works on the file
     * @return options with that
     */
    public StateOptions withLockPolicy(LockPolicy policy) {
        return new StateOptions(activity, policy, longestWait, whenWaiting);
    }

    /**
     * Sets how long to wait.
     *
     * @param longest positive
     * @return options with that
     */
    public StateOptions withLongestWait(Duration longest) {
        return new StateOptions(activity, lockPolicy, longest, whenWaiting);
    }

    /**
     * Sets who is told of waiting.
     *
     * @param listener told once, on the waiting thread; empty if the owner can't be read
     * @return options with that
     */
    public StateOptions withWaitingListener(Consumer<Optional<LockOwner>> listener) {
        return new StateOptions(activity, lockPolicy, longestWait, listener);
    }
}
