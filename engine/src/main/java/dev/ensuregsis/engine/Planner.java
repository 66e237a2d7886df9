package dev.ensuregsis.engine;

import dev.ensuregsis.engine.Plan.IndexPlan;
import dev.ensuregsis.engine.Plan.TablePlan;
import dev.ensuregsis.engine.control.ControlPlane;
import dev.ensuregsis.engine.control.LiveTable;
import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.reconcile.Foresight;
import dev.ensuregsis.engine.reconcile.Prospect;
import dev.ensuregsis.engine.reconcile.Prospect.IndexProspect;
import dev.ensuregsis.engine.reconcile.RunRules;
import dev.ensuregsis.engine.reconcile.Survey;
import dev.ensuregsis.engine.reconcile.Survey.Sight;
import dev.ensuregsis.engine.reconcile.Timeline;
import dev.ensuregsis.engine.state.GsiStateManager;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** Makes a plan: one look at each table, then what a run would do on what was seen. */
final class Planner {
    private final ControlPlane controlPlane;
    private final GsiStateManager state;
    private final EngineOptions options;

    Planner(ControlPlane controlPlane, GsiStateManager state, EngineOptions options) {
        this.controlPlane = controlPlane;
        this.state = state;
        this.options = options;
    }

    Plan plan(Definitions definitions, Timeline timeline) throws InterruptedException {
        var selected = options.selection().of(definitions);
        var survey =
                new Survey(controlPlane, options.policies(controlPlane.isLocal()), timeline, new SplittableRandom());
        var sights = survey.lookAt(
                selected.tables().stream().map(TableDefinition::name).toList());
        var failedBefore = Standings.failedBefore(state);
        state.initializeGsis(definitions, options.selection()::selects);
        var standings = Standings.of(state, failedBefore, options.retryFailed());
        var whole = definitions.tables().stream().collect(Collectors.toMap(TableDefinition::name, table -> table));
        var tables = selected.tables().stream()
                .map(table -> plan(
                        table,
                        Objects.requireNonNull(whole.get(table.name())),
                        Objects.requireNonNull(sights.get(table.name())),
                        standings))
                .toList();
        return new Plan(Targets.of(controlPlane, sights.values()), tables);
    }

    private TablePlan plan(TableDefinition table, TableDefinition whole, Sight sight, Standings standings) {
        var live = Optional.ofNullable(sight.table());
        var unseen = sight.failure();
        var prospect = unseen == null
                ? Foresight.of(
                        table, standings.of(), live, new RunRules(options.createTables(), controlPlane.isLocal()))
                : Prospect.unseen(table, unseen);
        var indexes = prospect.indexes().stream()
                .map(index -> plan(new IndexId(table.name(), index.index().name()), index, standings))
                .toList();
        return new TablePlan(
                table.name(),
                live.isPresent(),
                prospect.createsTable(),
                live.map(LiveTable::itemCount).orElse(0L),
                live.map(LiveTable::sizeBytes).orElse(0L),
                indexes,
                PlanWarnings.of(whole, live, indexes),
                prospect.failure());
    }

    private static IndexPlan plan(IndexId id, IndexProspect prospect, Standings standings) {
        var failedBefore = standings.failedBefore().contains(id);
        var failure = prospect.failure();
        var why = switch (prospect.action()) {
            case NOTHING -> "active, as defined";
            case WAIT -> "building";
            case CREATE -> failedBefore ? "missing; failed before" : "missing";
            case CREATE_WITH_TABLE -> "the table is missing";
            case LEAVE_FAILED -> "failed before; retried only when asked";
            case LEAVE_PENDING -> "missing, but not failed before";
            case FAIL -> Objects.requireNonNull(failure).meaning();
        };
        return new IndexPlan(id, prospect.index(), prospect.action(), why, failure);
    }
}
