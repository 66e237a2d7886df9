package dev.ensuregsis.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A JVM that a test starts with an environment and a working directory of its own. */
record ChildJvm(Process process, Path directory) {

    /** Runs a main class of the test class path; its output goes to files beside the working directory. */
    static ChildJvm start(Path directory, Class<?> main, Map<String, String> environment, String... options)
            throws IOException {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        // It is gone before what the second compiler makes of it would pay, and before it has filled more memory.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmn16m"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "-Dslf4j.internal.verbosity=ERROR"));
        if (Runtime.version().feature() >= 24) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(List.of(options));
        command.add(main.getName());
        var builder = new ProcessBuilder(command)
                .directory(Files.createDirectories(directory.resolve("work")).toFile())
                .redirectOutput(directory.resolve("out").toFile())
                .redirectError(directory.resolve("err").toFile());
        builder.environment().putAll(environment);
        return new ChildJvm(builder.start(), directory);
    }

    /** Waits until it has ended by itself, without having complained or left a file. */
    void endsQuietly() throws IOException, InterruptedException {
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("ended").isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(Files.readString(directory.resolve("err"))).isEmpty();
        assertThat(process.exitValue()).isZero();
        assertThat(directory.resolve("work")).isEmptyDirectory();
    }

    String output() throws IOException {
        return Files.readString(directory.resolve("out"));
    }
}
