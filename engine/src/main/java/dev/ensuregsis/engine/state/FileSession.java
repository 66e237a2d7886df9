package dev.ensuregsis.engine.state;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One manager's work on its state file: looked at without a lock, opened under the lock at the first change, written by
 * one writer, put away at the end.
 */
final class FileSession {
    private final StateFile file;
    private final StateLock lock;
    private final WriterTime time;
    private final BackgroundWriter writer;
    private final Reading found;
    private final boolean leftover;
    private final ReentrantLock opening = new ReentrantLock();

    private StateLock.@Nullable Held held;
    private volatile boolean open;
    /** There is a file, or will be when the writer has written. */
    private volatile boolean recorded;

    private volatile @Nullable Path putAside;

    FileSession(StateFile file, StateLock lock, WriterTime time, Supplier<StateDocument> snapshot) {
        this.file = file;
        this.lock = lock;
        this.time = time;
        this.writer = new BackgroundWriter(time, () -> file.save(snapshot.get()));
        this.found = file.read();
        this.leftover = file.hasLeftover();
        if (found instanceof Reading.OtherVersion other) {
            throw new StateException.OtherVersion(file.path(), other.version());
        }
        this.recorded = found instanceof Reading.Whole;
    }

    Path path() {
        return file.path();
    }

    Reading found() {
        return found;
    }

    Optional<Path> putAside() {
        return Optional.ofNullable(putAside);
    }

    Optional<LoadedState> loaded() {
        if (found instanceof Reading.Whole whole) {
            return Optional.of(LoadedState.Resumed.of(path(), whole.document()));
        }
        return found instanceof Reading.Damaged damage
                ? Optional.of(new LoadedState.Damaged(path(), damage.reason(), damage.line(), damage.column()))
                : Optional.empty();
    }

    /**
     * Whether the file must be opened before an index is put into a status. A call is announced only by who holds the
     * lock. Where there is no file, what is ACTIVE makes none. What a run that died left behind is cleared by any
     * update.
     */
    boolean mustOpenFor(GsiStatus status, boolean same) {
        if (open) {
            return false;
        }
        return switch (status) {
            case IN_PROGRESS -> true;
            case ACTIVE -> leftover || found instanceof Reading.Damaged || (recorded && !same);
            case PENDING, FAILED -> leftover || found instanceof Reading.Damaged || !same;
        };
    }

    /** Hands a change to the writer; false if it stays in memory. */
    boolean write(GsiStatus status) {
        if (!recorded && status == GsiStatus.ACTIVE) {
            return false;
        }
        recorded = true;
        writer.changed();
        return true;
    }

    /** Whether there is a whole file, or will be. */
    boolean isRecorded() {
        return recorded;
    }

    /** Whether there is something to put away, or aside. */
    boolean isAnythingThere() {
        return recorded || (!open && found instanceof Reading.Damaged);
    }

    /** What to go on from when the file has been opened. */
    interface Opened {
        /**
         * The file may have changed since it was looked at.
         *
         * @throws StateException if this run can't go on from it
         */
        void goOnFrom(Reading reading);
    }

    /** Takes the lock and looks again, once; later calls do nothing. */
    void open(Opened opened) {
        if (open) {
            return;
        }
        opening.lock();
        try {
            if (!open) {
                file.makeDirectory();
                var taken = lock.take(file.path(), file.lock());
                try {
                    openLocked(opened);
                    held = taken;
                    open = true;
                } finally {
                    if (!open) {
                        taken.release();
                    }
                }
            }
        } catch (IOException e) {
            throw new StateException.NotWritten(file.path(), e);
        } finally {
            opening.unlock();
        }
    }

    private void openLocked(Opened opened) throws IOException {
        var now = file.read();
        opened.goOnFrom(now);
        recorded = now instanceof Reading.Whole;
        if (now instanceof Reading.Damaged) {
            putAside = file.putAside(time.now());
        }
        file.removeLeftover();
    }

    void check() {
        try {
            writer.check();
        } catch (IOException e) {
            throw new StateException.NotWritten(file.path(), e);
        }
    }

    void flush() {
        try {
            writer.flush();
        } catch (IOException e) {
            throw new StateException.NotWritten(file.path(), e);
        }
    }

    /** Puts the file away, if there is one. The session is open. */
    Optional<Path> archive() {
        if (!recorded) {
            return Optional.empty();
        }
        flush();
        try {
            var archive = file.archive(time.now());
            recorded = false;
            return Optional.of(archive);
        } catch (IOException e) {
            throw new StateException.NotWritten(file.path(), e);
        }
    }

    void close() {
        opening.lock();
        try {
            writer.close();
            writer.flush();
        } catch (IOException e) {
            throw new StateException.NotWritten(file.path(), e);
        } finally {
            if (held != null) {
                held.release();
                held = null;
            }
            opening.unlock();
        }
    }
}
