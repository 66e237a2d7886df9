package dev.ensuregsis.engine.internal.statetable;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.internal.state.Openness;
import dev.ensuregsis.engine.spi.EndedRun;
import dev.ensuregsis.engine.spi.GsiEntry;
import dev.ensuregsis.engine.spi.LockOwner;
import dev.ensuregsis.engine.spi.StateContents;
import dev.ensuregsis.engine.spi.StateException;
import dev.ensuregsis.engine.spi.StateSession;
import dev.ensuregsis.engine.spi.StoredState;
import dev.ensuregsis.engine.spi.Target;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** One run's work on its state in a table, under its lease: each transition is one request, and the keeper makes it. */
final class TableStateSession implements StateSession {
    /** As many items as one transaction takes beside the check of the lease. */
    private static final int ITEMS_AT_ONCE = 99;

    private static final Duration PATIENT = Duration.ofHours(2);
    private static final Duration AT_THE_END = Duration.ofSeconds(10);
    private static final Duration WHILE_THE_PROCESS_ENDS = Duration.ofSeconds(5);

    private final TablePlace place;
    private final TableTime time;
    private final LeaseKeeper keeper;
    private final LeaseTaking.Taken taken;
    private final StoredState found;

    /** Guarded by this, like all below: when each entry was first recorded. */
    private final Map<IndexId, Instant> createdAt = new HashMap<>();

    private final RunSoFar run;
    private long number;
    private Openness openness = Openness.OPEN;
    private boolean released;
    private boolean toldHowItEnded;

    TableStateSession(
            TablePlace place, TableTime time, LeaseKeeper keeper, LeaseTaking.Taken taken, StoredTable stored) {
        this.place = place;
        this.time = time;
        this.keeper = keeper;
        this.taken = taken;
        this.found = stored.state();
        this.run = new RunSoFar(now());
        stored.entries().forEach(entry -> createdAt.put(entry.id(), entry.createdAt()));
        stored.entries().stream()
                .filter(entry -> entry.updatedAt().isBefore(Expiry.refreshBefore(now())))
                .forEach(entry -> write(entry.gsi()));
    }

    @Override
    public StoredState found() {
        return found;
    }

    /** The target is in the key, and what was never attempted has no item. */
    @Override
    public synchronized void begin(Target about, Collection<GsiEntry> entries) {
        run.begins(entries);
    }

    @Override
    public CompletionStage<Void> write(GsiEntry entry) {
        StoredEntry stored;
        synchronized (this) {
            refuseIfClosed();
            stored = stored(entry, now());
            run.recorded(entry);
        }
        return hand(stored);
    }

    /** What is dropped stays as a mark, which goes with its generation or its time. */
    @Override
    public CompletionStage<Void> forget(IndexId id) {
        StoredEntry mark;
        synchronized (this) {
            refuseIfClosed();
            createdAt.remove(id);
            run.dropped(id);
            mark = new StoredEntry(GsiEntry.pending(id, null, null), now(), now(), ++number, true);
        }
        return hand(mark);
    }

    private StoredEntry stored(GsiEntry entry, Instant created) {
        var now = now();
        var first = createdAt.merge(entry.id(), created, (known, fresh) -> known);
        return new StoredEntry(entry, first, now, ++number, false);
    }

    private CompletableFuture<Void> hand(StoredEntry stored) {
        return hand((requests, head, token) -> requests.write(head.key(), head.generation(), token, List.of(stored)));
    }

    private CompletableFuture<Void> hand(Task.Writing writing) {
        var done = new CompletableFuture<Void>();
        keeper.hand(new Task.Write(writing, done));
        return done;
    }

    private void refuseIfClosed() {
        keeper.loss().refuse();
        openness.refuseUnlessOpen();
    }

    @Override
    public CompletionStage<StateException> lost() {
        return keeper.loss().told();
    }

    @Override
    public CompletionStage<Void> clearance() {
        return keeper.clearance();
    }

    @Override
    public boolean mayChange() {
        synchronized (this) {
            if (openness != Openness.OPEN) {
                return false;
            }
        }
        return keeper.isSure();
    }

    @Override
    public Optional<LockOwner> takenOverFrom() {
        return Optional.ofNullable(taken.from());
    }

    @Override
    public Optional<String> putAside() {
        return Optional.empty();
    }

    @Override
    public synchronized boolean isKept() {
        return !createdAt.isEmpty();
    }

    @Override
    public void flush() {
        flushWithin(PATIENT);
    }

    @Override
    public void flushWithin(Duration longest) {
        if (!await(longest)) {
            throw new StateException.OutOfReach(
                    place.text(), "it didn't answer for " + longest.toSeconds() + " s, and not everything is recorded");
        }
        keeper.loss().refuse();
    }

    private boolean await(Duration longest) {
        try {
            return keeper.awaitAll(longest);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StateException.Interrupted(place.text());
        }
    }

    @Override
    public Optional<String> archive() {
        return archiveWithin(PATIENT);
    }

    @Override
    public Optional<String> archiveWithin(Duration longest) {
        synchronized (this) {
            refuseIfClosed();
            if (createdAt.isEmpty()) {
                return Optional.empty();
            }
            createdAt.clear();
        }
        var generation = taken.head().generation();
        var next = time.draw();
        keeper.hand(new Task.Change(head -> head.moved(next), new CompletableFuture<>()));
        flushWithin(longest);
        return Optional.of(place.text() + ", generation " + generation);
    }

    @Override
    public void replace(StateContents contents) {
        var next = time.draw();
        var all = new ArrayList<StoredEntry>();
        synchronized (this) {
            refuseIfClosed();
            createdAt.clear();
            contents.entries().values().forEach(entry -> all.add(stored(entry, contents.createdAt())));
        }
        for (int i = 0; i < all.size(); i += ITEMS_AT_ONCE) {
            var some = all.subList(i, Math.min(all.size(), i + ITEMS_AT_ONCE));
            keeper.hand(new Task.Write(
                    (requests, head, token) -> requests.write(head.key(), next, token, some),
                    new CompletableFuture<>()));
        }
        keeper.hand(new Task.Change(head -> head.moved(next), new CompletableFuture<>()));
        flush();
    }

    /** What {@link #seal} has said, as it can wait for no run, stands. */
    @Override
    public synchronized void ended(EndedRun run) {
        if (openness == Openness.OPEN) {
            tell(run);
        }
    }

    private void tell(EndedRun run) {
        toldHowItEnded = true;
        var lease = taken.head().lease();
        var told = new EndedRun(
                run.startedAt(),
                run.endedAt(),
                lease == null ? null : lease.owner(),
                run.ending(),
                run.summary(),
                run.created(),
                run.failed());
        keeper.hand(new Task.Write(
                (requests, head, token) -> requests.write(head.key(), token, told), new CompletableFuture<>()));
    }

    /**
     * What is begun no more; what was announced is kept, how the run ended too, and the lease is given back, as long as there
     * is time.
     */
    void seal() {
        synchronized (this) {
            if (openness == Openness.OPEN && !toldHowItEnded) {
                run.interrupted(now()).ifPresent(this::tell);
            }
            openness = Openness.SEALED;
        }
        release(WHILE_THE_PROCESS_ENDS);
    }

    @Override
    public void close() {
        release(AT_THE_END);
    }

    private void release(Duration longest) {
        synchronized (this) {
            openness = openness.closed();
            if (released) {
                return;
            }
            released = true;
        }
        var lost = keeper.loss().told().toCompletableFuture();
        var done = new CompletableFuture<Void>();
        if (!lost.isDone()) {
            keeper.hand(new Task.Change(Head::released, done));
        }
        try {
            if (!await(longest) && !lost.isDone()) {
                throw new StateException.OutOfReach(
                        place.text(),
                        "it didn't answer for " + longest.toSeconds()
                                + " s at the end. Not everything is recorded, and the lease stands still until it is over");
            }
        } finally {
            keeper.end();
        }
        if (done.isCompletedExceptionally()) {
            keeper.loss().refuseUnheard();
        }
    }

    private Instant now() {
        return time.now().truncatedTo(ChronoUnit.SECONDS);
    }

    /** What was found, in both forms. */
    record StoredTable(StoredState state, List<StoredEntry> entries) {}
}
