package dev.ensuregsis.engine.internal.state;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.spi.GsiEntry;
import dev.ensuregsis.engine.spi.StateContents;
import dev.ensuregsis.engine.spi.StateException;
import dev.ensuregsis.engine.spi.StateSession;
import dev.ensuregsis.engine.spi.StoredState;
import dev.ensuregsis.engine.spi.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One run's work on its state file: taken under the lock, written whole by one writer, put away at the end. */
final class FileStateSession implements StateSession {
    private final StateFile file;
    private final StateLock.Held held;
    private final WriterTime time;
    private final String scriptName;
    private final BackgroundWriter writer;
    private final StoredState found;
    private final @Nullable Path putAside;

    /** Guarded by itself, like the four below. */
    private final Map<IndexId, StateDocument.Entry> entries = new LinkedHashMap<>();

    private StateDocument base;
    private Target target;

    /** There is a file, or will be when the writer has written. */
    private boolean kept;

    private Openness openness = Openness.OPEN;
    private final AtomicBoolean letGo = new AtomicBoolean();

    private final CompletableFuture<StateException> lost = new CompletableFuture<>();

    FileStateSession(StateFile file, StateLock.Held held, WriterTime time, String scriptName, Target wanted) {
        this.file = file;
        this.held = held;
        this.time = time;
        this.scriptName = scriptName;
        this.writer = new BackgroundWriter(time, () -> file.save(snapshot()), this::notWritten);
        var reading = file.read();
        this.found = reading.stored(place(), file.hasLeftover());
        this.base = reading.document().orElseGet(() -> StateDocument.fresh(scriptName, now()));
        base.target().conflictWith(wanted).ifPresent(conflict -> {
            throw new StateException.OtherTarget(place(), conflict);
        });
        this.target = base.target();
        this.kept = reading.document().isPresent();
        base.entries().forEach(entry -> entries.put(entry.gsi().id(), entry));
        try {
            this.putAside = reading instanceof Reading.Damaged ? file.putAside(time.now()) : null;
            file.removeLeftover();
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    private String place() {
        return file.path().toString();
    }

    @Override
    public StoredState found() {
        return found;
    }

    @Override
    public void begin(Target about, Collection<GsiEntry> known) {
        synchronized (entries) {
            target = about.orElse(target);
            known.forEach(this::put);
        }
    }

    @Override
    public CompletionStage<Void> write(GsiEntry entry) {
        return change(() -> put(entry));
    }

    @Override
    public CompletionStage<Void> forget(IndexId id) {
        return change(() -> entries.remove(id));
    }

    private CompletionStage<Void> change(Runnable change) {
        synchronized (entries) {
            openness.refuseUnlessOpen();
            try {
                writer.check();
            } catch (IOException e) {
                throw notWritten(e);
            }
            change.run();
            kept = true;
            return writer.changed();
        }
    }

    private StateException notWritten(IOException problem) {
        return new StateException.NotWritten(place(), problem);
    }

    private void put(GsiEntry entry) {
        entries.merge(
                entry.id(),
                new StateDocument.Entry(entry, UnknownFields.NONE),
                (known, fresh) -> new StateDocument.Entry(entry, known.unknown()));
    }

    private StateDocument snapshot() {
        synchronized (entries) {
            return base.with(now(), target, List.copyOf(entries.values()));
        }
    }

    @Override
    public CompletionStage<StateException> lost() {
        // The operating system keeps the lock for as long as the process lives.
        return lost;
    }

    @Override
    public Optional<String> putAside() {
        return Optional.ofNullable(putAside).map(Path::toString);
    }

    @Override
    public boolean isKept() {
        synchronized (entries) {
            return kept;
        }
    }

    @Override
    public void flush() {
        try {
            writer.flush();
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    @Override
    public Optional<String> archive() {
        if (!isKept()) {
            return Optional.empty();
        }
        flush();
        try {
            var archive = file.archive(time.now());
            synchronized (entries) {
                kept = false;
                entries.clear();
                base = StateDocument.fresh(scriptName, now());
                target = Target.UNKNOWN;
            }
            return Optional.of(archive.toString());
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    @Override
    public void replace(StateContents contents) {
        synchronized (entries) {
            openness.refuseUnlessOpen();
        }
        try {
            if (isKept()) {
                flush();
                file.archive(time.now());
            }
            synchronized (entries) {
                entries.clear();
                base = new StateDocument(
                        scriptName,
                        contents.createdAt(),
                        now(),
                        target,
                        List.of(),
                        UnknownFields.NONE,
                        UnknownFields.NONE);
                contents.entries().values().forEach(this::put);
                kept = true;
            }
            file.save(snapshot());
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    /** The lock stays, and ends with the process. */
    void seal() {
        synchronized (entries) {
            openness = Openness.SEALED;
        }
        flush();
    }

    @Override
    public void close() {
        synchronized (entries) {
            openness = openness.closed();
        }
        if (letGo.getAndSet(true)) {
            // The lock may be another's by now.
            return;
        }
        Closing.all(writer::close, this::flush, held::release);
    }

    private Instant now() {
        return time.now().truncatedTo(ChronoUnit.SECONDS);
    }
}
