package dev.ensuregsis.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.internal.state.ChildJvm;
import dev.ensuregsis.engine.internal.state.Fixtures;
import dev.ensuregsis.engine.internal.state.LockRules;
import dev.ensuregsis.engine.internal.statetable.SdkStateRequests;
import dev.ensuregsis.engine.internal.statetable.TableRules;
import dev.ensuregsis.engine.internal.statetable.TableStateStore;
import dev.ensuregsis.engine.spi.StateStore;
import dev.ensuregsis.engine.spi.Target;
import dev.ensuregsis.local.DynamoDbEndpoint;
import dev.ensuregsis.local.EmbeddedServer;
import dev.ensuregsis.local.LocalClients;
import dev.ensuregsis.local.LocalDatabase;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Real processes that share a state in a table of DynamoDB Local: one is killed, one is stopped past its lease. */
@Execution(ExecutionMode.CONCURRENT)
class StateTableProcessesTest {
    private static final int INDEXES = 5;
    private static final EmbeddedServer SERVER = EmbeddedServer.start();

    private final LocalDatabase database = SERVER.newDatabase();
    private final DynamoDbClient client = LocalClients.create(database.endpoint());

    /** A run, which says what it does. It starts no server, as the class around it would. */
    static final class Run {
        private static final Duration LEASE = Duration.ofSeconds(6);

        public static void main(String[] arguments) {
            var endpoint =
                    new DynamoDbEndpoint(URI.create(arguments[0]), Region.of(arguments[1]), arguments[2], "madeUp");
            try (var client = LocalClients.create(endpoint);
                    var store = store(client)) {
                var report = GsiEngine.builder()
                        .client(client)
                        .stateStore(store)
                        .listener(Run::tell)
                        .build()
                        .ensure(definitions());
                System.out.println(report.verdict() + " " + report.abortedBy());
            }
        }

        static StateStore store(DynamoDbClient client) {
            var lock = new LockRules("processes", true, Duration.ZERO, Duration.ZERO, owner -> {});
            return new TableStateStore(
                    "processes", new SdkStateRequests(client, "states"), new TableRules(lock, LEASE, true));
        }

        private static Definitions definitions() {
            return Fixtures.table(
                    "bookings",
                    IntStream.range(0, INDEXES).mapToObj(i -> "index-" + i).toArray(String[]::new));
        }

        private static void tell(GsiEvent event) {
            if (event instanceof GsiEvent.CreatingIndex creating) {
                System.out.println("creating " + creating.index());
            } else if (event instanceof GsiEvent.IndexCreated created) {
                System.out.println("created " + created.index());
            } else if (event instanceof GsiEvent.Warned warned) {
                System.out.println("warned " + warned.message());
            }
        }
    }

    @BeforeEach
    void createTable() {
        client.createTable(request -> request.tableName("bookings")
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(AttributeDefinition.builder()
                        .attributeName("id")
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .keySchema(KeySchemaElement.builder()
                        .attributeName("id")
                        .keyType(KeyType.HASH)
                        .build()));
    }

    @AfterEach
    void close() {
        client.close();
        database.close();
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void whoIsKilledIsTakenOverFrom() {
        try (var killed = start()) {
            untilFirstIsCreated(killed);
            killed.kill();

            assertFinishedByAnother(start());
        }
    }

    /** It is this process that lives, and holds the state for as long as the other looks. */
    @Test
    void whoLivesIsLeftAlone() {
        try (var store = Run.store(client);
                var held = store.open(new Target(null, "us-east-1", uri()), false);
                var second = start()) {
            assertThat(second.rest())
                    .last()
                    .asString()
                    .startsWith("ABORTED")
                    .contains("is in use by process " + ProcessHandle.current().pid());
            assertThat(held.mayChange()).isTrue();
        }
    }

    private String uri() {
        return database.endpoint().uri().toString();
    }

    @EnabledIfSystemProperty(
            named = "ci.build",
            matches = "true",
            disabledReason = "it stops processes: mvn -Pci verify has it")
    @Test
    void whoIsStoppedPastItsLeaseBeginsNothingWhenItWakes() throws IOException, InterruptedException {
        try (var stopped = start()) {
            untilFirstIsCreated(stopped);
            signal(stopped, "STOP");
            assertFinishedByAnother(start());

            signal(stopped, "CONT");

            var afterwards = stopped.rest();
            assertThat(afterwards).last().asString().startsWith("ABORTED").contains("was lost to another run");
            // One line may have been on its way when it was stopped.
            assertThat(afterwards.stream()
                            .filter(line -> line.startsWith("creating"))
                            .count())
                    .isLessThanOrEqualTo(1);
        }
    }

    private void assertFinishedByAnother(ChildJvm other) {
        try (other) {
            var lines = other.rest();
            assertThat(lines).anyMatch(line -> line.startsWith("warned") && line.contains("is taken over"));
            assertThat(lines).last().asString().startsWith("ENSURED");
        }
        assertThat(client.describeTable(request -> request.tableName("bookings"))
                        .table()
                        .globalSecondaryIndexes())
                .hasSize(INDEXES)
                .allMatch(index -> index.indexStatus() == IndexStatus.ACTIVE);
    }

    private ChildJvm start() {
        var endpoint = database.endpoint();
        return ChildJvm.start(
                Run.class, endpoint.uri().toString(), endpoint.region().id(), endpoint.accessKeyId());
    }

    private static List<String> untilFirstIsCreated(ChildJvm run) {
        var lines = new ArrayList<String>();
        while (lines.stream().noneMatch(line -> line.startsWith("created"))) {
            lines.add(run.line());
        }
        return lines;
    }

    private static void signal(ChildJvm run, String signal) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(run.pid()))
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
    }
}
