package dev.ensuregsis.engine.internal.state;

import dev.ensuregsis.engine.spi.EndedRun;
import dev.ensuregsis.engine.spi.LockOwner;
import dev.ensuregsis.engine.spi.StateException;
import dev.ensuregsis.engine.spi.StateSession;
import dev.ensuregsis.engine.spi.StateStore;
import dev.ensuregsis.engine.spi.StoredState;
import dev.ensuregsis.engine.spi.Target;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** State in {@code .gsi_creation_state.json} of a directory, under a lock of its own while it is open. */
public final class FileStateStore implements StateStore {
    private final String scriptName;
    private final StateFile file;
    private final LockRules lockRules;
    private final Supplier<WriterTime> time;

    private @Nullable FileStateSession session;
    private boolean sealed;

    /**
     * A store in a directory, on this machine's disk and clock.
     *
     * @param scriptName who runs; recorded in a new file
     * @param file the file
     * @param lockRules what to do while another works on it
     */
    public FileStateStore(String scriptName, StateFile file, LockRules lockRules) {
        this(scriptName, file, lockRules, WriterThread::new);
    }

    /**
     * The same in another time.
     *
     * @param scriptName who runs; recorded in a new file
     * @param file the file
     * @param lockRules what to do while another works on it
     * @param time gives each session the time that it runs on, which it closes
     */
    public FileStateStore(String scriptName, StateFile file, LockRules lockRules, Supplier<WriterTime> time) {
        this.scriptName = scriptName;
        this.file = file;
        this.lockRules = lockRules;
        this.time = time;
    }

    @Override
    public String scriptName() {
        return scriptName;
    }

    @Override
    public String place() {
        return file.path().toString();
    }

    @Override
    public StoredState read(Target target) {
        return file.read().stored(place(), file.hasLeftover());
    }

    /** Waits for its turn without holding this store's own lock: {@link #seal} must not wait for it. */
    @Override
    public StateSession open(Target target, boolean mayWait) {
        refuseSealed();
        var sessionTime = time.get();
        try {
            return open(target, mayWait, sessionTime);
        } catch (RuntimeException | Error e) {
            Closing.after(e, sessionTime::close);
            throw e;
        }
    }

    private StateSession open(Target target, boolean mayWait, WriterTime sessionTime) {
        var owner = LockOwner.thisProcess(lockRules.activity(), sessionTime.now());
        var taken = new StateLock(mayWait ? lockRules : lockRules.withoutWaiting(), owner).take(file);
        try {
            var began = new FileStateSession(file, taken, sessionTime, scriptName, target);
            begin(began);
            return began;
        } catch (RuntimeException | Error e) {
            Closing.after(e, taken::release);
            throw e;
        }
    }

    private synchronized void begin(FileStateSession began) {
        refuseSealed();
        session = began;
    }

    private synchronized void refuseSealed() {
        if (sealed) {
            throw new StateException.Sealed();
        }
    }

    @Override
    public List<EndedRun> history(Target target, int most) {
        return file.history(most);
    }

    @Override
    public void seal() {
        var open = current(true);
        if (open != null) {
            open.seal();
        }
    }

    @Override
    public void close() {
        var open = current(false);
        if (open != null) {
            open.close();
        }
    }

    private synchronized @Nullable FileStateSession current(boolean seal) {
        sealed |= seal;
        return session;
    }

    @Override
    public String toString() {
        return scriptName + " in " + place();
    }
}
