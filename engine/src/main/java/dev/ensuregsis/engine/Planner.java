package dev.ensuregsis.engine;

import dev.ensuregsis.engine.Plan.IndexPlan;
import dev.ensuregsis.engine.Plan.TablePlan;
import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.estimate.RunEstimate;
import dev.ensuregsis.engine.event.PlannedAction;
import dev.ensuregsis.engine.internal.estimate.EarlierBuilds;
import dev.ensuregsis.engine.internal.estimate.Estimator;
import dev.ensuregsis.engine.internal.estimate.PlannedTable;
import dev.ensuregsis.engine.internal.reconcile.EarlierRuns;
import dev.ensuregsis.engine.internal.reconcile.Forecast;
import dev.ensuregsis.engine.internal.reconcile.Forecast.IndexForecast;
import dev.ensuregsis.engine.internal.reconcile.Forecaster;
import dev.ensuregsis.engine.internal.reconcile.RunRules;
import dev.ensuregsis.engine.internal.reconcile.Survey;
import dev.ensuregsis.engine.internal.reconcile.Survey.Seen;
import dev.ensuregsis.engine.internal.reconcile.Timeline;
import dev.ensuregsis.engine.internal.reconcile.Wish;
import dev.ensuregsis.engine.spi.LiveIndex.IndexStatus;
import dev.ensuregsis.engine.spi.LiveTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a plan: one look at each table, then what a run would do on what was seen. Changes nothing. */
final class Planner {
    private final EngineParts parts;
    private final EngineOptions options;
    private final boolean local;

    Planner(EngineParts parts, EngineOptions options) {
        this.parts = parts;
        this.options = options;
        this.local = parts.controlPlane().isLocal();
    }

    Plan plan(Definitions definitions, Timeline timeline, RandomGenerator random) throws InterruptedException {
        var selected = options.selection().of(definitions);
        var names = selected.tables().stream().map(TableDefinition::name).toList();
        var bearings =
                parts.outlook(selected, options, timeline, random).take(names).orRefused();
        var surveyed = bearings.surveyed();
        var earlierRuns = EarlierRuns.of(
                bearings.kept(),
                definitions,
                options.selection()::selects,
                parts.store().scriptName());
        var whole = definitions.tables().stream().collect(Collectors.toMap(TableDefinition::name, table -> table));
        var tables = selected.tables().stream()
                .map(table -> plan(
                        table,
                        Objects.requireNonNull(whole.get(table.name())),
                        Objects.requireNonNull(surveyed.tables().get(table.name())),
                        new Memory(earlierRuns, timeline.now().wall(), options.rules(local))))
                .toList();
        return new Plan(
                surveyed.target(),
                tables,
                options.retryFailed() ? Retry.of(earlierRuns) : null,
                estimate(selected, surveyed, tables, earlierRuns));
    }

    private @Nullable RunEstimate estimate(
            Definitions selected, Survey.Surveyed surveyed, List<TablePlan> plans, EarlierRuns earlierRuns) {
        if (!Estimator.knows(surveyed.target(), local)) {
            return null;
        }
        var definitions = selected.tables().stream().collect(Collectors.toMap(TableDefinition::name, table -> table));
        var planned = plans.stream()
                .map(plan -> new PlannedTable(
                        Objects.requireNonNull(definitions.get(plan.tableName())),
                        Optional.ofNullable(
                                Objects.requireNonNull(surveyed.tables().get(plan.tableName()))
                                        .table()),
                        actions(plan),
                        options.rules(local).backfillWrite()))
                .toList();
        return Estimator.of(planned, EarlierBuilds.of(earlierRuns.found()), surveyed.target());
    }

    private static Map<String, PlannedAction> actions(TablePlan plan) {
        var actions = new LinkedHashMap<String, PlannedAction>();
        plan.indexes().forEach(index -> actions.put(index.id().indexName(), index.action()));
        return actions;
    }

    /**
     * What is remembered, and when.
     *
     * @param earlierRuns what earlier runs left
     * @param now what time it is
     */
    private record Memory(EarlierRuns earlierRuns, Instant now, RunRules rules) {}

    private TablePlan plan(TableDefinition table, TableDefinition whole, Seen seen, Memory memory) {
        var live = Optional.ofNullable(seen.table());
        var unseen = seen.failure();
        var forecast = unseen == null
                ? Forecaster.of(
                        new Wish(table),
                        id -> memory.earlierRuns().standing(id, options.retryFailed()),
                        memory.earlierRuns()::raised,
                        live,
                        memory.rules())
                : Forecast.unseen(table, unseen);
        var indexes = forecast.indexes().stream()
                .map(index -> plan(new IndexId(table.name(), index.index().name()), index, memory, live))
                .toList();
        var warnings = new ArrayList<>(PlanWarnings.of(whole, live, indexes));
        live.map(now -> TableRemarks.of(now, whole.indexes(), memory.earlierRuns()::raised))
                .ifPresent(warnings::addAll);
        return new TablePlan(
                table.name(),
                live.isPresent(),
                forecast.createsTable(),
                live.map(LiveTable::itemCount).orElse(0L),
                live.map(LiveTable::sizeBytes).orElse(0L),
                indexes,
                warnings,
                forecast.failure());
    }

    private static IndexPlan plan(IndexId id, IndexForecast forecast, Memory memory, Optional<LiveTable> live) {
        var earlierRuns = memory.earlierRuns();
        var going = live.flatMap(table -> table.index(id.indexName()))
                .filter(index -> index.status() == IndexStatus.DELETING)
                .isPresent();
        var failedBefore = earlierRuns.failedBefore().contains(id);
        var failure = forecast.failure();
        var held = earlierRuns
                .heldUntil(id, memory.now(), memory.rules())
                .map(until -> "; held back until " + until + ", as its deletion may still take effect")
                .orElse("");
        var why = switch (forecast.action()) {
            case NOTHING -> "active, as defined";
            case WAIT -> "building";
            case LOWER_CAPACITY ->
                "active; has the write capacity of its build"
                        + earlierRuns
                                .raised(id)
                                .map(raised -> ", " + raised.write() + ", to be lowered to "
                                        + raised.restore().write())
                                .orElse("");
            case CREATE ->
                (going
                                ? "one of its name is being deleted: waited for, then created"
                                : failedBefore ? "missing; failed before" : "missing")
                        + held;
            case REPLACE -> "otherwise than defined";
            case DELETE -> "not defined";
            case CREATE_WITH_TABLE -> "the table is missing" + held;
            case LEAVE_FAILED -> "failed before; retried only when asked";
            case LEAVE_PENDING -> "missing, but not failed before";
            case NOT_SEEN -> "could not be looked at yet";
            case FAIL -> Objects.requireNonNull(failure).meaning();
        };
        return new IndexPlan(id, forecast.index(), forecast.action(), why, failure);
    }
}
