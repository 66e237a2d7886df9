package dev.ensuregsis.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/** Plays what AWS refuses, as it was measured or published, against a database of each strictness. */
class StrictRulesTest {
    private static final EmbeddedServer SERVER = EmbeddedServer.start();
    private static final List<JsonNode> RULES = rules();

    /** AWS's texts of a cancelled transaction, in the file, are followed by that of its first reason. */
    private static final String FIRST_REASON = "; CancellationReasons[0].Message = ";

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @TestFactory
    Stream<DynamicTest> refusesByDefaultWhatIsSure() {
        return play(Strict.DEFAULT, rule -> rule.isDefault() ? Outcome.AS_AWS : Outcome.AS_LOCAL);
    }

    @TestFactory
    Stream<DynamicTest> refusesAllOfIt() {
        return play(Strict.ALL, rule -> Outcome.AS_AWS);
    }

    @TestFactory
    Stream<DynamicTest> letsDynamoDbLocalBeWhatItIs() {
        return play(Strict.OFF, rule -> Outcome.AS_LOCAL);
    }

    @Test
    void holdForTheSharedDatabaseAndForThoseThatSayNothing() {
        try (var lenient = EmbeddedServer.start(DatabaseOptions.DEFAULT.with(Strict.OFF))) {
            var request = "{\"ReturnConsumedCapacity\": \"ALL\", \"RequestItems\": {\"bookings\": {\"Keys\": [{}]}}}";

            assertThat(new RawRequests(SERVER.shared())
                            .send("BatchGetItem", request)
                            .message())
                    .startsWith("1 validation error detected: Value 'ALL' at 'returnConsumedCapacity'");
            assertThat(new RawRequests(lenient.shared())
                            .send("BatchGetItem", request)
                            .message())
                    .doesNotContain("returnConsumedCapacity");
        }
    }

    @Test
    void areAllPlayed() {
        assertThat(RULES).hasSize(25);
    }

    private enum Outcome {
        AS_AWS,
        AS_LOCAL
    }

    private record PlayedRule(JsonNode rule) {
        String text(String field) {
            return rule.field(field).orElseThrow().text();
        }

        boolean isDefault() {
            return text("mode").equals("default");
        }
    }

    /** All in one database, each on a table of its own. */
    private static Stream<DynamicTest> play(Strict strict, Function<PlayedRule, Outcome> expected) {
        var database = SERVER.newDatabase(DatabaseOptions.DEFAULT.with(strict));
        var requests = new RawRequests(database.endpoint());
        return RULES.stream()
                .map(PlayedRule::new)
                .map(rule -> DynamicTest.dynamicTest(rule.text("id"), () -> {
                    var answer = play(rule, requests);
                    if (expected.apply(rule) == Outcome.AS_AWS) {
                        assertAws(rule, answer);
                    } else {
                        assertLocal(rule, answer);
                    }
                }))
                .onClose(database::close);
    }

    private static RawRequests.Answer play(PlayedRule rule, RawRequests requests) {
        for (var step : rule.rule().field("tableSetup").orElseThrow().asArray()) {
            if (step.field("operation").orElseThrow().text().equals("UpdateTable")) {
                keepBuilding(rule, requests);
            }
            assertThat(send(rule, step, requests).status()).isEqualTo(200);
        }
        return send(rule, rule.rule().field("request").orElseThrow(), requests);
    }

    /** DynamoDB Local's backfill dies at such an item, so that no tick of its clock finishes the index before it is read. */
    private static void keepBuilding(PlayedRule rule, RawRequests requests) {
        var put = "{\"TableName\": \"" + rule.text("id")
                + "\", \"Item\": {\"pk\": {\"S\": \"x\"}, \"h\": {\"NULL\": true}}}";
        assertThat(requests.send("PutItem", put).status()).isEqualTo(200);
    }

    private static RawRequests.Answer send(PlayedRule rule, JsonNode request, RawRequests requests) {
        return requests.send(
                request.field("operation").orElseThrow().text(),
                Json.text(request.field("params").orElseThrow()).replace("$T", rule.text("id")));
    }

    private static void assertAws(PlayedRule rule, RawRequests.Answer answer) {
        var texts = rule.text("awsMessage").split(Pattern.quote(FIRST_REASON), 2);
        assertThat(answer.code()).isEqualTo(rule.text("awsCode"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).startsWith(texts[0]);
        if (texts.length > 1) {
            assertThat(answer.reason(0)).isEqualTo(texts[1]);
        }
    }

    /** "OK: accepted", or "ValidationException/400: what it says". */
    private static void assertLocal(PlayedRule rule, RawRequests.Answer answer) {
        var local = rule.text("localDoes");
        if (rule.text("kind").startsWith("500, then accepts")) {
            assertThat(answer.status()).isIn(500, 200);
        } else if (local.startsWith("OK")) {
            assertThat(answer.status()).isEqualTo(200);
        } else {
            assertThat(answer.code() + "/" + answer.status() + ": " + answer.message())
                    .isEqualTo(local);
        }
    }

    private static List<JsonNode> rules() {
        try (InputStream file =
                Objects.requireNonNull(StrictRulesTest.class.getResourceAsStream("/strict-rules.json"))) {
            return JsonNode.parser().parse(file).asArray();
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
