package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.definition.IndexNames;
import dev.ensuregsis.engine.definition.TableCreation;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.event.GsiListener;
import dev.ensuregsis.engine.internal.state.StateBook;
import dev.ensuregsis.engine.spi.CreateTableCall;
import dev.ensuregsis.engine.spi.FailureKind;
import dev.ensuregsis.engine.spi.GsiEntry;
import dev.ensuregsis.engine.spi.GsiStatus;
import dev.ensuregsis.engine.spi.LiveTable;
import dev.ensuregsis.engine.spi.RaisedCapacity;
import dev.ensuregsis.engine.spi.StateSession;
import dev.ensuregsis.engine.spi.StateStore;
import dev.ensuregsis.engine.spi.StoredState;
import dev.ensuregsis.engine.spi.Target;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where each transition goes: to the state first, then to the listener. Records nothing before {@link #begin}, so that
 * no state is written before a look has succeeded and the account was checked; and waits for nobody: what is recorded
 * before the state is open is written when it is. The only writer of a run's state. On the loop's thread, but for the end.
 */
public final class Journal {
    private final StateStore store;
    private final GsiListener listener;
    private final Definitions definitions;
    private final Predicate<IndexId> selected;
    private final Entries entries;
    private final RemovalJournal removals;
    private final Set<IndexId> takenUp = new HashSet<>();
    private StateBook book;
    private final Taking taking;
    private boolean begun;

    private EarlierRuns earlierRuns;

    /**
     * Makes the journal of one run.
     *
     * @param store where the state is kept
     * @param found what a look at it found
     * @param scope what the run is about
     * @param listener whom to tell
     * @param timeline what time it is
     */
    public Journal(StateStore store, StoredState found, Scope scope, GsiListener listener, Timeline timeline) {
        this.store = store;
        this.definitions = scope.definitions();
        this.selected = scope.selected();
        this.listener = listener.harmless();
        this.taking = new Taking(store);
        this.book = new StateBook(store.place(), store.scriptName(), found);
        this.entries = new Entries(book, timeline);
        this.removals = new RemovalJournal(entries, this::name, this::tell, scope.latestCall());
        this.earlierRuns = EarlierRuns.of(found, definitions, selected, store.scriptName());
    }

    /**
     * What a run is about.
     *
     * @param definitions everything that is defined
     * @param selected which of it the run works on
     * @param latestCall how long a call of it that was not answered may still take effect
     */
    public record Scope(Definitions definitions, Predicate<IndexId> selected, Duration latestCall) {}

    /**
     * What earlier runs left, as far as it is known yet.
     *
     * @return the picture that this run is about
     */
    public EarlierRuns earlierRuns() {
        return earlierRuns;
    }

    /**
     * Tells what earlier runs left, and what is to be said of it; nothing as long as the account is asked for.
     *
     * @param retryFailed whether the run only retries what failed
     */
    public void tellFound(boolean retryFailed) {
        if (needsAccount()) {
            return;
        }
        var news = new StateNews(store, definitions, selected);
        news.of(earlierRuns).forEach(this::tell);
        if (retryFailed) {
            tell(news.retrying(earlierRuns));
        }
    }

    /** Whether the store could not say yet what it holds. */
    boolean needsAccount() {
        return book.found() instanceof StoredState.AccountFirst;
    }

    /** What the store holds, now that the account is known. */
    void found(StoredState found) {
        book = new StateBook(store.place(), store.scriptName(), found);
        entries.goOnIn(book);
        earlierRuns = EarlierRuns.of(found, definitions, selected, store.scriptName());
    }

    /** From here on it records. */
    void begin(Target target) {
        begun = true;
        book.about(target);
        book.ledger().define(definitions, selected);
    }

    /** Whether a call may be sent: it is announced where it will be found again. */
    boolean isOpen() {
        return book.session() != null;
    }

    /** The store of which {@link #opened} wants a session. */
    StateStore store() {
        return store;
    }

    /** Takes the state, away from the loop's thread. */
    Taking taking() {
        return taking;
    }

    void opened(StateSession session) {
        session.takenOverFrom()
                .ifPresent(owner -> tell(new GsiEvent.Warned("The state " + store.place() + " was held by " + owner
                        + ", which has stood still for as long as its lease lasts: it is taken over.")));
        book.opened(session);
        session.takenOverFrom().ifPresent(removals::takenOverFrom);
    }

    /** A run that waits says what for. */
    void tellUnlessDone(CompletionStage<Void> clearance) {
        if (!clearance.toCompletableFuture().isDone()) {
            tell(new GsiEvent.Warned("Waiting for the state " + store.place()
                    + ", which doesn't answer: what builds goes on, and nothing new is begun until it does."));
        }
    }

    /**
     * What is left to do when the loop has ended.
     *
     * @return the end of this journal
     */
    public JournalEnd end() {
        return new JournalEnd(store, book, taking);
    }

    void adopted(IndexWork index, Moment now) {
        tellTakenUp(index);
        var known = entries.status(index.id()) == GsiStatus.ACTIVE;
        if (!known) {
            record(index, GsiStatus.ACTIVE, null);
        }
        var took = index.took(now);
        tell(took == null ? new GsiEvent.IndexSkipped(index.id(), known) : new GsiEvent.IndexCreated(index.id(), took));
    }

    void creatingTable(CreateTableCall call, Collection<IndexWork> indexes) {
        indexes.forEach(entries::countInterrupted);
        indexes.forEach(index -> record(index, GsiStatus.IN_PROGRESS, null));
        tell(new GsiEvent.CreatingTable(
                call.tableName(), indexes.stream().map(IndexWork::id).toList()));
        var dropped = call.creation().beyondCreateTable();
        if (!dropped.isEmpty()) {
            tell(new GsiEvent.Warned("Table \"" + call.tableName()
                    + "\" is created without what its definition asks for"
                    + " besides: "
                    + dropped.stream().map(TableCreation.Beyond::setting).collect(Collectors.joining(", "))));
        }
    }

    void creatingIndex(IndexWork index, @Nullable RaisedCapacity raised) {
        if (entries.status(index.id()) == GsiStatus.ACTIVE) {
            tell(new GsiEvent.Warned(
                    name(index.id()) + " is recorded as active, but the table doesn't have it: it is created again"));
        }
        entries.countInterrupted(index);
        record(index, GsiStatus.IN_PROGRESS, null);
        entries.raised(index.id(), raised);
        tell(new GsiEvent.CreatingIndex(index.id(), index.failedAttempts() + 1));
    }

    /** Returns when what was announced so far will outlast a crash. Blocks, and not on the loop's thread. */
    Boolean keep() {
        var session = book.session();
        if (session != null) {
            session.flush();
        }
        return true;
    }

    /** What is begun with an index besides its creation. */
    RemovalJournal removals() {
        return removals;
    }

    /** How long the run will have lasted when an index may be created; null if it may be now. */
    @Nullable
    Duration heldUntil(IndexId index) {
        return removals.heldUntil(index);
    }

    /** A quota that is full is told with the live indexes that nothing defines. */
    Failure withUndefined(Failure failure, Optional<LiveTable> table) {
        return FullTable.withUndefined(failure, definitions, table);
    }

    void creationAccepted(IndexId index) {
        tell(new GsiEvent.CreationAccepted(index));
    }

    void takenUp(IndexWork index) {
        tellTakenUp(index);
        if (entries.status(index.id()) != GsiStatus.IN_PROGRESS) {
            record(index, GsiStatus.IN_PROGRESS, null);
        }
    }

    /** Once, before anything else is recorded of it. */
    private void tellTakenUp(IndexWork index) {
        if (index.isTakenUp() && takenUp.add(index.id())) {
            index.askedForBefore(book.find(index.id())
                    .filter(entry -> entry.status() == GsiStatus.IN_PROGRESS)
                    .map(GsiEntry::creationTime)
                    .orElse(null));
            tell(new GsiEvent.IndexTakenUp(index.id(), index.askedForBefore()));
        }
    }

    /** It is to be asked for again, and no attempt is used up: as if it had not been asked for, but for the reason. */
    void refused(IndexWork index, Failure failure) {
        record(index, GsiStatus.PENDING, failure);
    }

    void attemptFailed(IndexWork index, Failure failure, Duration retryIn) {
        record(index, GsiStatus.IN_PROGRESS, failure);
        tell(new GsiEvent.AttemptFailed(index.id(), index.failedAttempts(), failure, retryIn));
    }

    void failed(IndexWork index, Failure failure) {
        record(index, GsiStatus.FAILED, failure);
        if (begun && index.isToGo() && failure.kind() == FailureKind.DIFFERS) {
            // What is live is another: who names it again is shown that.
            entries.letBe(index.id());
        }
        tell(new GsiEvent.IndexFailed(index.id(), index.attempts(), failure));
    }

    void left(IndexWork index, Standing standing) {
        if (standing == Standing.FAILED_BEFORE && entries.status(index.id()) == GsiStatus.IN_PROGRESS) {
            // It was seen building and waited for, and has gone again: what failed before is still failed.
            record(index, GsiStatus.FAILED, null);
        }
        tell(new GsiEvent.IndexLeft(
                index.id(),
                standing == Standing.FAILED_BEFORE
                        ? "failed in an earlier run" + entries.lastError(index.id())
                        : "not failed before; this run only retries what failed"));
    }

    /** What an index is called among those that the run is about. */
    String name(IndexId id) {
        return IndexNames.of(
                id, definitions.indexIds().stream().filter(selected).toList());
    }

    void tell(GsiEvent event) {
        listener.onEvent(event);
    }

    private void record(IndexWork index, GsiStatus status, @Nullable Failure failure) {
        if (begun) {
            entries.record(index, status, failure);
        }
    }
}
