package dev.ensuregsis.engine.internal.state;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.spi.GsiEntry;
import dev.ensuregsis.engine.spi.StateContents;
import dev.ensuregsis.engine.spi.StateException;
import dev.ensuregsis.engine.spi.StateSession;
import dev.ensuregsis.engine.spi.StateStore;
import dev.ensuregsis.engine.spi.StoredState;
import dev.ensuregsis.engine.spi.Target;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** State that lasts as long as this object: never read, written or locked elsewhere. */
public final class InMemoryStateStore implements StateStore {
    private static final String PLACE = "in memory";

    private final String scriptName;
    private final InstantSource clock;
    private final Map<IndexId, GsiEntry> entries = new LinkedHashMap<>();
    private Target target = Target.UNKNOWN;
    private Instant createdAt;
    private Instant updatedAt;
    private boolean kept;
    private boolean sealed;
    private @Nullable Session session;

    /**
     * An empty store.
     *
     * @param scriptName who runs
     */
    public InMemoryStateStore(String scriptName) {
        this(scriptName, InstantSource.system());
    }

    /**
     * An empty store in another time.
     *
     * @param scriptName who runs
     * @param clock what time it is
     */
    public InMemoryStateStore(String scriptName, InstantSource clock) {
        this.scriptName = scriptName;
        this.clock = clock;
        this.createdAt = now();
        this.updatedAt = createdAt;
    }

    @Override
    public String scriptName() {
        return scriptName;
    }

    @Override
    public String place() {
        return PLACE;
    }

    @Override
    public synchronized StoredState read(Target about) {
        return kept
                ? new StoredState.Kept(new StateContents(scriptName, createdAt, updatedAt, target, entries), false)
                : new StoredState.Nothing(false);
    }

    @Override
    public synchronized StateSession open(Target about, boolean mayWait) {
        refuseSealed();
        if (session != null) {
            throw new StateException.Locked(PLACE, null);
        }
        target.conflictWith(about).ifPresent(conflict -> {
            throw new StateException.OtherTarget(PLACE, conflict);
        });
        session = new Session(read(about));
        return session;
    }

    private void refuseSealed() {
        if (sealed) {
            throw new StateException.Sealed();
        }
    }

    @Override
    public synchronized void seal() {
        sealed = true;
    }

    @Override
    public synchronized void close() {
        if (session != null) {
            session.close();
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private final class Session implements StateSession {
        private final StoredState found;

        /** What goes with the next change: a run that writes nothing leaves nothing. */
        private final Map<IndexId, GsiEntry> begun = new LinkedHashMap<>();

        private Target beganAbout = Target.UNKNOWN;

        Session(StoredState found) {
            this.found = found;
        }

        @Override
        public StoredState found() {
            return found;
        }

        @Override
        public void begin(Target about, Collection<GsiEntry> known) {
            synchronized (InMemoryStateStore.this) {
                beganAbout = about.orElse(beganAbout);
                known.forEach(entry -> begun.put(entry.id(), entry));
            }
        }

        @Override
        public CompletionStage<Void> write(GsiEntry entry) {
            return change(() -> entries.put(entry.id(), entry));
        }

        @Override
        public CompletionStage<Void> forget(IndexId id) {
            return change(() -> entries.remove(id));
        }

        private CompletionStage<Void> change(Runnable change) {
            synchronized (InMemoryStateStore.this) {
                refuseSealed();
                if (session != this) {
                    throw new StateException.Closed();
                }
                target = beganAbout.orElse(target);
                entries.putAll(begun);
                begun.clear();
                change.run();
                createdAt = kept ? createdAt : now();
                updatedAt = now();
                kept = true;
                return CompletableFuture.completedStage(null);
            }
        }

        @Override
        public CompletionStage<StateException> lost() {
            return new CompletableFuture<>();
        }

        @Override
        public Optional<String> putAside() {
            return Optional.empty();
        }

        @Override
        public boolean isKept() {
            synchronized (InMemoryStateStore.this) {
                return kept;
            }
        }

        @Override
        public void flush() {}

        @Override
        public Optional<String> archive() {
            synchronized (InMemoryStateStore.this) {
                kept = false;
                entries.clear();
                begun.clear();
                target = Target.UNKNOWN;
                beganAbout = Target.UNKNOWN;
                return Optional.empty();
            }
        }

        @Override
        public void replace(StateContents contents) {
            synchronized (InMemoryStateStore.this) {
                entries.clear();
                begun.clear();
                entries.putAll(contents.entries());
                createdAt = contents.createdAt();
                updatedAt = contents.updatedAt();
                kept = true;
            }
        }

        @Override
        public void close() {
            synchronized (InMemoryStateStore.this) {
                session = session == this ? null : session;
            }
        }
    }
}
