package dev.ensuregsis.maven.internal.goal;

import dev.ensuregsis.engine.StatusReport;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.NextStep;
import dev.ensuregsis.engine.event.NextStep.Kind;
import dev.ensuregsis.engine.spi.FailureKind;
import dev.ensuregsis.engine.state.GsiStateManager;
import dev.ensuregsis.maven.internal.aws.Connector;
import dev.ensuregsis.maven.internal.aws.LoginException;
import dev.ensuregsis.maven.internal.aws.Unreachable;
import dev.ensuregsis.maven.internal.console.HistoryText;
import dev.ensuregsis.maven.internal.console.StatusText;
import dev.ensuregsis.maven.internal.option.ConnectionOptions;
import dev.ensuregsis.maven.internal.option.OptionReader;
import dev.ensuregsis.maven.internal.option.RefusedException;
import dev.ensuregsis.maven.internal.option.RetryOptions;
import dev.ensuregsis.maven.internal.option.TableOptions;
import dev.ensuregsis.maven.internal.report.Finding;
import java.io.IOException;
import java.util.List;
import javax.inject.Inject;
import javax.inject.Named;
import org.jspecify.annotations.Nullable;

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
        var retry = RetryOptions.read(invocation.options());
        var shown = Shown.read(invocation.options());
        var names = tables.definitions().names();
        var recorded = names.tables().isEmpty() && names.indexes().isEmpty()
                ? List.<IndexId>of()
                : states.recorded(tables, invocation);
        var assignment = assignments.find(tables, invocation, () -> recorded);
        if (assignment.isEmpty()) {
            return Outcome.NOTHING;
        }
        var store = tables.state().table();
        boolean asksNobody =
                invocation.build().offline() && !tables.connection().isEmbedded();
        if (asksNobody && store != null) {
            throw new RefusedException(
                    "Maven is offline (-o), and the state is in table " + store.name() + ". Leave out -o.");
        }
        try (var state = states.open(tables, invocation)) {
            var status = asksNobody
                    ? recorded(
                            assignment.get(),
                            state.manager(),
                            "Maven is offline (-o). Leave out -o to look at DynamoDB.",
                            Kind.RUN_AGAIN)
                    : compared(assignment.get(), state.manager(), new Asking(tables.connection(), retry), invocation);
            invocation.console().print(StatusText.lines(status, store == null));
            tellMore(state.manager(), status, shown, invocation);
            return Outcome.green(new Finding.Compared(status, assignment.get().definitions()));
        }
    }

    private static void tellMore(GsiStateManager state, StatusReport status, Shown shown, Invocation invocation)
            throws IOException {
        var target = status.target();
        state.store().holder(target).ifPresent(owner -> invocation.console().print("State in use by " + owner + "."));
        if (shown.runs() > 0) {
            invocation.console().print(HistoryText.lines(state.store().history(target, shown.runs())));
        }
        if (shown.exportTo() != null) {
            var file = invocation.build().workplace().root().resolve(shown.exportTo());
            state.recordTarget(target);
            state.exportTo(file);
            invocation.console().print("State written to " + file);
        }
    }

    /**
     * What is shown besides.
     *
     * @param runs how many that have ended
     * @param exportTo where to write the state to; null for nowhere
     */
    private record Shown(int runs, @Nullable String exportTo) {
        static Shown read(OptionReader options) {
            var runs = "0".equals(options.text("gsi.history")) ? null : options.count("gsi.history");
            return new Shown(runs == null ? 0 : runs, options.text("gsi.exportState"));
        }
    }

    /**
     * How DynamoDB is asked.
     *
     * @param connection where, and as whom
     * @param retry how often
     */
    private record Asking(ConnectionOptions connection, RetryOptions retry) {}

    private StatusReport compared(Assignment assignment, GsiStateManager state, Asking asking, Invocation invocation)
            throws RefusedException, IOException, InterruptedException {
        try (var connection = invocation.connect(connector, asking.connection())) {
            var controlPlane = connection.controlPlane();
            return assignment
                    .engine(state, controlPlane)
                    .retryPolicies(asking.retry().policies(controlPlane.isLocal()))
                    .build()
                    .status(assignment.definitions());
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
        return new StatusReport(report.target(), report.statePlace(), report.rows(), report.warnings(), why);
    }
}
