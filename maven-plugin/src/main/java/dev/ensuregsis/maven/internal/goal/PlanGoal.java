package dev.ensuregsis.maven.internal.goal;

import dev.ensuregsis.maven.internal.aws.Connector;
import dev.ensuregsis.maven.internal.build.Build;
import dev.ensuregsis.maven.internal.console.PlanText;
import dev.ensuregsis.maven.internal.option.EnsuringOptions;
import dev.ensuregsis.maven.internal.option.RefusedException;
import dev.ensuregsis.maven.internal.option.RetryOptions;
import dev.ensuregsis.maven.internal.option.TableOptions;
import dev.ensuregsis.maven.internal.report.Finding;
import java.io.IOException;
import javax.inject.Inject;
import javax.inject.Named;

/** Shows what a create would do now. Changes nothing. */
@Named
public final class PlanGoal implements Goal {
    private final Assignments assignments;
    private final Connector connector;
    private final StateOpener states;

    @Inject
    PlanGoal(Assignments assignments, Connector connector, StateOpener states) {
        this.assignments = assignments;
        this.connector = connector;
        this.states = states;
    }

    @Override
    public String name() {
        return "plan";
    }

    @Override
    public Outcome run(Invocation invocation) throws RefusedException, IOException, InterruptedException {
        var options = invocation.options();
        var tables = TableOptions.read(options);
        var ensuring = EnsuringOptions.read(options, tables.connection());
        var retry = RetryOptions.read(options);
        boolean redIfPending = options.flag("gsi.failIfPending", false);
        var assignment = assignments.find(tables, invocation);
        if (assignment.isEmpty()) {
            return Outcome.NOTHING;
        }
        try (var connection = invocation.connect(connector, tables.connection());
                var state = states.open(tables, invocation)) {
            var controlPlane = connection.controlPlane();
            var plan = ensuring.allow(assignment.get().engine(state.manager(), controlPlane), connection.capacity())
                    .retryPolicies(retry.policies(controlPlane.isLocal()))
                    .build()
                    .plan(assignment.get().definitions());
            invocation
                    .console()
                    .print(PlanText.lines(
                            plan,
                            assignment.get().selected(),
                            invocation.build().typed().instead("create"),
                            invocation.build().typed().instead("check")));
            state.manager()
                    .store()
                    .holder(plan.target())
                    .ifPresent(owner -> invocation.console().print("State in use by " + owner + "."));
            boolean red = redIfPending && !plan.asksForNothing();
            return new Outcome(
                    new Finding.Planned(plan, assignment.get().definitions()),
                    red ? complaint(invocation.build()) : null);
        }
    }

    private static String complaint(Build build) {
        return "There is something to do (gsi.failIfPending): see the plan above. To do it: "
                + build.typed().instead("create");
    }
}
