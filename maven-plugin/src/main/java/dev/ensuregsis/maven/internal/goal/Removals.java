package dev.ensuregsis.maven.internal.goal;

import dev.ensuregsis.engine.GsiEngine;
import dev.ensuregsis.engine.RemovalEngine;
import dev.ensuregsis.engine.RemovalPlan;
import dev.ensuregsis.engine.RunReport;
import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.state.GsiStateManager;
import dev.ensuregsis.maven.internal.aws.Connection;
import dev.ensuregsis.maven.internal.console.Audience;
import dev.ensuregsis.maven.internal.console.IndexLabels;
import dev.ensuregsis.maven.internal.console.RunComplaint;
import dev.ensuregsis.maven.internal.console.RunSummary;
import dev.ensuregsis.maven.internal.console.TerminalWidth;
import dev.ensuregsis.maven.internal.option.RefusedException;
import dev.ensuregsis.maven.internal.option.RemovalOptions;
import dev.ensuregsis.maven.internal.report.Chronicle;
import dev.ensuregsis.maven.internal.report.Finding;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries out what was named and shown: for the two goals that delete. */
final class Removals {
    private final RemovalOptions options;
    private final Invocation invocation;

    Removals(RemovalOptions options, Invocation invocation) {
        this.options = options;
        this.invocation = invocation;
    }

    /** An engine that can delete, and tells what it does. */
    RemovalEngine engine(Connection connection, GsiStateManager state, Telling telling) {
        var controlPlane = connection.controlPlane();
        var listener = telling.narration().listener(options.waiting(), invocation);
        return GsiEngine.builder()
                .controlPlane(controlPlane)
                .state(state)
                .expectedAccount(options.tables().connection().account())
                .retryPolicies(options.retry().policies(controlPlane.isLocal()))
                .listener(event -> {
                    telling.replacements().onEvent(event);
                    listener.onEvent(event);
                })
                .capacityControl(connection.capacity())
                .timeout(options.waiting().longest())
                .stallTimeout(options.waiting().stall())
                // The board hears of each look, and chooses when to speak.
                .progressInterval(Duration.ZERO)
                .build()
                .removing(connection.removal());
    }

    /** Whoever waits for the run's end is told of it, however it ends. */
    RunReport carryOut(RemovalEngine engine, RemovalPlan plan, Telling telling) {
        try {
            return engine.carryOut(plan);
        } finally {
            telling.replacements().runIsOver();
        }
    }

    Telling telling(List<IndexId> named) {
        var audience = new Audience(invocation.build().interactive(), named.size(), TerminalWidth.of(System.getenv()));
        return new Telling(new Narration(IndexLabels.of(named), audience, new Chronicle()), new OpenReplacements());
    }

    /** Says what came of it, when the run has left the state. */
    Outcome conclude(RunReport report, Definitions definitions, Telling telling, StateOpener states)
            throws RefusedException, IOException {
        var part = states.part(definitions, report.indexes().size(), options.tables(), invocation);
        invocation
                .console()
                .print(RunSummary.lines(report, part, telling.narration().audience()));
        return new Outcome(
                new Finding.Ran(report, definitions, telling.narration().chronicle()), complaint(report));
    }

    private @Nullable String complaint(RunReport report) {
        return report.isSuccessful()
                ? null
                : RunComplaint.of(report, invocation.build().typed());
    }

    /**
     * Whom a run tells what it does.
     *
     * @param narration the person who runs it
     * @param replacements who has to know before it ends
     */
    record Telling(Narration narration, OpenReplacements replacements) {}
}
