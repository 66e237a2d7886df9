package dev.ensuregsis.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs test classes through JUnit's engine, as a build would, and hands back what came of them. */
final class Fixtures {
    private final Class<?>[] classes;
    private final Map<String, String> parameters = new LinkedHashMap<>();

    private Fixtures(Class<?>... classes) {
        this.classes = classes;
    }

    /** Runs these, one after another, without configuration parameters. */
    static FixtureRunAssert assertThatRunOf(Class<?>... classes) {
        return of(classes).assertThatRun();
    }

    static Fixtures of(Class<?>... classes) {
        return new Fixtures(classes);
    }

    /** Sets a JUnit configuration parameter. */
    Fixtures with(String parameter, String value) {
        parameters.put(parameter, value);
        return this;
    }

    /** Lets classes and methods run side by side. */
    Fixtures inParallel(int threads) {
        return with("junit.jupiter.execution.parallel.enabled", "true")
                .with("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .with("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .with("junit.jupiter.execution.parallel.config.fixed.parallelism", Integer.toString(threads));
    }

    FixtureRunAssert assertThatRun() {
        var selectors = Arrays.stream(classes).map(type -> selectClass(type)).toList();
        return new FixtureRunAssert(EngineTestKit.engine("junit-jupiter")
                .selectors(selectors.toArray(new org.junit.platform.engine.DiscoverySelector[0]))
                .configurationParameters(parameters)
                .execute());
    }
}
