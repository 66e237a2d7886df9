package dev.ensuregsis.engine;

import dev.ensuregsis.engine.StatusReport.Row;
import dev.ensuregsis.engine.StatusReport.TableWarning;
import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.event.CouldNotLookException;
import dev.ensuregsis.engine.internal.reconcile.Outlook.Bearings;
import dev.ensuregsis.engine.internal.reconcile.Survey.Seen;
import dev.ensuregsis.engine.internal.reconcile.Survey.Surveyed;
import dev.ensuregsis.engine.internal.reconcile.Timeline;
import dev.ensuregsis.engine.spi.FailureKind;
import dev.ensuregsis.engine.spi.GsiEntry;
import dev.ensuregsis.engine.spi.GsiStatus;
import dev.ensuregsis.engine.spi.LiveIndex;
import dev.ensuregsis.engine.spi.LiveIndex.IndexStatus;
import dev.ensuregsis.engine.spi.StateContents;
import dev.ensuregsis.engine.spi.StoredState;
import dev.ensuregsis.engine.spi.Target;
import dev.ensuregsis.engine.spi.Undertaking;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts what the state says beside what DynamoDB says. Changes nothing. */
final class Comparison {
    private final EngineParts parts;
    private final EngineOptions options;

    Comparison(EngineParts parts, EngineOptions options) {
        this.parts = parts;
        this.options = options;
    }

    StatusReport status(Definitions definitions, Timeline timeline, RandomGenerator random)
            throws InterruptedException {
        var withoutAccount = parts.controlPlane().target();
        var selected = options.selection().of(definitions);
        var outlook = parts.outlook(selected, options, timeline, random);
        var first = outlook.kept();
        var defined = selected.indexIds();
        Bearings bearings;
        try {
            bearings = outlook.take(first, kept -> tables(ids(defined, kept)));
        } catch (CouldNotLookException e) {
            bearings = new Bearings(new Surveyed(withoutAccount, Map.of()), first, e.failure());
        }
        var notLooked = bearings.objection();
        var target = bearings.surveyed().target();
        var contents = bearings.kept().contents();
        // What is another's says nothing of what is recorded here.
        var seen = notLooked == null ? bearings.surveyed().tables() : Map.<String, Seen>of();
        var ids = ids(defined, bearings.kept());
        var rows = ids.stream()
                .map(id -> row(
                        id,
                        defined.contains(id),
                        contents.flatMap(known -> known.entry(id)),
                        Optional.ofNullable(seen.get(id.tableName()))))
                .toList();
        return new StatusReport(
                notLooked == null ? target : recorded(contents, target),
                first instanceof StoredState.Nothing ? null : parts.store().place(),
                rows,
                warnings(definitions, seen, contents),
                notLooked);
    }

    private static List<TableWarning> warnings(
            Definitions definitions, Map<String, Seen> seen, Optional<StateContents> contents) {
        var defined = definitions.tables().stream()
                .collect(Collectors.toMap(TableDefinition::name, TableDefinition::indexes));
        return seen.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(table -> Optional.ofNullable(table.getValue().table()).stream()
                        .flatMap(live -> TableRemarks.of(
                                live,
                                defined.getOrDefault(table.getKey(), List.of()),
                                id -> contents.flatMap(known -> known.entry(id))
                                        .map(GsiEntry::undertaking)
                                        .map(Undertaking::raised))
                                .stream())
                        .map(text -> new TableWarning(table.getKey(), text)))
                .toList();
    }

    /** Every index that is defined or recorded. */
    private Set<IndexId> ids(Collection<IndexId> defined, StoredState kept) {
        var ids = new LinkedHashSet<>(defined);
        kept.contents().map(StateContents::entries).map(Map::keySet).stream()
                .flatMap(known -> known.stream().filter(options.selection()::selects))
                .forEach(ids::add);
        return ids;
    }

    private static List<String> tables(Set<IndexId> ids) {
        return ids.stream().map(IndexId::tableName).distinct().toList();
    }

    private static Target recorded(Optional<StateContents> contents, Target otherwise) {
        return contents.map(StateContents::target)
                .filter(target -> !target.equals(Target.UNKNOWN))
                .orElse(otherwise);
    }

    private static Row row(IndexId id, boolean defined, Optional<GsiEntry> entry, Optional<Seen> seen) {
        var live = seen.map(Seen::table).flatMap(table -> table.index(id.indexName()));
        return new Row(
                id,
                defined,
                entry.map(GsiEntry::status).orElse(null),
                live.orElse(null),
                entry.map(GsiEntry::retryCount).orElse(0),
                entry.map(GsiEntry::lastError).orElse(null),
                entry.map(GsiEntry::creationTime).orElse(null),
                seen.isPresent() ? disagreement(entry.orElse(null), seen.get(), live.orElse(null)) : null,
                seen.isPresent() && seen.get().failure() == null);
    }

    private static @Nullable String disagreement(@Nullable GsiEntry entry, Seen seen, @Nullable LiveIndex live) {
        var recorded = entry == null ? null : entry.status();
        if (seen.failure() != null) {
            return "could not be looked at: " + seen.failure().summary();
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
        return entry != null && entry.failureKind() == FailureKind.DIFFERS;
    }
}
