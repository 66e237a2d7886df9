package dev.ensuregsis.engine;

import dev.ensuregsis.engine.check.CheckReport;
import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.internal.reconcile.Timeline;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** The engine in a time that is not the machine's, for histories and benchmarks. */
public final class InSimulation {
    private InSimulation() {}

    public static RunReport ensure(
            GsiEngine engine, Definitions definitions, Timeline timeline, RandomGenerator random) {
        return engine.ensure(definitions, timeline, random);
    }

    public static RemovalPlan planRemoval(
            RemovalEngine engine, boolean replaces, Definitions definitions, List<IndexId> named, Timeline timeline) {
        try {
            return engine.plan(replaces, definitions, named, timeline, new SplittableRandom(1));
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts a plan", e);
        }
    }

    public static RunReport carryOut(
            RemovalEngine engine, RemovalPlan plan, Timeline timeline, RandomGenerator random) {
        return engine.carryOut(plan, timeline, random);
    }

    public static Plan plan(GsiEngine engine, Definitions definitions, Timeline timeline, RandomGenerator random) {
        try {
            return engine.plan(definitions, timeline, random);
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts a plan", e);
        }
    }

    /** Checks items in simulated time. */
    public static CheckReport check(ItemCheck check, Definitions definitions, Timeline timeline, RandomGenerator random)
            throws InterruptedException {
        return check.check(definitions, timeline, random);
    }
}
