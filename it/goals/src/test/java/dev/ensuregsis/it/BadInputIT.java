package dev.ensuregsis.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One message that says what, where and what to do; exit code 1; nothing made, no stack trace. What needs no Maven and no
 * environment of a process to be refused is tested beside the goals.
 */
class BadInputIT {
    private static final String GOOD = Project.table("bookings", "passenger-index");
    private static final Map<String, String> KEYS =
            Map.of("AWS_ACCESS_KEY_ID", "test", "AWS_SECRET_ACCESS_KEY", "madeUp");

    @TempDir
    Path parent = Path.of("");

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void isRefusedBeforeAnythingIsTouched(
            String what, String definitions, Map<String, String> environment, List<String> options, List<String> said)
            throws IOException, InterruptedException {
        var folder = Project.folder(parent);
        if (!definitions.isEmpty()) {
            Project.write(folder, "gsis.json", definitions);
        }
        var arguments = Stream.concat(Stream.of(RealMaven.goal("create")), options.stream())
                .toArray(String[]::new);

        var result = new RealMaven(RealMaven.CURRENT).run(folder, environment, arguments);

        assertThat(result.exitCode()).as(result.output()).isEqualTo(1);
        assertThat(result.output()).contains(said).doesNotContain("\tat ", "Caused by", "NullPointer");
        assertThat(filesIn(folder)).isEqualTo(definitions.isEmpty() ? List.of() : List.of("gsis.json"));
    }

    private static List<String> filesIn(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    static Stream<Arguments> isRefusedBeforeAnythingIsTouched() throws IOException {
        var region = "-Dgsi.region=eu-central-1";
        return Stream.of(
                Arguments.of(
                        "no definitions",
                        "",
                        KEYS,
                        List.of(region),
                        List.of("No definitions found", "gsis.json", "-Dgsi.definitions=")),
                Arguments.of(
                        "an endpoint that nobody listens on",
                        GOOD,
                        Map.of(),
                        List.of("-Dgsi.endpoint=http://127.0.0.1:" + freePort()),
                        List.of("127.0.0.1", "Next: ")),
                Arguments.of("no region", GOOD, KEYS, List.of(), List.of("No AWS region found", "-Dgsi.region=")),
                Arguments.of(
                        "no credentials",
                        GOOD,
                        Map.of(),
                        List.of(region),
                        List.of("No AWS credentials found", "-Dgsi.profile=")),
                Arguments.of(
                        "a profile that doesn't exist",
                        GOOD,
                        Map.of(),
                        List.of(region, "-Dgsi.profile=prod"),
                        List.of(
                                "gsi.profile is \"prod\", but the AWS config and credentials files",
                                "no such profile")),
                Arguments.of(
                        "a profile of the environment that doesn't exist",
                        GOOD,
                        Map.of("AWS_PROFILE", "prod"),
                        List.of(region),
                        List.of("Profile \"prod\" (AWS_PROFILE) gives no credentials")),
                Arguments.of(
                        "bad values",
                        GOOD,
                        KEYS,
                        List.of(
                                "-Dgsi.endpoint=localhost:8000",
                                "-Dgsi.timeout=soon",
                                "-Dgsi.retryFailed=yes",
                                "-Dgsi.account=",
                                "-Dgsi.acount=1"),
                        List.of(
                                "gsi.acount is not a property of this plugin: did you mean gsi.account?",
                                "gsi.endpoint is \"localhost:8000\"",
                                "gsi.timeout is \"soon\"",
                                "gsi.retryFailed is",
                                "gsi.account is empty")));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
