package dev.ensuregsis.maven.internal.goal;

import dev.ensuregsis.engine.StatusReport;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.NextStep;
import dev.ensuregsis.engine.event.NextStep.Kind;
import dev.ensuregsis.engine.spi.FailureKind;
import dev.ensuregsis.engine.state.GsiStateManager;
import dev.ensuregsis.maven.internal.aws.Connector;
import dev.ensuregsis.maven.internal.aws.LoginException;
import dev.ensuregsis.maven.internal.aws.Unreachable;
import dev.ensuregsis.maven.internal.console.StatusText;
import dev.ensuregsis.maven.internal.option.ConnectionOptions;
import dev.ensuregsis.maven.internal.option.RefusedException;
import dev.ensuregsis.maven.internal.option.TableOptions;
import dev.ensuregsis.maven.internal.report.Finding;
import java.io.IOException;
import javax.inject.Inject;
import javax.inject.Named;

/** Shows what the state says beside what DynamoDB says; where that can't be asked, what the state says and why. */
@Named
public final class StatusGoal implements Goal {
    private final Assignments assignments;
    private final Connector connector;
    private final StateOpener states;

    @Inject
    StatusGoal(Assignments assignments, Connector connector, StateOpener states) {
        this.assignments = assignments;
        this.connector = connector;
        this.states = states;
    }

    @Override
    public String name() {
        return "status";
    }

    @Override
    public Outcome run(Invocation invocation) throws RefusedException, IOException, InterruptedException {
        var tables = TableOptions.read(invocation.options());
        var assignment = assignments.find(tables, invocation, () -> states.recorded(tables, invocation.build()));
        if (assignment.isEmpty()) {
            return Outcome.NOTHING;
        }
        try (var state = states.open(tables, invocation.build())) {
            var status = invocation.build().offline() && !tables.connection().isEmbedded()
                    ? recorded(
                            assignment.get(),
                            state,
                            "Maven is offline (-o). Leave out -o to look at DynamoDB.",
                            Kind.CHECK_ENDPOINT)
                    : compared(assignment.get(), state, tables.connection(), invocation);
            invocation.console().print(StatusText.lines(status));
            return Outcome.green(
                    new Finding.Compared(status, assignment.get().definitions().unread()));
        }
    }

    private StatusReport compared(
            Assignment assignment, GsiStateManager state, ConnectionOptions options, Invocation invocation)
            throws RefusedException, IOException, InterruptedException {
        try (var connection = invocation.connect(connector, options)) {
            return assignment.engine(state, connection.controlPlane()).build().status(assignment.definitions());
        } catch (LoginException unknown) {
            return recorded(assignment, state, unknown.getMessage() + " Then run it again.", Kind.SIGN_IN);
        }
    }

    /** What the state says, and why DynamoDB was not asked. */
    private static StatusReport recorded(Assignment assignment, GsiStateManager state, String reason, Kind nextStep)
            throws InterruptedException {
        var report = assignment.engine(state, new Unreachable(reason)).build().status(assignment.definitions());
        var why = new Failure(
                FailureKind.TARGET, "NotAsked", reason, "DynamoDB was not asked.", false, NextStep.of(nextStep));
        return new StatusReport(report.target(), report.statePlace(), report.rows(), why);
    }
}
