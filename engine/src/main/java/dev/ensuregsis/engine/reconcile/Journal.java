package dev.ensuregsis.engine.reconcile;

import dev.ensuregsis.engine.control.CreateTableCall;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.event.GsiListener;
import dev.ensuregsis.engine.state.GsiEntry;
import dev.ensuregsis.engine.state.GsiStateManager;
import dev.ensuregsis.engine.state.GsiStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where each transition goes: to the state first, then to the listener. Records nothing before {@link #open}, so that
 * no state file is written before a look has succeeded and the account was checked.
 */
final class Journal {
    private final GsiStateManager state;
    private final GsiListener listener;
    private final Map<IndexId, Integer> earlierAttempts = new HashMap<>();
    private boolean open;

    Journal(GsiStateManager state, GsiListener listener) {
        this.state = state;
        this.listener = listener.harmless();
    }

    void open() {
        open = true;
    }

    void adopted(IndexWork index, Instant now) {
        var known = status(index.id()) == GsiStatus.ACTIVE;
        if (!known) {
            record(index, GsiStatus.ACTIVE, null);
        }
        var startedAt = index.startedAt();
        tell(
                startedAt == null
                        ? new GsiEvent.IndexSkipped(index.id(), known)
                        : new GsiEvent.IndexCreated(index.id(), Duration.between(startedAt, now)));
    }

    void creatingTable(CreateTableCall call, List<IndexWork> indexes) {
        indexes.forEach(index -> countInterrupted(index.id()));
        indexes.forEach(index -> record(index, GsiStatus.IN_PROGRESS, null));
        tell(new GsiEvent.CreatingTable(
                call.tableName(),
                indexes.stream()
                        .filter(index -> !index.isTable())
                        .map(IndexWork::id)
                        .toList()));
        var dropped = call.creation().beyondCreateTable();
        if (!dropped.isEmpty()) {
            tell(new GsiEvent.Warned(
                    "Table \"" + call.tableName() + "\" is created without what its definition asks for"
                            + " besides: "
                            + dropped.stream().map(Journal::withoutOwner).collect(Collectors.joining(", "))));
        }
    }

    /** The setting; who owns it matters where a table can't be created for its sake. */
    private static String withoutOwner(String setting) {
        int colon = setting.indexOf(':');
        return colon < 0 ? setting : setting.substring(0, colon);
    }

    void creatingIndex(IndexWork index) {
        if (status(index.id()) == GsiStatus.ACTIVE) {
            tell(new GsiEvent.Warned(
                    index.id() + " is recorded as active, but the table doesn't have it:" + " it is created again"));
        }
        countInterrupted(index.id());
        record(index, GsiStatus.IN_PROGRESS, null);
        tell(new GsiEvent.CreatingIndex(index.id(), index.failedAttempts() + 1));
    }

    void takenUp(IndexWork index) {
        if (status(index.id()) != GsiStatus.IN_PROGRESS) {
            record(index, GsiStatus.IN_PROGRESS, null);
        }
    }

    void attemptFailed(IndexWork index, Failure failure, Duration retryIn) {
        record(index, GsiStatus.IN_PROGRESS, failure);
        tell(new GsiEvent.AttemptFailed(index.id(), index.failedAttempts(), failure, retryIn));
    }

    void failed(IndexWork index, Failure failure) {
        if (index.isTable()) {
            tell(new GsiEvent.TableFailed(index.id().tableName(), failure));
            return;
        }
        record(index, GsiStatus.FAILED, failure);
        tell(new GsiEvent.IndexFailed(index.id(), index.attempts(), failure));
    }

    void left(IndexWork index, Standing standing) {
        if (standing == Standing.FAILED_BEFORE && status(index.id()) == GsiStatus.IN_PROGRESS) {
            // It was seen building and waited for, and has gone again: what failed before is still failed.
            record(index, GsiStatus.FAILED, null);
        }
        tell(new GsiEvent.IndexLeft(
                index.id(),
                standing == Standing.FAILED_BEFORE
                        ? "failed in an earlier run" + lastError(index.id())
                        : "not failed before; this run only retries what failed"));
    }

    void tell(GsiEvent event) {
        listener.onEvent(event);
    }

    private void record(IndexWork index, GsiStatus status, @Nullable Failure failure) {
        if (!open || index.isTable()) {
            return;
        }
        var id = index.id();
        var earlier = earlierAttempts.computeIfAbsent(id, this::attemptsOfEarlierRuns);
        state.updateGsiStatus(
                id.tableName(),
                id.indexName(),
                status,
                earlier + index.failedAttempts(),
                failure == null ? null : failure.summary());
    }

    private int attemptsOfEarlierRuns(IndexId id) {
        return state.getGsiStatus(id.tableName(), id.indexName())
                .map(GsiEntry::retryCount)
                .orElse(0);
    }

    /** An attempt that an earlier run began and nobody saw the end of: the index isn't there, so it counts. */
    private void countInterrupted(IndexId id) {
        if (!earlierAttempts.containsKey(id)) {
            var interrupted = status(id) == GsiStatus.IN_PROGRESS ? 1 : 0;
            earlierAttempts.put(id, attemptsOfEarlierRuns(id) + interrupted);
        }
    }

    private @Nullable GsiStatus status(IndexId id) {
        return state.getGsiStatus(id.tableName(), id.indexName())
                .map(GsiEntry::status)
                .orElse(null);
    }

    private String lastError(IndexId id) {
        return state.getGsiStatus(id.tableName(), id.indexName())
                .map(GsiEntry::lastError)
                .map(error -> ": " + Objects.requireNonNull(error))
                .orElse("");
    }
}
