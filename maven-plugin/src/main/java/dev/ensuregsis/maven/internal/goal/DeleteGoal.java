package dev.ensuregsis.maven.internal.goal;

import dev.ensuregsis.engine.Leftovers;
import dev.ensuregsis.engine.RemovalPlan;
import dev.ensuregsis.engine.RemovalPlan.Action;
import dev.ensuregsis.engine.RemovalPlan.Candidate;
import dev.ensuregsis.engine.RunReport;
import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.spi.LiveReplica;
import dev.ensuregsis.engine.spi.LiveTable;
import dev.ensuregsis.maven.internal.aws.Connector;
import dev.ensuregsis.maven.internal.aws.IndexUse;
import dev.ensuregsis.maven.internal.console.LeftoversText;
import dev.ensuregsis.maven.internal.console.RemovalText;
import dev.ensuregsis.maven.internal.option.RefusedException;
import dev.ensuregsis.maven.internal.option.RemovalOptions;
import dev.ensuregsis.maven.internal.report.Finding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Named;

/** Deletes the indexes that are named; with none named, lists those that could be. */
@Named
public final class DeleteGoal implements Goal {
    private final Assignments assignments;
    private final Connector connector;
    private final StateOpener states;

    @Inject
    DeleteGoal(Assignments assignments, Connector connector, StateOpener states) {
        this.assignments = assignments;
        this.connector = connector;
        this.states = states;
    }

    @Override
    public String name() {
        return "delete";
    }

    @Override
    public Outcome run(Invocation invocation) throws RefusedException, IOException, InterruptedException {
        var options = RemovalOptions.read(invocation.options());
        boolean force = invocation.options().flag("gsi.force", false);
        var definitions = assignments.whole(options.tables(), invocation);
        boolean understood = invocation.options().faults().isEmpty();
        var names = options.tables().definitions().names();
        var named = names.named(definitions, invocation.options());
        // With options that can't be understood nothing is looked at; a name that can't be meant is told beside the
        // others.
        if (!understood || named.isEmpty()) {
            invocation.options().refuseFaults();
        }
        var removals = new Removals(options, invocation);
        var telling = removals.telling(named);
        RunReport report;
        try (var connection = invocation.connect(connector, options.tables().connection());
                var state = states.open(options.tables(), invocation);
                var interruption = Interruption.guard(state.manager())) {
            var engine = removals.engine(connection, state.manager(), telling);
            if (named.isEmpty()) {
                var tables = names.selection().tablesOf(definitions);
                return list(definitions, engine.leftovers(tables, definitions), connection.use(), invocation);
            }
            var plan = engine.planDeletion(definitions, named);
            refuse(plan, force, connection.use(), invocation);
            invocation.console().print(RemovalText.lines(plan));
            report = removals.carryOut(engine, plan, telling);
        }
        return removals.conclude(report, definitions, telling, states);
    }

    private static Outcome list(Definitions definitions, Leftovers leftovers, IndexUse use, Invocation invocation) {
        invocation
                .console()
                .print(LeftoversText.lines(
                        leftovers,
                        leftover -> use.objection(leftover.id(), leftover.replicaRegions())
                                .orElseGet(use::words),
                        invocation.build().typed()));
        return Outcome.green(new Finding.Listed(leftovers, definitions));
    }

    /** All reasons in one go. */
    private static void refuse(RemovalPlan plan, boolean force, IndexUse use, Invocation invocation)
            throws RefusedException {
        // What no look is needed for stands beside what one has shown.
        var reasons = new ArrayList<String>(invocation.options().faults());
        reasons.addAll(RemovalText.objections(plan, invocation.build().typed()));
        if (!force) {
            plan.candidates().stream()
                    .filter(candidate -> candidate.action() == Action.DELETE)
                    .forEach(candidate -> use.objection(candidate.id(), replicaRegions(candidate))
                            .ifPresent(reason -> reasons.add(RemovalText.unlessForced(candidate.id(), reason))));
        }
        if (!reasons.isEmpty()) {
            throw new RefusedException(String.join(System.lineSeparator(), reasons));
        }
    }

    private static List<String> replicaRegions(Candidate candidate) {
        return Optional.ofNullable(candidate.table()).map(LiveTable::replicas).orElse(List.of()).stream()
                .map(LiveReplica::region)
                .toList();
    }
}
