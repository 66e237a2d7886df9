package dev.ensuregsis.engine.internal.state;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.spi.GsiEntry;
import dev.ensuregsis.engine.spi.GsiStatus;
import dev.ensuregsis.engine.spi.StateContents;
import dev.ensuregsis.engine.spi.StateException;
import dev.ensuregsis.engine.spi.StateSession;
import dev.ensuregsis.engine.spi.StoredState;
import dev.ensuregsis.engine.spi.Target;
import dev.ensuregsis.engine.spi.Undertaking;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One run's, or one manager's, hand in a state: what is known of each index, and what was changed. It is kept here until a
 * session is there to write it to. Blocks for nothing. Not thread-safe.
 */
public final class StateBook {
    /** Whether opening the store mends something, so that it is worth while for its own sake. */
    private static final StoredState.Cases<Boolean> TO_MEND = new StoredState.Cases<>() {
        @Override
        public Boolean nothing(StoredState.Nothing nothing) {
            return nothing.untidy();
        }

        @Override
        public Boolean kept(StoredState.Kept kept) {
            return kept.untidy();
        }

        @Override
        public Boolean damaged(StoredState.Damaged damaged) {
            return true;
        }

        @Override
        public Boolean accountFirst(StoredState.AccountFirst accountFirst) {
            return false;
        }
    };

    private final String place;
    private final Ledger ledger;
    private final Map<IndexId, GsiEntry> unwritten = new LinkedHashMap<>();
    private final Set<IndexId> forgotten = new LinkedHashSet<>();
    private StoredState found;
    private Target target;
    private @Nullable StateSession session;

    /**
     * Begins with what a look found.
     *
     * @param place the store's, for messages
     * @param scriptName who goes on with it
     * @param found what is kept
     */
    public StateBook(String place, String scriptName, StoredState found) {
        this.place = place;
        this.found = found;
        this.ledger = new Ledger(found, scriptName);
        this.target = targetOf(found);
    }

    /**
     * The entries.
     *
     * @return the ledger, to read and to define
     */
    public Ledger ledger() {
        return ledger;
    }

    /**
     * What was kept at the last look.
     *
     * @return as the store said it
     */
    public StoredState found() {
        return found;
    }

    /**
     * The DynamoDB that this is about.
     *
     * @return as far as it is known
     */
    public Target target() {
        return target;
    }

    /**
     * Says which DynamoDB this is about; parts that are null stay as they are.
     *
     * @param about the target
     * @throws StateException.OtherTarget if what is kept is about another
     */
    public void about(Target about) {
        target.conflictWith(about).ifPresent(conflict -> {
            throw new StateException.OtherTarget(place, conflict);
        });
        target = about.orElse(target);
    }

    /**
     * The session, once there is one.
     *
     * @return the session; null before {@link #opened}
     */
    public @Nullable StateSession session() {
        return session;
    }

    /**
     * Whether a session is needed before an index is put into a status. A call is announced only by who has the state.
     * Where nothing is kept, what is ACTIVE needs nothing to be kept either.
     *
     * @param known the entry so far
     * @param changed the entry from now on
     * @return true if so
     */
    public boolean needsSessionFor(GsiEntry known, GsiEntry changed) {
        return session == null && isForTheRecord(changed, changed.equals(known));
    }

    private boolean isForTheRecord(GsiEntry changed, boolean same) {
        var mend = found.match(TO_MEND);
        return switch (changed.status()) {
            case IN_PROGRESS -> true;
            case ACTIVE -> isAnnounced(changed) || mend || (found.contents().isPresent() && !same);
            case PENDING, FAILED -> mend || !same;
        };
    }

    /** Something was begun, or is not over: it has to be found again. */
    private static boolean isAnnounced(GsiEntry entry) {
        return entry.status() != GsiStatus.ACTIVE || !entry.undertaking().equals(Undertaking.NONE);
    }

    /**
     * Drops an entry: the index is gone for good.
     *
     * @param id which
     * @throws StateException if the state can't be kept; nothing was changed
     */
    @SuppressWarnings("FutureReturnValueIgnored")
    public void forget(IndexId id) {
        unwritten.remove(id);
        ledger.remove(id);
        if (session == null) {
            forgotten.add(id);
        } else if (session.isKept()) {
            session.forget(id);
        }
    }

    /**
     * Takes a change, and writes it if there is a session.
     *
     * @param known the entry so far
     * @param changed the entry from now on
     * @throws StateException if the state can't be kept; nothing was changed
     */
    public void change(GsiEntry known, GsiEntry changed) {
        if (changed.equals(known)) {
            return;
        }
        if (session != null && (session.isKept() || isAnnounced(changed))) {
            write(session, changed);
        } else {
            unwritten.put(changed.id(), changed);
            forgotten.remove(changed.id());
        }
        ledger.put(changed);
    }

    /**
     * Goes on in a session. Another run may have changed what is kept since the last look; what was changed here stands, but
     * for what that one has begun.
     *
     * @param opened the session
     */
    public void opened(StateSession opened) {
        session = opened;
        var hadToBeWritten = unwritten.values().stream().anyMatch(entry -> isForTheRecord(entry, false));
        var before = found;
        found = opened.found();
        unwritten.replaceAll((id, entry) -> besidesWhatOthersBegan(entry, before));
        about(targetOf(found));
        ledger.rebase(found, unwritten.values());
        forgotten.forEach(ledger::remove);
        opened.begin(target, ledger.all());
        if (found.contents().isPresent()) {
            List.copyOf(forgotten).forEach(this::forget);
        }
        if (hadToBeWritten || found.contents().isPresent()) {
            var toWrite = List.copyOf(unwritten.values());
            unwritten.clear();
            toWrite.forEach(entry -> write(opened, entry));
        }
    }

    /** What another run has begun with an index since the last look is not over, as nothing that was seen before tells of it. */
    private GsiEntry besidesWhatOthersBegan(GsiEntry changed, StoredState before) {
        var begun = undertaking(found, changed.id());
        return begun.equals(undertaking(before, changed.id())) ? changed : changed.with(begun);
    }

    private static Undertaking undertaking(StoredState stored, IndexId id) {
        return stored.contents()
                .flatMap(contents -> contents.entry(id))
                .map(GsiEntry::undertaking)
                .orElse(Undertaking.NONE);
    }

    /** When it will outlast a crash is for those to ask who wait for it. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private static void write(StateSession session, GsiEntry entry) {
        session.write(entry);
    }

    /**
     * Whether something was changed that is to be kept and has not found a session yet.
     *
     * @return true if so
     */
    public boolean isWaitingForSession() {
        return session == null
                && (unwritten.values().stream().anyMatch(entry -> isForTheRecord(entry, false))
                        || forgotten.stream().anyMatch(this::isKept));
    }

    private boolean isKept(IndexId id) {
        return found.contents().flatMap(contents -> contents.entry(id)).isPresent();
    }

    /**
     * Finds an entry.
     *
     * @param id which
     * @return the entry; empty if there is none
     */
    public Optional<GsiEntry> find(IndexId id) {
        return ledger.find(id);
    }

    private static Target targetOf(StoredState found) {
        return found.contents().map(StateContents::target).orElse(Target.UNKNOWN);
    }
}
