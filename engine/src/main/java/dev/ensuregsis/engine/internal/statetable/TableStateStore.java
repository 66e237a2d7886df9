package dev.ensuregsis.engine.internal.statetable;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.internal.state.Closing;
import dev.ensuregsis.engine.internal.statetable.TableStateSession.StoredTable;
import dev.ensuregsis.engine.spi.EndedRun;
import dev.ensuregsis.engine.spi.LockOwner;
import dev.ensuregsis.engine.spi.StateContents;
import dev.ensuregsis.engine.spi.StateException;
import dev.ensuregsis.engine.spi.StateSession;
import dev.ensuregsis.engine.spi.StateStore;
import dev.ensuregsis.engine.spi.StoredState;
import dev.ensuregsis.engine.spi.Target;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** State in a DynamoDB table, under a lease while it is open. */
public final class TableStateStore implements StateStore {
    private final String scriptName;
    private final StateRequests requests;
    private final TableRules rules;
    private final TableTime time;
    private final TablePlace place;
    private final Asking asking;
    private final TableCheck check;

    /** Guarded by this. */
    private @Nullable TableStateSession session;

    private boolean sealed;

    /**
     * A store in a table, in the time of this machine.
     *
     * @param scriptName who runs; part of the key
     * @param requests the table
     * @param rules how it is used
     */
    public TableStateStore(String scriptName, StateRequests requests, TableRules rules) {
        this(scriptName, requests, rules, new SystemTableTime());
    }

    /**
     * The same in another time.
     *
     * @param scriptName who runs; part of the key
     * @param requests the table
     * @param rules how it is used
     * @param time where time comes from
     */
    public TableStateStore(String scriptName, StateRequests requests, TableRules rules, TableTime time) {
        this.scriptName = scriptName;
        this.requests = requests;
        this.rules = rules;
        this.time = time;
        this.place = new TablePlace(requests.tableName(), requests.target());
        this.asking = new Asking(time, place.text());
        this.check = new TableCheck(requests, asking, place, rules.create());
    }

    @Override
    public String place() {
        return place.text();
    }

    @Override
    public String scriptName() {
        return scriptName;
    }

    @Override
    public boolean keepsUntried() {
        return false;
    }

    @Override
    public StoredState read(Target target) {
        var key = StateKey.of(scriptName, target);
        return key.isEmpty() ? new StoredState.AccountFirst() : read(key.get()).state();
    }

    private StoredTable read(StateKey key) {
        if (!check.isThere()) {
            return NONE;
        }
        var head = asking.ask(() -> requests.head(key));
        if (head.isEmpty()) {
            return new StoredTable(new StoredState.Nothing(false, elsewhere(key)), List.of());
        }
        return read(head.get());
    }

    private StoredTable read(Head head) {
        var entries = recorded(head);
        return new StoredTable(entries.isEmpty() ? new StoredState.Nothing(false) : kept(head, entries), entries);
    }

    private List<StoredEntry> recorded(Head head) {
        return asking.ask(() -> requests.entries(head.key(), head.generation())).stream()
                .filter(entry -> !entry.isForgotten())
                .toList();
    }

    private StoredState kept(Head head, List<StoredEntry> entries) {
        var contents = new StateContents(
                scriptName,
                extreme(entries.stream().map(StoredEntry::createdAt).min(Comparator.naturalOrder())),
                extreme(entries.stream().map(StoredEntry::updatedAt).max(Comparator.naturalOrder())),
                head.key().target(),
                StateContents.byIndex(entries.stream().map(StoredEntry::gsi).toList()));
        return new StoredState.Kept(contents, false);
    }

    private static Instant extreme(Optional<Instant> of) {
        return of.orElse(Instant.EPOCH);
    }

    /** What the same table has under another name or of another target: it may be that this one was meant. */
    private List<StoredState.Elsewhere> elsewhere(StateKey key) {
        return asking.ask(requests::heads).stream()
                .filter(head -> head.key().scriptName().equals(scriptName)
                        != head.key().target().conflictWith(key.target()).isEmpty())
                .limit(StoredState.Elsewhere.MOST)
                .map(head -> new StoredState.Elsewhere(
                        head.key().scriptName(), head.key().target(), tables(head)))
                .toList();
    }

    /** None of another's that can't be read, or may not be: it stops nobody. */
    private Set<String> tables(Head head) {
        try {
            return recorded(head).stream()
                    .map(StoredEntry::id)
                    .map(IndexId::tableName)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (StateException.Unusable illegible) {
            return Set.of();
        }
    }

    /** Waits for its turn without holding this store's own lock: {@link #seal} must not wait for it. */
    @Override
    public StateSession open(Target target, boolean mayWait) {
        refuseSealed();
        var key = StateKey.of(scriptName, target)
                .orElseThrow(() -> new StateException.Unusable(
                        place.text(),
                        "a state is kept there by account, and it can't be told which account the credentials belong"
                                + " to. Allow sts:GetCallerIdentity, or check the credentials."));
        check.make();
        var taken = new LeaseTaking(requests, time, rules.lock(), place.text()).take(key, rules.lease(), mayWait);
        var keeper = new LeaseKeeper(taken, requests, time, place.text());
        keeper.start();
        try {
            var began = new TableStateSession(place, time, keeper, taken, read(taken.head()));
            begin(began);
            return began;
        } catch (RuntimeException | Error e) {
            Closing.after(e, () -> new TableStateSession(place, time, keeper, taken, NONE).close());
            throw e;
        }
    }

    private static final StoredTable NONE = new StoredTable(new StoredState.Nothing(false), List.of());

    private synchronized void begin(TableStateSession began) {
        refuseSealed();
        session = began;
    }

    private synchronized void refuseSealed() {
        if (sealed) {
            throw new StateException.Sealed();
        }
    }

    @Override
    public Optional<LockOwner> holder(Target target) {
        return StateKey.of(scriptName, target)
                .filter(key -> check.isThere())
                .flatMap(key -> asking.ask(() -> requests.head(key)))
                .flatMap(head -> Optional.ofNullable(head.lease()))
                .map(Lease::owner);
    }

    @Override
    public List<EndedRun> history(Target target, int most) {
        var key = StateKey.of(scriptName, target);
        if (key.isEmpty() || most == 0 || !check.isThere()) {
            return List.of();
        }
        return asking.ask(() -> requests.runs(key.get(), most));
    }

    @Override
    public boolean isKeptIn(String tableName, Target target) {
        return tableName.equals(place.table())
                && StateKey.of(scriptName, target).isPresent()
                && place.isIn(target, check.accountId().orElse(null));
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

    private synchronized @Nullable TableStateSession current(boolean seal) {
        sealed |= seal;
        return session;
    }

    @Override
    public String toString() {
        return scriptName + " in " + place();
    }
}
