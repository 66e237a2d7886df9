package dev.ensuregsis.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.ensuregsis.local.DynamoDbEndpoint;
import dev.ensuregsis.local.EmbeddedServer;
import dev.ensuregsis.local.LocalClients;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;

/** {@code gsi:run} in real Mavens: from its first line to its last signal. */
class RunGoalIT {
    private static final Pattern EXPORT = Pattern.compile(
            "(?m)^export AWS_ENDPOINT_URL_DYNAMODB=(\\S+) .* AWS_REGION=(\\S+) .* AWS_ACCESS_KEY_ID=(\\S+) AWS_SECRET_ACCESS_KEY=(\\S+)$");
    private static final String FREE_PORT = "-Dgsi.embeddedPort=0";

    private final List<RealMaven.Running> started = new ArrayList<>();

    @TempDir
    Path parent = Path.of("");

    @AfterEach
    void endWhatATestLeft() {
        started.forEach(running -> running.process().destroyForcibly());
    }

    @ParameterizedTest
    @CsvSource({
        RealMaven.OLDEST + ", INT",
        RealMaven.CURRENT + ", TERM",
        RealMaven.CURRENT + ", KILL",
        RealMaven.NEXT + ", INT"
    })
    void servesUntilItIsEndedAndLeavesNothingBehind(String version, String signal)
            throws IOException, InterruptedException {
        var folder = Project.folder(parent);
        var temporary = Files.createDirectory(parent.resolve("temporary"));
        Project.write(folder, "gsis.json", Project.table("bookings", "agent-index"));

        var running = start(
                version,
                folder,
                Map.of("MAVEN_OPTS", "-Djava.io.tmpdir=" + temporary),
                "-Dgsi.reportFile=report.json",
                "-Dgsi.strict=ALL",
                "-Dgsi.indexLag=1h");
        try (var client = pasted(running)) {
            assertThat(client.describeTable(table -> table.tableName("bookings"))
                            .table()
                            .globalSecondaryIndexes())
                    .hasSize(1)
                    .allMatch(index -> index.indexStatus() == IndexStatus.ACTIVE);
            lagsAndRefuses(client);

            Project.write(folder, "gsis.json", Project.table("bookings", "agent-index", "new-index"));
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(running.output()).contains("bookings.new-index"));
            running.signal(signal);
        }
        var ended = running.end();

        assertThat(ended.exitCode()).as(ended.output()).isNotZero();
        assertThat(ended.output()).doesNotContain("SLF4J", "Exception");
        if (!signal.equals("KILL")) {
            assertThat(ended.output()).contains("has ended, with all that was in it.");
            assertThat(folder.resolve("report.json")).content().contains("\"goal\" : \"run\"", "\"success\"");
            Files.delete(folder.resolve("report.json"));
        }
        // A Maven that is killed can't take back the native library of its own console.
        assertThat(filesIn(temporary))
                .allMatch(file ->
                        signal.equals("KILL") && file.getFileName().toString().matches("jansi-.*\\.so(\\.lck)?"));
        assertThat(filesIn(folder)).containsExactly(folder.resolve("gsis.json"));
    }

    /** What {@code gsi.indexLag} and {@code gsi.strict} have asked for has reached the server. */
    private static void lagsAndRefuses(DynamoDbClient client) {
        client.putItem(item -> item.tableName("bookings")
                .item(Map.of("id", AttributeValue.fromS("1"), "k", AttributeValue.fromS("agent"))));
        assertThat(byAgent(client, "agent")).isZero();
        assertThatThrownBy(() -> byAgent(client, "a".repeat(2049))).isInstanceOf(DynamoDbException.class);
    }

    private static int byAgent(DynamoDbClient client, String agent) {
        return client.query(query -> query.tableName("bookings")
                        .indexName("agent-index")
                        .keyConditionExpression("k = :k")
                        .expressionAttributeValues(Map.of(":k", AttributeValue.fromS(agent))))
                .count();
    }

    @Test
    void aFolderKeepsTheDataOverAKill() throws IOException, InterruptedException {
        var folder = Project.folder(parent);
        Project.write(folder, "gsis.json", Project.table("bookings", "agent-index"));
        var killed = start(RealMaven.CURRENT, folder, Map.of(), "-Dgsi.dbPath=data");
        try (var client = pasted(killed)) {
            client.putItem(item -> item.tableName("bookings")
                    .item(Map.of("id", AttributeValue.fromS("1"), "k", AttributeValue.fromS("agent"))));
        }
        killed.signal("KILL");
        killed.end();

        var last = start(RealMaven.CURRENT, folder, Map.of(), "-Dgsi.dbPath=data");
        try (var client = pasted(last)) {
            assertThat(byAgent(client, "agent")).isEqualTo(1);

            var second = WarmMaven.run(folder, Map.of(), RealMaven.goal("run"), FREE_PORT, "-Dgsi.dbPath=data");

            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.output()).contains("is in use by another server");
        }
        last.signal("INT");

        assertThat(last.end().output()).contains("Its data is in data.");
    }

    @Test
    void aPortThatIsTakenIsRefusedWithTheCommandThatTakesAFreeOne() throws IOException {
        var folder = Project.folder(parent);
        Project.write(folder, "gsis.json", Project.table("bookings", "agent-index"));
        try (var other = EmbeddedServer.start()) {
            var refused = WarmMaven.run(
                    folder,
                    Map.of(),
                    RealMaven.goal("run"),
                    "-Dgsi.embeddedPort=" + other.uri().getPort());

            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.output())
                    .contains(
                            "A DynamoDB answers there, without tables",
                            "take a free one: mvn " + RealMaven.goal("run") + " -Dgsi.embeddedPort=0")
                    .doesNotContain("\tat ");
        }
    }

    private RealMaven.Running start(String version, Path folder, Map<String, String> environment, String... options)
            throws IOException {
        var arguments = Stream.concat(Stream.of(RealMaven.goal("run"), FREE_PORT), Stream.of(options));
        var running = new RealMaven(version).start(folder, environment, arguments.toArray(String[]::new));
        started.add(running);
        return running;
    }

    /** A client by the line that is there to be pasted. */
    private static DynamoDbClient pasted(RealMaven.Running running) {
        running.awaitOutput("Ctrl-C ends it");
        var export = EXPORT.matcher(running.output());
        assertThat(export.find()).as(running.output()).isTrue();
        return LocalClients.create(new DynamoDbEndpoint(
                URI.create(export.group(1)), Region.of(export.group(2)), export.group(3), export.group(4)));
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        var found = new ArrayList<Path>();
        try (var files = Files.walk(folder)) {
            files.filter(Files::isRegularFile).forEach(found::add);
        }
        return found;
    }
}
