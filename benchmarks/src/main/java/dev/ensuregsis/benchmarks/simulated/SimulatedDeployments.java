package dev.ensuregsis.benchmarks.simulated;

import dev.ensuregsis.benchmarks.Figure;
import dev.ensuregsis.engine.GsiEngine;
import dev.ensuregsis.engine.InSimulation;
import dev.ensuregsis.engine.simulation.AccountRules;
import dev.ensuregsis.engine.simulation.CallRecord.Kind;
import dev.ensuregsis.engine.simulation.FaultPlan;
import dev.ensuregsis.engine.simulation.FaultyNetwork;
import dev.ensuregsis.engine.simulation.Latency;
import dev.ensuregsis.engine.simulation.SimulatedTimeline;
import dev.ensuregsis.engine.simulation.VirtualTime;
import dev.ensuregsis.engine.state.GsiStateManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** A real account, simulated, from one table to a thousand: the engine, the bound, and the rules of other tools. */
public final class SimulatedDeployments {
    private static final long SEED = 20260201;
    private static final double GOAL_TIME = 1.03;
    private static final double GOAL_LOOKS = 1;

    private SimulatedDeployments() {}

    /** Measures all sizes. */
    public static List<Figure> measure() throws InterruptedException {
        var figures = new ArrayList<Figure>();
        for (int tables : new int[] {1, 10, 100, 1_000}) {
            compare(tables + " tables of any size", Deployment.of(tables, SEED), figures);
        }
        compare("1000 empty tables of 10 indexes", Deployment.ofEmptyTables(1_000, 10, SEED), figures);
        return figures;
    }

    private static void compare(String what, Deployment deployment, List<Figure> figures) throws InterruptedException {
        var bound = LowerBound.of(deployment, AccountRules.REAL);
        var indexes = deployment.definitions().indexIds().size();
        var name = "Simulated account: " + what + ", " + indexes + " indexes";
        var engine = engine(deployment);
        figures.add(new Figure(
                name + ", total time",
                text(engine.took()),
                "lower bound (" + bound.reason() + "): " + text(bound.time()),
                ratio(engine.took(), bound.time()),
                null,
                GOAL_TIME));
        double hours = indexHours(deployment);
        double allowed = allowedLooks(deployment);
        figures.add(new Figure(
                name + ", looks per index-hour",
                String.format(Locale.ROOT, "%.0f", engine.looks() / hours),
                String.format(Locale.ROOT, "the polling rule allows %.0f", allowed / hours),
                engine.looks() / allowed,
                null,
                GOAL_LOOKS));
        for (var rule : WaitingRule.OF_TOOLS) {
            var tool = tool(rule, deployment);
            figures.add(new Figure(
                    name + ", beside the rule of " + rule.name(),
                    engine.inWords(),
                    tool.inWords(),
                    tool.unfinished() == 0 ? ratio(engine.took(), tool.took()) : null,
                    null,
                    null));
        }
    }

    private static Outcome engine(Deployment deployment) throws InterruptedException {
        return measure(deployment, (network, timeline) -> {
            try (var state = GsiStateManager.inMemory("benchmark")) {
                var engine =
                        GsiEngine.builder().controlPlane(network).state(state).build();
                var report =
                        InSimulation.ensure(engine, deployment.definitions(), timeline, new SplittableRandom(SEED));
                return (int) report.indexes().stream()
                        .filter(index -> !index.isActive())
                        .count();
            }
        });
    }

    private static Outcome tool(WaitingRule rule, Deployment deployment) throws InterruptedException {
        return measure(
                deployment,
                (network, timeline) -> new PollingTool(rule, network, timeline, deployment.definitions()).run());
    }

    private static Outcome measure(Deployment deployment, Tool tool) throws InterruptedException {
        var time = new VirtualTime();
        var account = deployment.account(time, AccountRules.REAL);
        var timeline = new SimulatedTimeline(time, Latency.REAL, new SplittableRandom(SEED));
        var counts = new int[2];
        var network = new FaultyNetwork(
                account, timeline, FaultPlan.NONE, call -> counts[call.kind() == Kind.LOOK ? 0 : 1]++);
        var start = time.instant();
        int unfinished = tool.run(network, timeline);
        return new Outcome(Duration.between(start, time.instant()), counts[0], counts[1], unfinished);
    }

    private static double indexHours(Deployment deployment) {
        return deployment.definitions().indexIds().stream()
                .mapToDouble(index -> deployment.buildTime(index).toSeconds() / 3600.0)
                .sum();
    }

    /** A look before each call, and in each wait one per twentieth of the time waited, from 2 s to 30 s. */
    private static double allowedLooks(Deployment deployment) {
        double looks = 0;
        for (var index : deployment.definitions().indexIds()) {
            double build = deployment.buildTime(index).toSeconds();
            looks += 3;
            for (double waited = 0; waited < build; looks++) {
                waited += Math.min(30, Math.max(2, waited / 20));
            }
        }
        return looks;
    }

    private static double ratio(Duration ours, Duration other) {
        return (double) ours.toMillis() / other.toMillis();
    }

    private static String text(Duration duration) {
        return duration.compareTo(Duration.ofHours(2)) < 0
                ? String.format(Locale.ROOT, "%.1f min", duration.toSeconds() / 60.0)
                : String.format(Locale.ROOT, "%.1f h", duration.toSeconds() / 3600.0);
    }

    @FunctionalInterface
    private interface Tool {
        int run(FaultyNetwork network, SimulatedTimeline timeline) throws InterruptedException;
    }

    /** How a deployment went. */
    private record Outcome(Duration took, int looks, int mutations, int unfinished) {
        String inWords() {
            return text(took) + ", " + (looks + mutations) + " calls, "
                    + (unfinished == 0 ? "all finished" : unfinished + " indexes left unfinished");
        }
    }
}
