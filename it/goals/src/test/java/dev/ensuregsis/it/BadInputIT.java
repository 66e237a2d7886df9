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
import org.junit.jupiter.api.Test;
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
    private static final Map<String, String> KEYS = Map.of("aws.accessKeyId", "test", "aws.secretAccessKey", "madeUp");
    private static final String REGION = "-Dgsi.region=eu-central-1";

    @TempDir
    Path parent = Path.of("");

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void isRefusedBeforeAnythingIsTouched(String what, String definitions, List<String> options, List<String> said)
            throws IOException {
        var folder = folder(definitions);

        var result = WarmMaven.run(folder, KEYS, create(options));

        assertRefused(result, said);
        assertThat(filesIn(folder)).isEqualTo(definitions.isEmpty() ? List.of() : List.of("gsis.json"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void whatAwsIsToBeReachedWithAndIsntThereIsNamed(
            String what, Map<String, String> properties, List<String> options, List<String> said) throws IOException {
        var folder = folder(GOOD);

        var result = WarmMaven.run(folder, properties, create(options));

        assertRefused(result, said);
        assertThat(filesIn(folder)).containsExactly("gsis.json");
    }

    @Test
    void aProfileOfTheEnvironmentThatDoesntExistIsNamed() throws IOException, InterruptedException {
        var folder = folder(GOOD);

        var result =
                new RealMaven(RealMaven.CURRENT).run(folder, Map.of("AWS_PROFILE", "prod"), create(List.of(REGION)));

        assertRefused(result, List.of("Profile \"prod\" (AWS_PROFILE) gives no credentials"));
        assertThat(filesIn(folder)).containsExactly("gsis.json");
    }

    private Path folder(String definitions) throws IOException {
        var folder = Project.folder(parent);
        if (!definitions.isEmpty()) {
            Project.write(folder, "gsis.json", definitions);
        }
        return folder;
    }

    private static String[] create(List<String> options) {
        return Stream.concat(Stream.of(RealMaven.goal("create")), options.stream())
                .toArray(String[]::new);
    }

    private static void assertRefused(RealMaven.Result result, List<String> said) {
        assertThat(result.exitCode()).as(result.output()).isEqualTo(1);
        assertThat(result.output()).contains(said).doesNotContain("\tat ", "Caused by", "NullPointer");
    }

    private static List<String> filesIn(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    static Stream<Arguments> isRefusedBeforeAnythingIsTouched() throws IOException {
        return Stream.of(
                Arguments.of(
                        "no definitions",
                        "",
                        List.of(REGION),
                        List.of("No definitions found", "gsis.json", "-Dgsi.definitions=")),
                Arguments.of(
                        "an endpoint that nobody listens on",
                        GOOD,
                        List.of("-Dgsi.endpoint=http://127.0.0.1:" + freePort()),
                        List.of("127.0.0.1", "Next: ")),
                Arguments.of(
                        "bad values",
                        GOOD,
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

    static Stream<Arguments> whatAwsIsToBeReachedWithAndIsntThereIsNamed() {
        return Stream.of(
                Arguments.of("no region", KEYS, List.of(), List.of("No AWS region found", "-Dgsi.region=")),
                Arguments.of(
                        "no credentials",
                        Map.of(),
                        List.of(REGION),
                        List.of("No AWS credentials found", "-Dgsi.profile=")),
                Arguments.of(
                        "a profile that doesn't exist",
                        Map.of(),
                        List.of(REGION, "-Dgsi.profile=prod"),
                        List.of(
                                "gsi.profile is \"prod\", but the AWS config and credentials files",
                                "no such profile")));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
