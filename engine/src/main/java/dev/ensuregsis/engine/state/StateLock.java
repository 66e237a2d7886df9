package dev.ensuregsis.engine.state;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.FileLockInterruptionException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The lock on a state file: held on a file of its own by the operating system, which drops it however the process ends.
 * Its owner's name stands in that file. The file stays: to delete it would let two processes lock two files of one
 * name.
 */
final class StateLock {
    /** Beyond the owner's name, so that others can read that where locks are mandatory. */
    private static final long LOCKED_BYTE = Integer.MAX_VALUE;

    private static final long PAUSE_MILLIS = 20;
    private static final int READS_OF_OWNER = 10;
    private static final int LONGEST_OWNER = 1 << 16;

    private final LockPolicy policy;
    private final Supplier<LockOwner> owner;
    private final Consumer<Optional<LockOwner>> waiting;

    StateLock(LockPolicy policy, Supplier<LockOwner> owner, Consumer<Optional<LockOwner>> waiting) {
        this.policy = policy;
        this.owner = owner;
        this.waiting = waiting;
    }

    static StateLock of(StateOptions options, String scriptName, WriterTime time) {
        var activity = options.activity() == null ? scriptName : options.activity();
        return new StateLock(
                options.lockPolicy(), () -> LockOwner.thisProcess(activity, time.now()), options.whenWaiting());
    }

    /** Ends a lock. */
    @FunctionalInterface
    interface Held {
        void release();
    }

    /**
     * Takes the lock of a state file.
     *
     * @throws StateException.Locked if another holds it and the policy is not to wait
     * @throws StateException.Interrupted if the thread is interrupted while it waits
     * @throws IOException if the lock file can't be made or written
     */
    Held take(Path stateFile, Path lockFile) throws IOException {
        if (policy == LockPolicy.NONE) {
            return () -> {};
        }
        var name = owner.get();
        try {
            var turn = JvmTurn.take(realPath(lockFile), name, waiting);
            try {
                var process = takeFromOtherProcesses(stateFile, lockFile, name);
                return () -> {
                    try {
                        process.release();
                    } finally {
                        turn.end();
                    }
                };
            } catch (IOException | InterruptedException | RuntimeException | Error e) {
                turn.end();
                throw e;
            }
        } catch (InterruptedException | FileLockInterruptionException e) {
            Thread.currentThread().interrupt();
            throw new StateException.Interrupted(stateFile);
        } catch (JvmTurn.OwnTurn e) {
            throw new StateException.Locked(stateFile, name);
        }
    }

    /** One name for one file, whatever links lead to it. */
    private static Path realPath(Path lockFile) throws IOException {
        var directory = lockFile.getParent();
        return directory == null ? lockFile : directory.toRealPath().resolve(lockFile.getFileName());
    }

    private Held takeFromOtherProcesses(Path stateFile, Path lockFile, LockOwner name)
            throws IOException, InterruptedException {
        var open = new RandomAccessFile(lockFile.toFile(), "rw");
        try {
            var lock = tryLock(open);
            if (lock == null) {
                var holder = readOwner(open);
                if (policy == LockPolicy.REFUSE) {
                    throw new StateException.Locked(stateFile, holder.orElse(null));
                }
                waiting.accept(holder);
                open.getChannel().lock(LOCKED_BYTE, 1, false);
            }
            open.setLength(0);
            open.write(name.json().getBytes(StandardCharsets.UTF_8));
            return () -> release(open);
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            open.close();
            throw e;
        }
    }

    /** Null if another process holds it. */
    private static @Nullable FileLock tryLock(RandomAccessFile open) throws IOException, InterruptedException {
        while (true) {
            try {
                return open.getChannel().tryLock(LOCKED_BYTE, 1, false);
            } catch (OverlappingFileLockException e) {
                // Someone reset the system properties while a manager of this JVM had its turn. To close the file now
                // would drop that manager's lock.
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        }
    }

    /** Read again for a moment where it is empty, half written or of a process that has ended: a new owner is writing. */
    private static Optional<LockOwner> readOwner(RandomAccessFile open) throws IOException, InterruptedException {
        var bytes = new byte[LONGEST_OWNER];
        var read = Optional.<LockOwner>empty();
        for (int i = 0; i < READS_OF_OWNER; i++) {
            open.seek(0);
            int length = Math.max(0, open.read(bytes));
            read = LockOwner.parse(new String(bytes, 0, length, StandardCharsets.UTF_8));
            if (read.filter(LockOwner::mayBeAlive).isPresent()) {
                return read;
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        return read;
    }

    private static void release(RandomAccessFile open) {
        try (open) {
            open.setLength(0);
        } catch (IOException e) {
            // The lock ends with the file's being closed; a name that stays behind is written over by the next owner.
        }
    }
}
