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
        target.conflictWith(about).ifPresent(conflict -> {
            throw new StateException.OtherTarget(PLACE, conflict);
        });
        return new Session(read(about));
    }

    private void refuseSealed() {
        if (sealed) {
            throw new StateException.Closed();
        }
    }

    @Override
    public synchronized void seal() {
        sealed = true;
    }

    @Override
    public void close() {}

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private final class Session implements StateSession {
        private final StoredState found;
        private boolean closed;

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
                target = about.orElse(target);
                known.forEach(entry -> entries.put(entry.id(), entry));
            }
        }

        @Override
        public CompletionStage<Void> write(GsiEntry entry) {
            synchronized (InMemoryStateStore.this) {
                refuseSealed();
                if (closed) {
                    throw new StateException.Closed();
                }
                entries.put(entry.id(), entry);
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
                target = Target.UNKNOWN;
                return Optional.empty();
            }
        }

        @Override
        public void close() {
            synchronized (InMemoryStateStore.this) {
                closed = true;
            }
        }
    }
}
