package dev.ensuregsis.engine;

import dev.ensuregsis.engine.Plan.Action;
import dev.ensuregsis.engine.Plan.IndexPlan;
import dev.ensuregsis.engine.Plan.TablePlan;
import dev.ensuregsis.engine.control.ControlPlane;
import dev.ensuregsis.engine.control.LiveTable;
import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.reconcile.Decision;
import dev.ensuregsis.engine.reconcile.Foresight;
import dev.ensuregsis.engine.reconcile.RunRules;
import dev.ensuregsis.engine.reconcile.Survey;
import dev.ensuregsis.engine.reconcile.Survey.Sight;
import dev.ensuregsis.engine.reconcile.Timeline;
import dev.ensuregsis.engine.state.GsiStateManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes a plan: one look at each table, then the decisions that a run would take on what was seen. */
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
        var tables = selected.tables().stream()
                .map(table -> plan(table, Objects.requireNonNull(sights.get(table.name())), standings))
                .toList();
        return new Plan(Targets.of(controlPlane, sights.values()), tables);
    }

    private TablePlan plan(TableDefinition table, Sight sight, Standings standings) {
        var live = Optional.ofNullable(sight.table());
        var plans = new LinkedHashMap<String, IndexPlan>();
        var failure = sight.failure();
        if (failure != null) {
            table.indexes().forEach(index -> add(plans, table, index, Action.FAIL, failure.meaning(), failure));
        } else {
            var rules = new RunRules(options.createTables(), controlPlane.isLocal());
            Foresight.of(table, standings.of(), live, rules)
                    .forEach(decision -> add(plans, table, decision, standings));
        }
        return new TablePlan(
                table.name(),
                live.isPresent(),
                live.map(LiveTable::itemCount).orElse(0L),
                live.map(LiveTable::sizeBytes).orElse(0L),
                List.copyOf(plans.values()),
                PlanWarnings.of(table, live, plans.values()));
    }

    private void add(Map<String, IndexPlan> plans, TableDefinition table, Decision decision, Standings standings) {
        if (decision instanceof Decision.CreateTable create) {
            create.call()
                    .indexes()
                    .forEach(index -> add(plans, table, index, Action.CREATE_WITH_TABLE, "the table is missing", null));
        } else if (decision instanceof Decision.CreateIndex create) {
            var id = new IndexId(table.name(), create.call().index().name());
            var why = standings.failedBefore().contains(id) ? "missing; failed before" : "missing";
            add(plans, table, create.call().index(), Action.CREATE, why, null);
        } else if (decision instanceof Decision.Adopt adopt) {
            // One that was waited for stays "building".
            add(plans, table, named(table, adopt.indexName()), Action.NOTHING, "active, as defined", null);
        } else if (decision instanceof Decision.Wait wait && wait.indexName() != null) {
            table.indexes().stream()
                    .filter(index -> index.name().equals(wait.indexName()))
                    .forEach(index -> add(plans, table, index, Action.WAIT, "building", null));
        } else if (decision instanceof Decision.Fail fail) {
            var failure = fail.failure();
            add(plans, table, named(table, fail.indexName()), Action.FAIL, failure.meaning(), failure);
        } else if (decision instanceof Decision.Leave leave) {
            var failedBefore = standings.failedBefore().contains(new IndexId(table.name(), leave.indexName()));
            var why = failedBefore ? "failed before; retried only when asked" : "not failed before";
            add(plans, table, named(table, leave.indexName()), Action.LEAVE_FAILED, why, null);
        }
    }

    private static void add(
            Map<String, IndexPlan> plans,
            TableDefinition table,
            IndexDefinition index,
            Action action,
            String why,
            @Nullable Failure failure) {
        plans.putIfAbsent(
                index.name(), new IndexPlan(new IndexId(table.name(), index.name()), index, action, why, failure));
    }

    private static IndexDefinition named(TableDefinition table, String name) {
        Supplier<IllegalStateException> undefined = () -> new IllegalStateException("undefined index " + name);
        return table.indexes().stream()
                .filter(index -> index.name().equals(name))
                .findFirst()
                .orElseThrow(undefined);
    }
}
