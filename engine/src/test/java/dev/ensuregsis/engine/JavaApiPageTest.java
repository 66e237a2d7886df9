package dev.ensuregsis.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.definition.DefinitionReader;
import dev.ensuregsis.engine.definition.DefinitionSource;
import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.event.IndexReport;
import dev.ensuregsis.engine.spi.RetryClass;
import dev.ensuregsis.engine.spi.RetryPolicies;
import dev.ensuregsis.engine.spi.RetryPolicy;
import dev.ensuregsis.engine.state.GsiStateManager;
import dev.ensuregsis.engine.state.LockPolicy;
import dev.ensuregsis.engine.state.StateOptions;
import dev.ensuregsis.engine.state.StateStores;
import dev.ensuregsis.engine.state.TableOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The samples of docs/java-api.md and docs/retries.md are the ones that are compiled here. */
class JavaApiPageTest {
    private static final Path SOURCE = Path.of("src/test/java/dev/ensuregsis/engine/JavaApiPageTest.java");

    static void useTheEngine(DynamoDbClient client) {
        // java-api begins
        var definitions = DefinitionReader.builder().build().read(List.of(DefinitionSource.file(Path.of("gsis.json"))));
        try (var state = new GsiStateManager("my-deployment", Path.of("."))) {
            var engine = GsiEngine.builder()
                    .client(client)
                    .state(state)
                    .listener(event -> System.out.println(event))
                    .build();
            var report = engine.ensure(definitions);
            for (var index : report.with(IndexReport.Outcome.FAILED)) {
                System.err.println(index.id() + ": " + index.failure());
            }
        }
        // java-api ends
    }

    static RunReport ensureTogether(DynamoDbClient client, Definitions definitions) {
        // instances begins
        var locking =
                StateOptions.DEFAULT.withLockPolicy(LockPolicy.TAKE_TURNS).withLongestWait(Duration.ofMinutes(30));
        var table = TableOptions.DEFAULT.withLocking(locking).withCreateTable(true);
        try (var store = StateStores.inTable("flights-service", client, "gsi-state", table)) {
            return GsiEngine.builder().client(client).stateStore(store).build().ensure(definitions);
        }
        // instances ends
    }

    static GsiEngine changeThePolicies(DynamoDbClient client) {
        // retries begins
        var policies = RetryPolicies.defaults()
                .withMaxAttempts(8)
                .with(RetryClass.SERVER_ERROR, RetryPolicy.attempts(8, Duration.ofSeconds(2), Duration.ofMinutes(2)));
        var engine = GsiEngine.builder().client(client).retryPolicies(policies).build();
        // retries ends
        return engine;
    }

    @ParameterizedTest
    @CsvSource({"java-api, java-api", "instances, java-api", "retries, retries"})
    void thePageShowsTheSampleThatIsCompiledHere(String name, String page) throws IOException {
        var lines = Files.readAllLines(SOURCE);
        var sample = lines
                .subList(
                        lines.indexOf("        // " + name + " begins") + 1,
                        lines.indexOf("        // " + name + " ends"))
                .stream()
                .map(line -> line.substring("        ".length()))
                .collect(Collectors.joining("\n", "```java\n", "\n```\n"));

        assertThat(Path.of("../docs/" + page + ".md")).content().contains(sample);
    }
}
