package dev.ensuregsis.engine;

import dev.ensuregsis.engine.RemovalPlan.Action;
import dev.ensuregsis.engine.RemovalPlan.Candidate;
import dev.ensuregsis.engine.RemovalPlan.Objection;
import dev.ensuregsis.engine.RemovalPlan.Objection.Kind;
import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.definition.IndexShape;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.internal.reconcile.EarlierRuns;
import dev.ensuregsis.engine.internal.reconcile.Forecast.IndexForecast;
import dev.ensuregsis.engine.internal.reconcile.Forecaster;
import dev.ensuregsis.engine.internal.reconcile.Outlook.Bearings;
import dev.ensuregsis.engine.internal.reconcile.Standing;
import dev.ensuregsis.engine.internal.reconcile.Survey.Seen;
import dev.ensuregsis.engine.internal.reconcile.Timeline;
import dev.ensuregsis.engine.internal.reconcile.Wish;
import dev.ensuregsis.engine.spi.GsiEntry;
import dev.ensuregsis.engine.spi.LiveIndex;
import dev.ensuregsis.engine.spi.LiveTable;
import dev.ensuregsis.engine.spi.Undertaking;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Plans a removal: one look at each table, then what stands against what. Changes nothing. */
final class RemovalPlanner {
    private final EngineParts parts;
    private final EngineOptions options;
    private final boolean replaces;
    private final Definitions definitions;

    RemovalPlanner(EngineParts parts, EngineOptions options, boolean replaces, Definitions definitions) {
        this.parts = parts;
        this.options = options;
        this.replaces = replaces;
        this.definitions = definitions;
    }

    RemovalPlan plan(List<IndexId> named, Timeline timeline, RandomGenerator random) throws InterruptedException {
        var names = named.stream().map(IndexId::tableName).distinct().toList();
        var bearings = parts.outlook(definitions, options, timeline, random).take(names);
        var surveyed = bearings.surveyed();
        var earlierRuns = EarlierRuns.of(
                bearings.kept(), definitions, named::contains, parts.store().scriptName());
        var candidates =
                named.stream().map(id -> candidate(id, bearings, earlierRuns)).toList();
        return new RemovalPlan(
                surveyed.target(),
                replaces,
                definitions,
                replaces ? candidates.stream().map(this::foreseen).toList() : candidates);
    }

    private Candidate candidate(IndexId id, Bearings bearings, EarlierRuns earlierRuns) {
        var seen = Objects.requireNonNull(bearings.surveyed().tables().get(id.tableName()));
        var begun = earlierRuns.entry(id).map(GsiEntry::undertaking).orElse(Undertaking.NONE);
        var table = seen.table();
        var live = table == null ? null : table.index(id.indexName()).orElse(null);
        var found = new Found(id, table, live, defined(id).orElse(null));
        return before(found, seen, bearings.objection())
                .orElseGet(() -> replaces ? replaced(found, begun) : deleted(found, begun));
    }

    /** What stands against it whatever the table shows. */
    private Optional<Candidate> before(Found found, Seen seen, @Nullable Failure objection) {
        if (!replaces && found.defined() != null) {
            return Optional.of(found.refused(Kind.STILL_DEFINED, null));
        }
        if (replaces && found.defined() == null) {
            return Optional.of(found.refused(Kind.NOT_DEFINED, null));
        }
        if (objection != null) {
            return Optional.of(found.refused(Kind.ANOTHER_ACCOUNT, objection));
        }
        if (seen.failure() != null) {
            return Optional.of(found.refused(Kind.NOT_LOOKED, seen.failure()));
        }
        return found.isVectorIndex() ? Optional.of(found.refused(Kind.VECTOR_INDEX, null)) : Optional.empty();
    }

    private static Candidate deleted(Found found, Undertaking begun) {
        if (found.live() == null) {
            if (begun.deleting() != null) {
                return found.with(Action.ALREADY_GONE, begun.deleting());
            }
            return found.refused(found.table() == null ? Kind.TABLE_MISSING : Kind.NOT_THERE, null);
        }
        return found.shape()
                .map(shape -> found.with(Action.DELETE, shape))
                .orElseGet(() -> found.refused(Kind.CANNOT_BE_MADE, null));
    }

    private static Candidate replaced(Found found, Undertaking begun) {
        if (found.table() == null) {
            return found.refused(Kind.TABLE_MISSING, null);
        }
        if (found.live() == null) {
            return found.with(Action.CREATE, null);
        }
        var shape = found.shape();
        return shape.isEmpty()
                ? found.refused(Kind.CANNOT_BE_MADE, null)
                : found.with(Action.REPLACE, begun.replacing() == null ? shape.get() : begun.replacing());
    }

    /** By the reconciler's own decisions: it may be as defined already, or DynamoDB would refuse it. */
    private Candidate foreseen(Candidate candidate) {
        if (candidate.objection() != null) {
            return candidate;
        }
        var definition = table(candidate.id()).orElseThrow();
        var leaving = new LinkedHashMap<String, IndexShape>();
        if (candidate.action() == Action.REPLACE) {
            // What an earlier run was shown is the run's to compare: that is to be told as what it is.
            candidate.liveShape().ifPresent(shape -> leaving.put(candidate.id().indexName(), shape));
        }
        var forecast = Forecaster.of(
                new Wish(definition, leaving),
                id -> Standing.WANTED,
                id -> Optional.empty(),
                Optional.ofNullable(candidate.table()),
                options.rules(parts.controlPlane().isLocal()));
        var index = forecast.indexes().stream()
                .filter(one -> one.index().name().equals(candidate.id().indexName()))
                .findFirst();
        if (index.isEmpty()) {
            return candidate;
        }
        return after(candidate, index.get());
    }

    private static Candidate after(Candidate candidate, IndexForecast index) {
        var found = new Found(candidate.id(), candidate.table(), candidate.live(), candidate.defined());
        return switch (index.action()) {
            case FAIL -> found.refused(Kind.CANNOT_BE_MADE, index.failure());
            case NOTHING, WAIT, LOWER_CAPACITY -> found.with(Action.NOTHING, null);
            case CREATE, CREATE_WITH_TABLE, REPLACE, DELETE, LEAVE_FAILED, LEAVE_PENDING, NOT_SEEN -> candidate;
        };
    }

    private Optional<TableDefinition> table(IndexId id) {
        return RunScope.only(definitions, Set.of(id)).tables().stream().findFirst();
    }

    private Optional<IndexShape> defined(IndexId id) {
        return table(id).map(table -> new IndexShape(table.indexes().get(0), table.attributeTypes()));
    }

    /** What was found under a name. */
    private record Found(
            IndexId id,
            @Nullable LiveTable table,
            @Nullable LiveIndex live,
            @Nullable IndexShape defined) {

        Optional<IndexShape> shape() {
            return table == null || live == null ? Optional.empty() : table.shapeOf(live);
        }

        boolean isVectorIndex() {
            return table != null
                    && table.besides().vectorIndexes().stream()
                            .anyMatch(index -> index.name().equals(id.indexName()));
        }

        Candidate with(Action action, @Nullable IndexShape shape) {
            return new Candidate(id, action, table, live, shape, defined, null);
        }

        Candidate refused(Kind kind, @Nullable Failure failure) {
            return new Candidate(id, Action.REFUSE, table, live, null, defined, new Objection(kind, failure));
        }
    }
}
