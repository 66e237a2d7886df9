package dev.ensuregsis.benchmarks.simulated;

import dev.ensuregsis.benchmarks.Figure;
import dev.ensuregsis.engine.simulation.AccountRules;
import dev.ensuregsis.engine.simulation.CallRecord.Kind;
import dev.ensuregsis.engine.simulation.FaultPlan;
import dev.ensuregsis.engine.simulation.FaultyNetwork;
import dev.ensuregsis.engine.simulation.Latency;
import dev.ensuregsis.engine.simulation.SimulatedTimeline;
import dev.ensuregsis.engine.simulation.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Point 3: a real account, simulated, from one table to a thousand. */
public final class SimulatedDeployments {
    private static final long SEED = 20260201;

    private SimulatedDeployments() {}

    public static List<Figure> measure() throws InterruptedException {
        var figures = new ArrayList<Figure>();
        for (int tables : new int[] {1, 10, 100, 1_000}) {
            var deployment = Deployment.of(tables, SEED);
            var bound = LowerBound.of(deployment, AccountRules.REAL);
            for (var rule : WaitingRule.OF_TOOLS) {
                var outcome = tool(rule, deployment);
                System.out.println(tables + " " + rule.name() + " " + outcome + " bound " + bound);
            }
        }
        return figures;
    }

    private static Outcome tool(WaitingRule rule, Deployment deployment) throws InterruptedException {
        var time = new VirtualTime();
        var account = deployment.account(time, AccountRules.REAL);
        var timeline = new SimulatedTimeline(time, Latency.REAL, new SplittableRandom(SEED));
        var counts = new int[2];
        var network = new FaultyNetwork(
                account, timeline, FaultPlan.NONE, call -> counts[call.kind() == Kind.LOOK ? 0 : 1]++);
        var start = time.instant();
        int unfinished = new PollingTool(rule, network, timeline, deployment.definitions()).run();
        return new Outcome(Duration.between(start, time.instant()), counts[0], counts[1], unfinished);
    }

    /** How a deployment went. */
    record Outcome(Duration took, int looks, int mutations, int unfinished) {}
}
