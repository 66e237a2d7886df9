package dev.ensuregsis.benchmarks.plugin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The Maven that runs the benchmarks, once more, in a folder without a pom, with the plugin that was built.
 *
 * @param directory where it runs
 * @param options for its goals
 */
record Maven(Path directory, List<String> options) {
    private static final double NANOS = 1e9;

    /** Runs one goal, {@code gsi:} or {@code install:}, and says how long the whole of it took. */
    double seconds(String goal) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        var process = command(goal).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("mvn " + goal + " failed: " + said);
        }
        return (System.nanoTime() - begin) / NANOS;
    }

    /** Starts one goal that ends when its process is told to. */
    Process start(String goal) throws IOException {
        return command(goal).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }

    private ProcessBuilder command(String goal) {
        var coordinates = goal.startsWith("gsi:")
                ? "dev.ensuregsis:gsi-maven-plugin:" + property("version") + goal.substring("gsi".length())
                : "org.apache.maven.plugins:maven-install-plugin:" + property("installPlugin")
                        + goal.substring("install".length());
        var command = new ArrayList<>(List.of(
                Path.of(property("mavenHome"), "bin", "mvn").toString(),
                "-B",
                "-ntp",
                "-gs",
                property("settings"),
                "-Dmaven.repo.local=" + property("localRepository"),
                coordinates));
        command.addAll(options);
        var builder = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        // A machine's own settings for AWS, a bundle of certificates for one, are no part of what is measured.
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder;
    }

    private static String property(String name) {
        return System.getProperty("benchmarks." + name);
    }
}
