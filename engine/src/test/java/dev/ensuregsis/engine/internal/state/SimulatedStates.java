package dev.ensuregsis.engine.internal.state;

import dev.ensuregsis.engine.spi.Disk;
import dev.ensuregsis.engine.state.GsiStateManager;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;

/** Managers on a disk and a time that a test brings. */
public final class SimulatedStates {
    private SimulatedStates() {}

    /** On a disk that nobody else can see, so without a lock. */
    public static GsiStateManager manager(String scriptName, Path directory, Disk disk, Supplier<WriterTime> time) {
        return manager(scriptName, directory, disk, time, false);
    }

    /** On a disk that nobody else can see, in real time. */
    public static GsiStateManager manager(String scriptName, Path directory, Disk disk) {
        return manager(scriptName, directory, disk, WriterThread::new);
    }

    /** On this machine's disk, with its lock. */
    public static GsiStateManager manager(String scriptName, Path directory, Supplier<WriterTime> time) {
        return manager(scriptName, directory, Disk.LOCAL, time, true);
    }

    private static GsiStateManager manager(
            String scriptName, Path directory, Disk disk, Supplier<WriterTime> time, boolean locks) {
        var rules = new LockRules(scriptName, locks, Duration.ZERO, Duration.ZERO, owner -> {});
        var store = new FileStateStore(scriptName, new StateFile(directory, disk), rules, time);
        return new GsiStateManager(scriptName, store, () -> time.get().now());
    }
}
