package dev.ensuregsis.maven.internal.goal;

import dev.ensuregsis.engine.RunReport;
import dev.ensuregsis.engine.event.GsiListener;
import dev.ensuregsis.engine.spi.ProgressSource;
import dev.ensuregsis.maven.internal.aws.Connector;
import dev.ensuregsis.maven.internal.build.Build;
import dev.ensuregsis.maven.internal.console.Audience;
import dev.ensuregsis.maven.internal.console.RunComplaint;
import dev.ensuregsis.maven.internal.console.RunSummary;
import dev.ensuregsis.maven.internal.console.TerminalWidth;
import dev.ensuregsis.maven.internal.option.CreateOptions;
import dev.ensuregsis.maven.internal.option.RefusedException;
import dev.ensuregsis.maven.internal.option.WaitingOptions;
import dev.ensuregsis.maven.internal.report.Chronicle;
import dev.ensuregsis.maven.internal.report.Finding;
import java.io.IOException;
import java.time.Duration;
import javax.inject.Inject;
import javax.inject.Named;
import org.jspecify.annotations.Nullable;

/** Creates what is missing and waits until it is ACTIVE. */
@Named
public final class CreateGoal implements Goal {
    private final Assignments assignments;
    private final Connector connector;
    private final StateOpener states;

    @Inject
    CreateGoal(Assignments assignments, Connector connector, StateOpener states) {
        this.assignments = assignments;
        this.connector = connector;
        this.states = states;
    }

    @Override
    public String name() {
        return "create";
    }

    @Override
    public Outcome run(Invocation invocation) throws RefusedException, IOException {
        var options = CreateOptions.read(invocation.options());
        var assignment = assignments.find(options.tables(), invocation);
        if (assignment.isEmpty()) {
            return Outcome.NOTHING;
        }
        var chronicle = new Chronicle();
        var report = create(assignment.get(), options, chronicle, invocation);
        invocation
                .console()
                .print(RunSummary.lines(
                        report,
                        states.part(assignment.get(), options.tables(), invocation),
                        audience(assignment.get(), invocation)));
        return new Outcome(
                new Finding.Ran(report, assignment.get().definitions(), chronicle),
                complaint(report, invocation.build()));
    }

    private RunReport create(Assignment assignment, CreateOptions options, Chronicle chronicle, Invocation invocation)
            throws RefusedException, IOException {
        try (var connection = invocation.connect(connector, options.tables().connection());
                var state = states.open(options.tables(), invocation);
                var interruption = Interruption.guard(state.manager())) {
            var controlPlane = connection.controlPlane();
            return options.ensuring()
                    .allow(assignment.engine(state.manager(), controlPlane), connection.capacity())
                    .retryPolicies(options.retry().policies(controlPlane.isLocal()))
                    .listener(listener(assignment, options.waiting(), chronicle, invocation))
                    .waitForActive(options.waiting().waits())
                    .timeout(options.waiting().longest())
                    .stallTimeout(options.waiting().stall())
                    .progress(options.waiting().metrics() ? connection.progress() : ProgressSource.NONE)
                    // The board hears of each look, and chooses when to speak.
                    .progressInterval(Duration.ZERO)
                    .build()
                    .ensure(assignment.definitions());
        }
    }

    private static @Nullable String complaint(RunReport report, Build build) {
        return report.isSuccessful() ? null : RunComplaint.of(report, build.typed());
    }

    private static GsiListener listener(
            Assignment assignment, WaitingOptions options, Chronicle chronicle, Invocation invocation) {
        return new Narration(assignment.labels(), audience(assignment, invocation), chronicle)
                .listener(options, invocation);
    }

    private static Audience audience(Assignment assignment, Invocation invocation) {
        return new Audience(
                invocation.build().interactive(),
                assignment.selected().indexIds().size(),
                TerminalWidth.of(System.getenv()));
    }
}
