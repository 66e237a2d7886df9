package dev.ensuregsis.engine.internal.state;

import dev.ensuregsis.engine.spi.LockOwner;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What to do while another works on a state file.
 *
 * @param activity what the lock says its owner runs
 * @param locks whether there is a lock at all
 * @param withinJvm how long to wait for another session of this JVM; zero for not at all
 * @param betweenProcesses how long to wait for another process; zero for not at all
 * @param whenWaiting is told once, on the waiting thread, whose turn is waited for, if that can be read
 */
public record LockRules(
        String activity,
        boolean locks,
        Duration withinJvm,
        Duration betweenProcesses,
        Consumer<Optional<LockOwner>> whenWaiting) {

    /** These, but refusing at once. */
    LockRules withoutWaiting() {
        return new LockRules(activity, locks, Duration.ZERO, Duration.ZERO, whenWaiting);
    }
}
