package dev.ensuregsis.engine;

import dev.ensuregsis.engine.RemovalPlan.Action;
import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.definition.IndexShape;
import dev.ensuregsis.engine.event.CouldNotLookException;
import dev.ensuregsis.engine.event.TableFailure;
import dev.ensuregsis.engine.internal.reconcile.Errand;
import dev.ensuregsis.engine.internal.reconcile.RightTarget;
import dev.ensuregsis.engine.internal.reconcile.Survey;
import dev.ensuregsis.engine.internal.reconcile.SystemTimeline;
import dev.ensuregsis.engine.internal.reconcile.Timeline;
import dev.ensuregsis.engine.spi.LiveReplica;
import dev.ensuregsis.engine.spi.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Deletes and replaces indexes, those named only; made by {@link GsiEngine#removing}. Immutable; one instance may be used
 * for several runs, one at a time. Closes nothing that it was given.
 */
public final class RemovalEngine {
    private final EngineParts parts;
    private final EngineOptions options;

    RemovalEngine(EngineParts parts, EngineOptions options) {
        this.parts = parts;
        this.options = options;
    }

    /**
     * Looks at what is to be deleted for good. Changes nothing and takes no lock.
     *
     * @param definitions everything that is defined: what is in it is never deleted
     * @param named the indexes, by the names that they have in DynamoDB
     * @return what would go, and what stands against it
     * @throws CouldNotLookException if DynamoDB could not be asked
     * @throws InterruptedException if the thread is interrupted
     */
    public RemovalPlan planDeletion(Definitions definitions, Collection<IndexId> named) throws InterruptedException {
        try (var timeline = new SystemTimeline()) {
            return plan(false, definitions, named, timeline, new SplittableRandom());
        }
    }

    /**
     * Looks at what is to be made as it is defined, in place of what is otherwise. Changes nothing and takes no lock.
     *
     * @param definitions everything that is defined
     * @param named the indexes, by the names that they have in DynamoDB
     * @return what would go, and what stands against it
     * @throws CouldNotLookException if DynamoDB could not be asked
     * @throws InterruptedException if the thread is interrupted
     */
    public RemovalPlan planReplacement(Definitions definitions, Collection<IndexId> named) throws InterruptedException {
        try (var timeline = new SystemTimeline()) {
            return plan(true, definitions, named, timeline, new SplittableRandom());
        }
    }

    /**
     * Looks for what is live and not defined, on the tables of the definitions and no others. Changes nothing.
     *
     * @param tables the tables to look at
     * @param definitions everything that is defined
     * @return what was found
     * @throws CouldNotLookException if DynamoDB could not be asked, or the tables are another account's than expected
     * @throws InterruptedException if the thread is interrupted
     */
    public Leftovers leftovers(Collection<String> tables, Definitions definitions) throws InterruptedException {
        try (var timeline = new SystemTimeline()) {
            var local = parts.controlPlane().isLocal();
            var surveyed = new Survey(parts.controlPlane(), options.policies(local), timeline, new SplittableRandom())
                    .lookAt(tables);
            refuseAnotherAccount(surveyed.target(), local);
            var defined = new HashSet<>(definitions.indexIds());
            var left = new ArrayList<Leftovers.Leftover>();
            var notLooked = new ArrayList<TableFailure>();
            for (var name : tables) {
                var seen = Objects.requireNonNull(surveyed.tables().get(name));
                var table = seen.table();
                if (seen.failure() != null) {
                    notLooked.add(new TableFailure(name, seen.failure()));
                } else if (table != null) {
                    var regions =
                            table.replicas().stream().map(LiveReplica::region).toList();
                    table.indexes().stream()
                            .filter(index -> !defined.contains(new IndexId(name, index.name())))
                            .forEach(index ->
                                    left.add(new Leftovers.Leftover(new IndexId(name, index.name()), index, regions)));
                }
            }
            return new Leftovers(surveyed.target(), left, notLooked);
        }
    }

    /** What is left in another account is nothing to delete. */
    private void refuseAnotherAccount(Target target, boolean local) {
        if (target.accountId() != null) {
            new RightTarget(
                            options.expectedAccount(),
                            Target.UNKNOWN,
                            parts.store().place(),
                            local)
                    .objection(target)
                    .ifPresent(objection -> {
                        throw new CouldNotLookException(objection);
                    });
        }
    }

    /** The same in another time. */
    RemovalPlan plan(
            boolean replaces,
            Definitions definitions,
            Collection<IndexId> named,
            Timeline timeline,
            RandomGenerator random)
            throws InterruptedException {
        var planner = new RemovalPlanner(parts, options, replaces, definitions);
        return planner.plan(List.copyOf(new LinkedHashSet<>(named)), timeline, random);
    }

    /**
     * Does it. An index is deleted only if it still is what the plan shows; that it will be is recorded before the call is
     * sent.
     *
     * @param plan a plan of this engine without objections
     * @return what became of it; a failed index is in the report, not an exception
     * @throws IllegalArgumentException if there is an objection
     */
    public RunReport carryOut(RemovalPlan plan) {
        try (var timeline = new SystemTimeline()) {
            return carryOut(plan, timeline, new SplittableRandom());
        }
    }

    /** The same in another time. */
    RunReport carryOut(RemovalPlan plan, Timeline timeline, RandomGenerator random) {
        if (!plan.objectionable().isEmpty()) {
            throw new IllegalArgumentException("there are objections: " + plan.objectionable());
        }
        return new Run(scope(plan), parts, options, timeline, random).report();
    }

    private static RunScope scope(RemovalPlan plan) {
        var leaving = new LinkedHashMap<IndexId, IndexShape>();
        plan.candidates().stream()
                .filter(candidate -> candidate.action() != Action.CREATE && candidate.action() != Action.NOTHING)
                .forEach(candidate -> {
                    if (candidate.shape() != null) {
                        leaving.put(candidate.id(), candidate.shape());
                    }
                });
        if (!plan.replaces()) {
            return RunScope.deleting(plan.definitions(), new Errand(Errand.Purpose.DELETE, leaving));
        }
        var named = plan.candidates().stream().map(RemovalPlan.Candidate::id).collect(Collectors.toSet());
        return RunScope.replacing(plan.definitions(), named, new Errand(Errand.Purpose.REPLACE, leaving));
    }
}
