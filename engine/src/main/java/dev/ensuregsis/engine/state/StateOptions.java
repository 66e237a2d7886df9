package dev.ensuregsis.engine.state;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link GsiStateManager} locks, writes and tells the time.
 *
 * @param activity what the lock says its owner runs, like {@code gsi:create}; null: the script's name
 * @param lockPolicy what to do while another process works on the file
 * @param whenWaiting is told once, on the waiting thread, that a turn is waited for, and whose it is if that can be read
 * @param disk the file system
 * @param time gives each manager the time that it runs on, which it closes
 */
public record StateOptions(
        @Nullable String activity,
        LockPolicy lockPolicy,
        Consumer<Optional<LockOwner>> whenWaiting,
        Disk disk,
        Supplier<WriterTime> time) {

    /** Refuses a second process; this machine's disk and clock; nobody is told of waiting. */
    public static final StateOptions DEFAULT =
            new StateOptions(null, LockPolicy.REFUSE, owner -> {}, Disk.LOCAL, WriterThread::new);

    /**
     * Names what runs.
     *
     * @param what like {@code gsi:create}
     * @return options with that
     */
    public StateOptions withActivity(String what) {
        return new StateOptions(what, lockPolicy, whenWaiting, disk, time);
    }

    /**
     * Sets the policy.
     *
     * @param policy what to do while another process works on the file
     * @return options with that
     */
    public StateOptions withLockPolicy(LockPolicy policy) {
        return new StateOptions(activity, policy, whenWaiting, disk, time);
    }

    /**
     * Sets who is told of waiting.
     *
     * @param listener told once, on the waiting thread; empty if the owner can't be read
     * @return options with that
     */
    public StateOptions withWaitingListener(Consumer<Optional<LockOwner>> listener) {
        return new StateOptions(activity, lockPolicy, listener, disk, time);
    }

    /**
     * Sets the file system.
     *
     * @param fileSystem where the file lies; {@link LockPolicy#NONE} goes with any but {@link Disk#LOCAL}
     * @return options with that
     */
    public StateOptions withDisk(Disk fileSystem) {
        return new StateOptions(activity, lockPolicy, whenWaiting, fileSystem, time);
    }

    /**
     * Sets the time.
     *
     * @param newTime gives each manager the time that it runs on
     * @return options with that
     */
    public StateOptions withTime(Supplier<WriterTime> newTime) {
        return new StateOptions(activity, lockPolicy, whenWaiting, disk, newTime);
    }
}
