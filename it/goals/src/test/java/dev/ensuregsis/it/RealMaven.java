package dev.ensuregsis.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ensuregsis.local.DynamoDbEndpoint;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Maven of one version, with the staged artifacts in a local repository of the tests' own. */
record RealMaven(String version) {
    static final String OLDEST = "3.6.3";
    static final String CURRENT = "3.9.16";
    static final String NEXT = "4.0.0-rc-6";

    /**
     * A JVM that is gone before what the second compiler makes of it would pay, and before it has filled the memory that it would
     * take: a seventh of its CPU time is first touches of new pages. Its classes are verified by other tests.
     */
    static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmn16m"
            + " -XX:+UnlockDiagnosticVMOptions -XX:-BytecodeVerificationRemote";

    private static final List<String> HEARS_CTRL_C = hearsCtrlC();
    private static final Path MAVENS = Path.of(System.getProperty("it.mavens"));
    private static final Path LOCAL_REPOSITORY = Path.of(System.getProperty("it.localRepository"));
    private static final Path HOST_REPOSITORY = Path.of(System.getProperty("it.hostRepository"));
    private static final String PLUGIN = "dev.ensuregsis:gsi-maven-plugin:" + System.getProperty("it.version") + ":";
    private static final Path GLOBAL_SETTINGS = writeGlobalSettings();

    /** What a run printed, both streams, and how it ended. */
    record Result(int exitCode, String output) implements Serializable {
        List<String> lines() {
            return output.lines()
                    .map(line -> line.replaceFirst("^\\[(INFO|WARNING|ERROR)] ?", ""))
                    .toList();
        }
    }

    /** A Maven that is at work. */
    record Running(Process process, Path outputFile) {
        String output() {
            try {
                return Files.readString(outputFile);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Waits until it has printed this; fails if it ends before. */
        void awaitOutput(String text) {
            await().atMost(Duration.ofMinutes(2)).until(() -> {
                assertThat(process.isAlive()).as(output()).isTrue();
                return output().contains(text);
            });
        }

        /** Waits until one index of several is there. */
        void awaitFirstActive() {
            awaitOutput("GSI created successfully");
        }

        void signal(String signal) throws IOException, InterruptedException {
            var kill = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .inheritIO()
                    .start();
            if (kill.waitFor() != 0) {
                throw new AssertionError("no process to signal:\n" + output());
            }
        }

        Result end() throws InterruptedException {
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("Maven did not end:\n" + output());
            }
            return new Result(process.exitValue(), output());
        }
    }

    /** A build in the background ignores Ctrl-C, and so would its children: where env can, they get the default back. */
    private static List<String> hearsCtrlC() {
        var withDefault = List.of("env", "--default-signal=INT");
        try {
            var probe = new ProcessBuilder(withDefault.get(0), withDefault.get(1), "true").start();
            return probe.waitFor() == 0 ? withDefault : List.of();
        } catch (IOException e) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    /** The environment in which this database is found and no other. */
    static Map<String, String> keys(DynamoDbEndpoint endpoint) {
        return Map.of("AWS_ACCESS_KEY_ID", endpoint.accessKeyId(), "AWS_SECRET_ACCESS_KEY", "madeUp");
    }

    /** The goal by its full coordinates, as it is typed where no pom declares the plugin. */
    static String goal(String name) {
        return PLUGIN + name;
    }

    Result run(Path directory, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        return start(directory, environment, arguments).end();
    }

    Running start(Path directory, Map<String, String> environment, String... arguments) throws IOException {
        var command = new ArrayList<>(HEARS_CTRL_C);
        command.add(mvn());
        command.addAll(arguments(arguments));
        return start(command, directory, environment);
    }

    /** Puts a command {@code mvn} into a folder that is this Maven: for scripts to find on their path. */
    void putCommandInto(Path folder) throws IOException {
        var words = Stream.concat(Stream.of(mvn()), options()).map(word -> "'" + word + "'");
        var script = Files.writeString(
                folder.resolve("mvn"), "#!/bin/sh\nexec " + words.collect(Collectors.joining(" ")) + " \"$@\"\n");
        script.toFile().setExecutable(true);
    }

    /** Where it is installed. */
    Path home() {
        return MAVENS.resolve("apache-maven-" + version);
    }

    private String mvn() {
        var mvn = home().resolve("bin").resolve("mvn");
        mvn.toFile().setExecutable(true);
        return mvn.toString();
    }

    /** What a test types, after what all of them need. */
    static List<String> arguments(String... typed) {
        return Stream.of(options(), Stream.of("-B"), Stream.of(typed))
                .flatMap(part -> part)
                .toList();
    }

    private static Stream<String> options() {
        return Stream.of("-ntp", "-gs", GLOBAL_SETTINGS.toString(), "-Dmaven.repo.local=" + LOCAL_REPOSITORY);
    }

    /** Starts a command to which nothing of the machine that runs the tests is known. */
    static Running start(List<String> command, Path directory, Map<String, String> environment) throws IOException {
        var outputFile = Files.createTempFile(directory.getParent(), "output", ".log");
        var builder =
                onAnUnknownMachine(command, directory).redirectErrorStream(true).redirectOutput(outputFile.toFile());
        var ours = builder.environment();
        environment.forEach((name, value) -> ours.merge(
                name, value, (ourOptions, theirs) -> name.equals("MAVEN_OPTS") ? ourOptions + " " + theirs : theirs));
        return new Running(builder.start(), outputFile);
    }

    /** The same before it starts: with what it prints, and in an environment, yet to be said. */
    static ProcessBuilder onAnUnknownMachine(List<String> command, Path directory) {
        var builder = new ProcessBuilder(command).directory(directory.toFile());
        var ours = builder.environment();
        ours.keySet()
                .removeIf(name -> name.startsWith("AWS_") || name.equals("MAVEN_OPTS") || name.equals("MAVEN_ARGS"));
        ours.put("JAVA_HOME", System.getProperty("java.home"));
        ours.put("AWS_EC2_METADATA_DISABLED", "true");
        ours.put("AWS_CONFIG_FILE", directory.resolve("no-config").toString());
        ours.put(
                "AWS_SHARED_CREDENTIALS_FILE",
                directory.resolve("no-credentials").toString());
        ours.put("LC_ALL", "C.UTF-8");
        ours.put("MAVEN_OPTS", SHORT_LIVED);
        return builder;
    }

    /** What the build that runs these tests has downloaded already is taken from there. */
    private static Path writeGlobalSettings() {
        var repository = """
                <id>host</id>
                <url>%s</url>
                <releases><checksumPolicy>ignore</checksumPolicy></releases>
                <snapshots><enabled>false</enabled></snapshots>
                """.formatted(HOST_REPOSITORY.toUri());
        var settings = """
                <settings>
                  <profiles>
                    <profile>
                      <id>host-repository</id>
                      <repositories><repository>%1$s</repository></repositories>
                      <pluginRepositories><pluginRepository>%1$s</pluginRepository></pluginRepositories>
                    </profile>
                  </profiles>
                  <activeProfiles><activeProfile>host-repository</activeProfile></activeProfiles>
                </settings>
                """.formatted(repository);
        try {
            var file = LOCAL_REPOSITORY.resolveSibling("global-settings.xml");
            return Files.writeString(file, settings, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
