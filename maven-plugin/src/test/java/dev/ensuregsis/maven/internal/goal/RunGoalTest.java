package dev.ensuregsis.maven.internal.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensuregsis.local.EmbeddedServer;
import dev.ensuregsis.local.LocalClients;
import dev.ensuregsis.maven.internal.option.EmbeddedOptions;
import dev.ensuregsis.maven.internal.option.RefusedException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;

/** How {@code gsi:run} begins, and what it refuses. */
class RunGoalTest extends ServedProject {

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
                        "export AWS_ENDPOINT_URL_DYNAMODB=" + uri() + " AWS_ENDPOINT_URL_DYNAMODB_STREAMS=" + uri()
                                + " AWS_REGION=us-east-1 AWS_DEFAULT_REGION=us-east-1"
                                + " AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=madeUpSecret",
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

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void aPortOfSomethingElseIsRefusedToo(String address) throws Exception {
        define(table("bookings"));
        try (var mute = listening(address)) {
            var answering = new Thread(() -> greetAll(mute));
            answering.start();

            assertThatThrownBy(() ->
                            run.run(invocation(Map.of("gsi.embeddedPort", Integer.toString(mute.getLocalPort())))))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContainingAll("can't be had", "What listens there doesn't speak HTTP.");
        }
    }

    private static ServerSocket listening(String address) throws IOException {
        try {
            return new ServerSocket(0, 1, InetAddress.getByName(address));
        } catch (BindException noSuchAddress) {
            return Assumptions.abort("this machine has no " + address + ": " + noSuchAddress);
        }
    }

    private static void greetAll(ServerSocket mute) {
        while (!mute.isClosed()) {
            try (var caller = mute.accept()) {
                caller.getOutputStream().write("220 mail\r\n".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException closed) {
                // The test is over, or a caller is.
            }
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
}
