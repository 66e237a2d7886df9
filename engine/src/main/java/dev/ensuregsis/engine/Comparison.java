package dev.ensuregsis.engine;

import dev.ensuregsis.engine.StatusReport.Row;
import dev.ensuregsis.engine.control.ControlPlane;
import dev.ensuregsis.engine.control.LiveIndex;
import dev.ensuregsis.engine.control.LiveIndex.IndexStatus;
import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.reconcile.Survey;
import dev.ensuregsis.engine.reconcile.Survey.CouldNotLook;
import dev.ensuregsis.engine.reconcile.Survey.Sight;
import dev.ensuregsis.engine.reconcile.Timeline;
import dev.ensuregsis.engine.state.GsiEntry;
import dev.ensuregsis.engine.state.GsiStateManager;
import dev.ensuregsis.engine.state.GsiStatus;
import dev.ensuregsis.engine.state.LoadedState;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Puts what the state says beside what DynamoDB says. */
final class Comparison {
    private final ControlPlane controlPlane;
    private final GsiStateManager state;
    private final EngineOptions options;

    Comparison(ControlPlane controlPlane, GsiStateManager state, EngineOptions options) {
        this.controlPlane = controlPlane;
        this.state = state;
        this.options = options;
    }

    StatusReport status(Definitions definitions, Timeline timeline) throws InterruptedException {
        var ids = new LinkedHashSet<IndexId>();
        var defined = options.selection().of(definitions).indexIds();
        ids.addAll(defined);
        state.getAllGsis().stream()
                .map(GsiEntry::id)
                .filter(options.selection()::selects)
                .forEach(ids::add);
        var tables = ids.stream().map(IndexId::tableName).distinct().toList();
        Map<String, Sight> sights = Map.of();
        Failure notLooked = null;
        try {
            sights = new Survey(
                            controlPlane, options.policies(controlPlane.isLocal()), timeline, new SplittableRandom())
                    .lookAt(tables);
        } catch (CouldNotLook e) {
            notLooked = e.failure();
        }
        var seen = sights;
        var rows = ids.stream()
                .map(id -> row(id, defined.contains(id), Optional.ofNullable(seen.get(id.tableName()))))
                .toList();
        var recorded = state.recordedTarget();
        var looked = Targets.of(controlPlane, sights.values());
        return new StatusReport(
                notLooked == null ? looked : recorded.orElse(looked),
                state.loaded().map(LoadedState::file).orElse(null),
                rows,
                notLooked);
    }

    private Row row(IndexId id, boolean defined, Optional<Sight> sight) {
        var entry = state.getGsiStatus(id.tableName(), id.indexName());
        var live = sight.map(Sight::table).flatMap(table -> table.index(id.indexName()));
        var recorded = entry.map(GsiEntry::status).orElse(null);
        return new Row(
                id,
                defined,
                recorded,
                live.orElse(null),
                entry.map(GsiEntry::retryCount).orElse(0),
                entry.map(GsiEntry::lastError).orElse(null),
                entry.map(GsiEntry::creationTime).orElse(null),
                sight.isPresent() ? disagreement(entry.orElse(null), sight.get(), live.orElse(null)) : null);
    }

    private static @Nullable String disagreement(@Nullable GsiEntry entry, Sight sight, @Nullable LiveIndex live) {
        var recorded = entry == null ? null : entry.status();
        if (sight.failure() != null) {
            return "could not be looked at: " + sight.failure().summary();
        }
        var active = live != null && live.status() == IndexStatus.ACTIVE;
        if (recorded == GsiStatus.ACTIVE && !active) {
            return live == null
                    ? "recorded active, but the table doesn't have it"
                    : "recorded active, but it is " + live.status();
        }
        if (recorded == GsiStatus.FAILED && live != null && !failedByExisting(entry)) {
            return "recorded failed, but it is " + live.status();
        }
        if (recorded == GsiStatus.IN_PROGRESS && live == null) {
            return "recorded in progress, but the table doesn't have it";
        }
        return (recorded == GsiStatus.PENDING || recorded == GsiStatus.IN_PROGRESS) && active
                ? "recorded " + recorded.word() + ", but it is ACTIVE"
                : null;
    }

    /** It failed because the live one, which is there, is another than defined: no contradiction. */
    private static boolean failedByExisting(@Nullable GsiEntry entry) {
        return entry != null && entry.lastError() != null && entry.lastError().startsWith(Failure.INDEX_DIFFERS);
    }
}
