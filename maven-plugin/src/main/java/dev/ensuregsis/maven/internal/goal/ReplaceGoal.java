package dev.ensuregsis.maven.internal.goal;

import dev.ensuregsis.engine.RunReport;
import dev.ensuregsis.maven.internal.aws.Connector;
import dev.ensuregsis.maven.internal.console.RemovalText;
import dev.ensuregsis.maven.internal.option.RefusedException;
import dev.ensuregsis.maven.internal.option.RemovalOptions;
import java.io.IOException;
import java.util.ArrayList;
import javax.inject.Inject;
import javax.inject.Named;

/** Deletes the indexes that are named and exist otherwise than defined, and creates them as they are defined. */
@Named
public final class ReplaceGoal implements Goal {
    private final Assignments assignments;
    private final Connector connector;
    private final StateOpener states;

    @Inject
    ReplaceGoal(Assignments assignments, Connector connector, StateOpener states) {
        this.assignments = assignments;
        this.connector = connector;
        this.states = states;
    }

    @Override
    public String name() {
        return "replace";
    }

    @Override
    public Outcome run(Invocation invocation) throws RefusedException, IOException, InterruptedException {
        var options = RemovalOptions.read(invocation.options());
        if (options.tables().definitions().names().indexes().isEmpty()) {
            invocation.options().refuseMissing("gsi.indexes", "the indexes to replace, table/index, comma-separated");
        }
        var definitions = assignments.whole(options.tables(), invocation);
        boolean understood = invocation.options().faults().isEmpty();
        var named = options.tables().definitions().names().named(definitions, invocation.options());
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
                var interruption = Interruption.guard(state.manager(), telling.replacements())) {
            var engine = removals.engine(connection, state.manager(), telling);
            var plan = engine.planReplacement(definitions, named);
            var objections = new ArrayList<String>(invocation.options().faults());
            objections.addAll(RemovalText.objections(plan, invocation.build().typed()));
            if (!objections.isEmpty()) {
                throw new RefusedException(String.join(System.lineSeparator(), objections));
            }
            invocation.console().print(RemovalText.lines(plan));
            report = removals.carryOut(engine, plan, telling);
        }
        return removals.conclude(report, definitions, telling, states);
    }
}
