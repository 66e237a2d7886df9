package dev.ensuregsis.engine.internal.state;

import dev.ensuregsis.engine.spi.LockOwner;
import dev.ensuregsis.engine.spi.StateException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
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
    private static final long PAUSE_BETWEEN_TRIES_MILLIS = 100;
    private static final int READS_OF_OWNER = 10;
    private static final int LONGEST_OWNER = 1 << 16;

    private final LockRules rules;
    private final LockOwner owner;

    StateLock(LockRules rules, LockOwner owner) {
        this.rules = rules;
        this.owner = owner;
    }

    /** Ends a lock. */
    @FunctionalInterface
    interface Held {
        void release();
    }

    /**
     * Makes the directory where it is missing, and takes the lock of the state file in it.
     *
     * @throws StateException.Locked if another holds it, for longer than is to be waited
     * @throws StateException.Interrupted if the thread is interrupted while it waits
     * @throws StateException.NotWritten if the lock file can't be made or written
     */
    Held take(StateFile state) {
        try {
            state.makeDirectory();
            return rules.locks() ? takeFromAll(state) : () -> {};
        } catch (IOException e) {
            throw new StateException.NotWritten(state.path().toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StateException.Interrupted(state.path().toString());
        }
    }

    private Held takeFromAll(StateFile state) throws IOException, InterruptedException {
        var turn = takeTurn(state);
        try {
            var process = takeFromOtherProcesses(state);
            return () -> Closing.all(process::release, turn::end);
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            Closing.after(e, turn::end);
            throw e;
        }
    }

    private JvmTurn takeTurn(StateFile state) throws IOException, InterruptedException {
        try {
            return JvmTurn.take(realPath(state.lock()), owner, rules.withinJvm(), rules.whenWaiting());
        } catch (JvmTurn.Taken e) {
            throw new StateException.Locked(state.path().toString(), e.owner());
        }
    }

    /** One name for one file, whatever links lead to it. */
    private static Path realPath(Path lockFile) throws IOException {
        var directory = lockFile.getParent();
        return directory == null ? lockFile : directory.toRealPath().resolve(lockFile.getFileName());
    }

    private Held takeFromOtherProcesses(StateFile state) throws IOException, InterruptedException {
        var open = new RandomAccessFile(state.lock().toFile(), "rw");
        try {
            if (tryLock(open) == null) {
                waitForOtherProcess(state, open);
            }
            open.setLength(0);
            open.write(LockOwnerText.of(owner).getBytes(StandardCharsets.UTF_8));
            return () -> release(open);
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            try {
                open.close();
            } catch (IOException further) {
                e.addSuppressed(further);
            }
            throw e;
        }
    }

    private void waitForOtherProcess(StateFile state, RandomAccessFile open) throws IOException, InterruptedException {
        var waiting = new Waiting(rules.betweenProcesses());
        var holder = readOwner(open);
        if (rules.betweenProcesses().isZero()) {
            throw new StateException.Locked(state.path().toString(), holder.orElse(null));
        }
        rules.whenWaiting().accept(holder);
        while (tryLock(open) == null) {
            if (waiting.isOver()) {
                throw new StateException.Locked(
                        state.path().toString(), readOwner(open).orElse(null), rules.betweenProcesses());
            }
            TimeUnit.MILLISECONDS.sleep(waiting.millis(PAUSE_BETWEEN_TRIES_MILLIS));
        }
    }

    /** Null if another process holds it. */
    private static @Nullable FileLock tryLock(RandomAccessFile open) throws IOException, InterruptedException {
        while (true) {
            try {
                return open.getChannel().tryLock(LOCKED_BYTE, 1, false);
            } catch (OverlappingFileLockException e) {
                // Someone reset the system properties while a session of this JVM had its turn. To close the file now
                // would drop that session's lock.
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
            read = LockOwnerText.parse(new String(bytes, 0, length, StandardCharsets.UTF_8));
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
