package dev.ensuregsis.benchmarks.plugin;

import dev.ensuregsis.benchmarks.Figure;
import dev.ensuregsis.benchmarks.Fork;
import dev.ensuregsis.benchmarks.Pairs;
import dev.ensuregsis.engine.definition.DefinitionReader;
import dev.ensuregsis.engine.definition.DefinitionSource;
import dev.ensuregsis.engine.spi.GsiStatus;
import dev.ensuregsis.engine.state.GsiStateManager;
import dev.ensuregsis.local.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * What {@code gsi:status} and a {@code gsi:create} with nothing to do take, against a goal that does nothing; and beside what
 * nobody who uses the AWS SDK can do without, its client and its first call.
 */
public final class PluginStart {
    private static final int RUNS = 5;
    private static final double ALLOWED_SECONDS = 0.7;
    private static final double NANOS = 1e9;
    private static final String TRIVIAL = "install:help";

    private PluginStart() {}

    /** Measures. */
    public static List<Figure> measure() throws IOException, InterruptedException {
        var status = new Pairs("s");
        var create = new Pairs("s");
        var overSdk = new Pairs("s");
        var project = Files.createTempDirectory("plugin-start");
        try (var server = EmbeddedServer.start();
                var definitions = Objects.requireNonNull(PluginStart.class.getResourceAsStream("/first-test.json"))) {
            Files.copy(definitions, project.resolve("gsis.json"));
            var maven = new Maven(project, List.of("-Dgsi.endpoint=" + server.uri(), "-Dgsi.createTables=true"));
            maven.seconds(TRIVIAL);
            maven.seconds("gsi:create");
            withState(project, () -> maven.seconds("gsi:status"));
            overFirstCall(server.uri());
            for (int run = 0; run < RUNS; run++) {
                double trivial = maven.seconds(TRIVIAL);
                double looked = withState(project, () -> maven.seconds("gsi:status"));
                status.add(looked, trivial);
                overSdk.add(looked - trivial, overFirstCall(server.uri()));
                create.add(maven.seconds("gsi:create"), trivial);
            }
        }
        return List.of(
                status.moreWithin("Maven: gsi:status with a state file", "a goal that does nothing", ALLOWED_SECONDS),
                overSdk.figure(
                        "Maven: gsi:status with a state file, what it takes over a goal that does nothing",
                        "the SDK's client and its first call, over a JVM that does nothing",
                        null),
                create.moreWithin("Maven: gsi:create, all in place", "a goal that does nothing", ALLOWED_SECONDS));
    }

    private static double overFirstCall(URI endpoint) throws IOException, InterruptedException {
        double nothing = seconds(() -> Fork.figures(FirstCall.class, List.of(), List.of()));
        return seconds(() -> Fork.figures(FirstCall.class, List.of(), List.of(endpoint.toString()))) - nothing;
    }

    private static double seconds(Work work) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / NANOS;
    }

    /** With a run that was interrupted, as its state file tells. */
    private static double withState(Path project, Measurement measurement) throws IOException, InterruptedException {
        try (var state = new GsiStateManager("benchmark", project)) {
            var definitions = DefinitionReader.builder()
                    .build()
                    .read(List.of(DefinitionSource.file(project.resolve("gsis.json"))));
            state.initializeGsis(definitions);
            definitions
                    .indexIds()
                    .forEach(id -> state.updateGsiStatus(id.tableName(), id.indexName(), GsiStatus.IN_PROGRESS));
        }
        try {
            return measurement.seconds();
        } finally {
            Files.delete(project.resolve(".gsi_creation_state.json"));
        }
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    @FunctionalInterface
    private interface Measurement {
        double seconds() throws IOException, InterruptedException;
    }
}
