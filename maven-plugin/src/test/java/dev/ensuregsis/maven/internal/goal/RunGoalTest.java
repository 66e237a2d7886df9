package dev.ensuregsis.maven.internal.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensuregsis.local.EmbeddedServer;
import dev.ensuregsis.local.LocalClients;
import dev.ensuregsis.local.LocalServerException;
import dev.ensuregsis.maven.internal.aws.Connector;
import dev.ensuregsis.maven.internal.build.Build;
import dev.ensuregsis.maven.internal.build.TypedCommand;
import dev.ensuregsis.maven.internal.build.Workplace;
import dev.ensuregsis.maven.internal.embedded.EmbeddedEndpoint;
import dev.ensuregsis.maven.internal.option.EmbeddedOptions;
import dev.ensuregsis.maven.internal.option.OptionReader;
import dev.ensuregsis.maven.internal.option.RefusedException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;

/** {@code gsi:run} as a service: in no Maven, on a foreground that doesn't wait. */
class RunGoalTest {
    private static final String FREE = "0";

    @TempDir
    Path folder = Path.of("");

    private final Recorder console = new Recorder();
    private final Steps steps = new Steps();
    private final List<EmbeddedOptions> asked = new ArrayList<>();
    private final RunGoal run = new RunGoal(new Assignments(), new Connector(), () -> steps);

    private @Nullable EmbeddedServer server;

    @AfterEach
    void close() {
        if (server != null) {
            server.close();
            server = null;
        }
    }

    @Test
    void servesAllThatIsDefinedAndSaysHowToGetThere() throws Exception {
        define(table("bookings", index("agent-index", "ALL"), index("wide-index", "KEYS_ONLY")), table("flights"));
        steps.then(() -> assertThat(indexes("bookings"))
                .extracting(GlobalSecondaryIndexDescription::indexStatusAsString)
                .containsExactly("ACTIVE", "ACTIVE"));

        var outcome = run.run(invocation(Map.of()));

        assertThat(outcome.complaint()).isNull();
        assertThat(steps.isClosed()).isTrue();
        assertThat(console.texts())
                .containsSubsequence(
                        "DynamoDB Local answers at " + uri() + ", in memory, with 2 tables and 2 GSIs, all ACTIVE:",
                        "  bookings       id",
                        "    agent-index  agent  ALL",
                        "    wide-index   agent  KEYS_ONLY",
                        "  flights        id",
                        "export AWS_ENDPOINT_URL_DYNAMODB=" + uri()
                                + " AWS_REGION=us-east-1 AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=madeUpSecret",
                        "AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=madeUpSecret aws dynamodb list-tables --endpoint-url "
                                + uri() + " --region us-east-1",
                        "spring.cloud.aws.dynamodb.endpoint=" + uri(),
                        "DynamoDB Local at " + uri() + " has ended, with all that was in it.");
        assertThat(folder).isDirectoryContaining("glob:**gsis.json").isDirectoryNotContaining("glob:**.gsi_creation*");
    }

    @Test
    void thePageShowsWhatIsPrinted() throws Exception {
        define(table("bookings", index("agent-index", "ALL"), index("wide-index", "KEYS_ONLY")), table("flights"));

        run.run(invocation(Map.of()));

        var printed = String.join("\n", console.texts()).replace(uri(), "http://127.0.0.1:8000");
        assertThat(Path.of("../docs/local-server.md"))
                .content()
                .contains("```\n" + printed.substring(0, printed.indexOf("\n\nDynamoDB Local at")) + "\n```");
    }

    @Test
    void whatSaysWhereOtherGoalsWorkHasNoSay() throws Exception {
        define(table("bookings"));

        run.run(invocation(Map.of(
                "gsi.endpoint", "http://127.0.0.1:1",
                "gsi.profile", "no-such-profile",
                "gsi.serverId", "no-such-server",
                "gsi.account", "123456789012")));

        assertThat(console.texts()).anyMatch(line -> line.endsWith("with 1 table and 0 GSIs, all ACTIVE:"));
    }

    @Test
    void itIsOnPort8000WhereNothingIsSaid() throws Exception {
        define(table("bookings"));
        var given = new HashMap<>(Map.of("gsi.strict", "all", "gsi.indexLag", "200ms"));

        run.run(invocation(given, options -> new EmbeddedOptions(0, null, options.strict(), options.indexLag())));

        assertThat(asked).contains(new EmbeddedOptions(8000, null, "ALL", Duration.ofMillis(200)));
    }

    @Test
    void whatIsAddedMeanwhileIsCreatedAndAFaultIsTold() throws Exception {
        define(table("bookings", index("agent-index", "ALL")));
        steps.then(() -> define(
                        table("bookings", index("agent-index", "ALL"), index("new-index", "KEYS_ONLY")),
                        table("orders")))
                .then(() -> {
                    assertThat(console.texts())
                            .containsSubsequence("Added, and ACTIVE:", "  table orders", "  bookings.new-index");
                    assertThat(indexes("bookings")).hasSize(2);
                    Files.writeString(folder.resolve("gsis.json"), "{\"bookings\": ");
                })
                .then(() -> assertThat(console.texts()).noneMatch(line -> line.contains("goes on")))
                .then(() -> define(table("orders")))
                .then(() -> {});

        run.run(invocation(Map.of()));

        assertThat(console.texts())
                .containsSubsequence(
                        "The server goes on with what it has; mend this, and it is read again.",
                        "The definitions were read again: nothing to add.",
                        "No longer defined, and left as it is: table bookings")
                .anyMatch(line -> line.contains("gsis.json"));
        assertThat(console.texts().stream().filter(line -> line.contains("goes on")))
                .hasSize(1);
    }

    @Test
    void whatDiffersIsShownAndCreatedOnceItIsGone() throws Exception {
        define(table("bookings", index("agent-index", "ALL")));
        steps.then(() -> define(table("bookings", index("agent-index", "KEYS_ONLY"))))
                .then(() -> {
                    assertThat(indexes("bookings"))
                            .allMatch(index ->
                                    index.projection().projectionTypeAsString().equals("ALL"));
                    assertThat(console.texts())
                            .contains("To have it as defined, delete it here; it is created as soon as it is gone:")
                            .contains("aws dynamodb update-table --table-name bookings --global-secondary-index-updates"
                                    + " '[{\"Delete\":{\"IndexName\":\"agent-index\"}}]' --endpoint-url " + uri()
                                    + " --region us-east-1");
                    delete("bookings", "agent-index");
                })
                .until(() -> console.texts().contains("  bookings.agent-index"));

        run.run(invocation(Map.of()));

        assertThat(indexes("bookings"))
                .hasSize(1)
                .allMatch(index -> index.projection().projectionTypeAsString().equals("KEYS_ONLY"));
    }

    @Test
    void aFolderKeepsTheDataAndWhatDiffersInItIsShown() throws Exception {
        var kept = Map.of("gsi.dbPath", folder.resolve("data").toString());
        define(table("bookings", index("agent-index", "ALL")));
        run.run(invocation(kept));
        close();
        define(table("bookings", index("agent-index", "KEYS_ONLY"), index("new-index", "ALL")));
        steps.then(() -> assertThat(indexes("bookings")).hasSize(2));

        var outcome = run.run(invocation(kept));

        assertThat(outcome.complaint()).isNull();
        assertThat(console.texts())
                .anyMatch(line -> line.contains("with its data in " + folder.resolve("data"))
                        && line.endsWith("not all as defined:"))
                .anyMatch(line -> line.startsWith("aws dynamodb update-table --table-name bookings"));
    }

    @Test
    void aTableThatCanNotBeMadeIsRefused() throws Exception {
        Files.writeString(folder.resolve("gsis.json"), """
                {"bookings": [{"IndexName": "agent-index",
                  "KeySchema": [{"AttributeName": "agent", "KeyType": "HASH"}],
                  "AttributeDefinitions": [{"AttributeName": "agent", "AttributeType": "S"}]}]}
                """);

        assertThat(run.run(invocation(Map.of())).complaint())
                .contains("DynamoDB Local could not be given all that is defined.", "bookings.agent-index", "Next: ");
    }

    @Test
    void aPortThatIsTakenIsRefusedWithWhoHasIt() throws Exception {
        define(table("bookings"));
        try (var other = EmbeddedServer.start();
                var client = LocalClients.create(other.shared())) {
            client.createTable(request -> request.tableName("of-the-other")
                    .keySchema(KeySchemaElement.builder()
                            .attributeName("id")
                            .keyType("HASH")
                            .build())
                    .attributeDefinitions(AttributeDefinition.builder()
                            .attributeName("id")
                            .attributeType("S")
                            .build())
                    .billingMode("PAY_PER_REQUEST"));

            assertThatThrownBy(() -> run.run(invocation(Map.of("gsi.embeddedPort", port(other)))))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContainingAll(
                            "Port " + port(other) + " can't be had",
                            "A DynamoDB answers there, with the tables of-the-other",
                            "take a free one: mvn gsi:run -Dgsi.embeddedPort=0");
        }
    }

    @Test
    void aPortOfSomethingElseIsRefusedToo() throws Exception {
        define(table("bookings"));
        try (var mute = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            var answering = new Thread(() -> {
                try (var caller = mute.accept()) {
                    caller.getInputStream().read();
                    caller.getOutputStream().write("220 mail\r\n".getBytes(StandardCharsets.US_ASCII));
                } catch (IOException closed) {
                    // The test is over.
                }
            });
            answering.start();

            assertThatThrownBy(() ->
                            run.run(invocation(Map.of("gsi.embeddedPort", Integer.toString(mute.getLocalPort())))))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("What listens there doesn't speak HTTP.");
        }
    }

    @Test
    void allBadValuesAreRefusedAtOnce() throws Exception {
        define(table("bookings"));

        assertThatThrownBy(() -> run.run(invocation(Map.of(
                        "gsi.embeddedPort", "65536",
                        "gsi.strict", "very",
                        "gsi.dbPath", "data",
                        "gsi.indexLag", "1s",
                        "gsi.tables", "no-such-table"))))
                .isInstanceOf(RefusedException.class)
                .hasMessageContainingAll(
                        "gsi.embeddedPort is \"65536\", but has to be a port",
                        "gsi.strict is \"very\", but has to be one of DEFAULT, ALL, OFF",
                        "gsi.indexLag is \"1s\", but has to be left out beside gsi.dbPath",
                        "gsi.tables is \"no-such-table\"");
        assertThat(asked).isEmpty();
    }

    private void define(String... tables) throws IOException {
        Files.writeString(folder.resolve("gsis.json"), "{" + String.join(",\n", tables) + "}");
    }

    private static String table(String name, String... indexes) {
        var attributes = indexes.length == 0 ? "" : ", {\"AttributeName\": \"agent\", \"AttributeType\": \"S\"}";
        return """
                "%s": {
                  "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}%s],
                  "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
                  "GlobalSecondaryIndexes": [%s]}""".formatted(name, attributes, String.join(", ", indexes));
    }

    private static String index(String name, String projection) {
        return """
                {"IndexName": "%s", "KeySchema": [{"AttributeName": "agent", "KeyType": "HASH"}],
                 "Projection": {"ProjectionType": "%s"}}""".formatted(name, projection);
    }

    private EmbeddedServer server() {
        if (server == null) {
            throw new AssertionError("no server was started");
        }
        return server;
    }

    private String uri() {
        return server().uri().toString();
    }

    private static String port(EmbeddedServer server) {
        return Integer.toString(server.uri().getPort());
    }

    private List<GlobalSecondaryIndexDescription> indexes(String table) {
        try (var client = client()) {
            return client.describeTable(request -> request.tableName(table))
                    .table()
                    .globalSecondaryIndexes();
        }
    }

    private void delete(String table, String index) {
        try (var client = client()) {
            client.updateTable(request -> request.tableName(table)
                    .globalSecondaryIndexUpdates(GlobalSecondaryIndexUpdate.builder()
                            .delete(deleted -> deleted.indexName(index))
                            .build()));
        }
    }

    private DynamoDbClient client() {
        return LocalClients.create(server().shared());
    }

    private Invocation invocation(Map<String, String> given) {
        var withPort = new HashMap<>(Map.of("gsi.embeddedPort", FREE));
        withPort.putAll(given);
        return invocation(withPort, options -> options);
    }

    private Invocation invocation(Map<String, String> given, UnaryOperator<EmbeddedOptions> changed) {
        var build = new Build(
                new Workplace(folder, List.of(folder), "airline", false),
                new TypedCommand("run", List.of("gsi:run"), List.of(), Map.of()),
                Map.of(),
                false,
                false);
        return new Invocation(
                build,
                Services.embedded(options -> {
                    asked.add(options);
                    return started(changed.apply(options));
                }),
                new OptionReader(given),
                console);
    }

    private EmbeddedEndpoint started(EmbeddedOptions options) throws BindException {
        if (server == null) {
            try {
                server = EmbeddedServer.start(
                        options.port() == null ? 0 : options.port(),
                        options.folder() == null ? null : Path.of(options.folder()),
                        options.strict(),
                        options.indexLag());
            } catch (LocalServerException refused) {
                if (refused.getCause() instanceof BindException taken) {
                    throw taken;
                }
                throw refused;
            }
        }
        return new EmbeddedEndpoint(server.uri());
    }
}
