package dev.ensuregsis.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ensuregsis.local.LocalClients;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;

/**
 * Processes that share a state in a table, each in a folder of its own as on a machine of its own. A lease lasts six seconds
 * here, and a minute for users.
 */
@ParameterizedClass
@EnumSource
class StateTableIT {
    /** As many as a table takes: where each is there at once, as with moto, there is still a run to be cut off. */
    private static final int INDEXES = 20;

    private static final String LEASE = "-Ddev.ensuregsis.lease-millis=6000";
    private static final String CREATED = "GSI created successfully";

    private static final RealMaven MAVEN = new RealMaven(RealMaven.CURRENT);

    @TempDir
    Path parent = Path.of("");

    private final Emulator.Database database;
    private final DynamoDbClient client;

    private final Emulator emulator;

    StateTableIT(Emulator emulator) throws IOException, InterruptedException {
        this.emulator = emulator;
        database = emulator.newDatabase();
        client = LocalClients.create(database.endpoint());
    }

    @BeforeEach
    void createTable() {
        Project.createTable(client, "bookings");
    }

    @AfterEach
    void close() throws Exception {
        client.close();
        database.close();
    }

    @Test
    void ofTwoAtOnceOneWaitsAndEachIndexIsAskedForOnce() throws IOException, InterruptedException {
        var one = create("one", "-Dgsi.lockTimeout=5m");
        var two = create("two", "-Dgsi.lockTimeout=5m");

        var ended = List.of(one.end(), two.end());

        assertThat(ended)
                .allSatisfy(run -> assertThat(run.exitCode()).as(run.output()).isZero());
        assertThat(ended.stream().flatMap(StateTableIT::askedFor)).containsExactlyInAnyOrderElementsOf(indexes());
        assertAllActive();
    }

    /** DynamoDB Local never ends the backfill over such an item, so the run lives as long as the test wants it to. */
    @Test
    void aLivingRunIsLeftAloneAndShown() throws IOException, InterruptedException {
        assumeTrue(emulator == Emulator.DYNAMODB_LOCAL, "an index of moto is there at once");
        client.putItem(request -> request.tableName("bookings")
                .item(Map.of("id", AttributeValue.fromS("1"), "k", AttributeValue.fromNul(true))));
        var first = create("one");
        awaitOutput(first, "Creating GSI: bookings.index-0");

        var second = create("two").end();
        var status = goal("three", "status").end();

        assertThat(second.exitCode()).as(second.output()).isEqualTo(1);
        assertThat(second.output())
                .contains("is in use by process " + first.process().pid());
        assertThat(status.exitCode()).as(status.output()).isZero();
        assertThat(status.output())
                .contains(
                        "State:       table gsi-state",
                        "in use by process " + first.process().pid());
        signal(first, "TERM");
        first.end();
        var history = goal("three", "status", "-Dgsi.history=3", "-Dgsi.exportState=exported.json")
                .end();
        assertThat(history.output()).contains("Earlier runs:", "interrupted").doesNotContain("in use by");
        assertThat(parent.resolve("three").resolve("exported.json"))
                .content()
                .contains("\"version\": \"1.0\"", "bookings.index-0");
    }

    @Test
    void whatIsKilledIsTakenOverAndFinished() throws IOException, InterruptedException {
        var killed = create("one");
        awaitFirstActive(killed);
        signal(killed, "KILL");
        killed.end();

        var other = create("two").end();

        assertThat(other.exitCode()).as(other.output()).isZero();
        assertThat(other.lines())
                .contains("Skipping bookings.index-0 (already active)", "All GSIs created successfully!")
                .anyMatch(line -> line.contains("is taken over"))
                .anyMatch(line -> line.startsWith("State archived to table gsi-state"));
        assertAllActive();
    }

    @Test
    void whatWakesAfterItsLeaseBeginsNothingMore() throws IOException, InterruptedException {
        var stopped = create("one");
        awaitFirstActive(stopped);
        signal(stopped, "STOP");
        var askedForBefore = askedFor(stopped.output()).toList();
        var other = create("two").end();
        assertThat(other.exitCode()).as(other.output()).isZero();

        signal(stopped, "CONT");
        var woken = stopped.end();

        assertThat(woken.exitCode()).as(woken.output()).isNotZero();
        assertThat(woken.output()).contains("was lost to another run");
        assertThat(askedFor(woken)).containsExactlyElementsOf(askedForBefore);
        assertAllActive();
    }

    @Test
    void aStoreThatGoesAwayHoldsUpWhatIsNewAndNothingElse() throws IOException, InterruptedException {
        try (var way = new SwitchedPort(database.endpoint().uri())) {
            var run = create("one", "-Dgsi.stateEndpoint=" + way.uri());
            awaitFirstActive(run);
            way.cut();
            var asked = askedFor(run.output()).count();
            // What was announced by then may still be sent; the next one is announced and goes no farther.
            await().during(Duration.ofSeconds(5))
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> askedFor(run.output()).count() <= asked + 1);

            way.mend();

            var ended = run.end();
            assertThat(ended.exitCode()).as(ended.output()).isZero();
            assertThat(askedFor(ended)).containsExactlyInAnyOrderElementsOf(indexes());
            assertAllActive();
        }
    }

    @Test
    void aFileIsTakenInAndTwoStatesAreRefused() throws IOException, InterruptedException {
        var begun =
                goal("one", "create", "-Dgsi.state=file", "-Dgsi.wait=false").end();
        var file = parent.resolve("one").resolve(Project.STATE_FILE);
        assertThat(file).as(begun.output()).exists();

        var taken = create("one", "-Dgsi.importState=true").end();

        assertThat(taken.exitCode()).as(taken.output()).isZero();
        assertThat(taken.lines()).anyMatch(line -> line.startsWith("Loaded state from"));
        assertThat(file).as("it is archived").doesNotExist();
        assertAllActive();
    }

    private RealMaven.Running create(String machine, String... more) throws IOException {
        return goal(machine, "create", more);
    }

    private RealMaven.Running goal(String machine, String goal, String... more) throws IOException {
        var folder = parent.resolve(machine);
        if (!Files.exists(folder)) {
            Files.createDirectories(folder);
            Project.write(folder, "gsis.json", Project.table("bookings", names()));
        }
        var arguments = Stream.concat(
                        Stream.of(
                                RealMaven.goal(goal),
                                "-Dgsi.endpoint=" + uri(),
                                "-Dgsi.scriptName=flights",
                                "-Dgsi.createStateTable=true"),
                        Stream.of(more))
                .toList();
        var withState = arguments.stream().anyMatch(argument -> argument.startsWith("-Dgsi.state="))
                ? arguments
                : Stream.concat(arguments.stream(), Stream.of("-Dgsi.state=dynamodb:gsi-state"))
                        .toList();
        return MAVEN.start(folder, environment(), withState.toArray(String[]::new));
    }

    private URI uri() {
        return database.endpoint().uri();
    }

    private Map<String, String> environment() {
        return Map.of(
                "AWS_ACCESS_KEY_ID",
                database.endpoint().accessKeyId(),
                "AWS_SECRET_ACCESS_KEY",
                "madeUp",
                "MAVEN_OPTS",
                LEASE);
    }

    private String[] names() {
        return IntStream.range(0, INDEXES).mapToObj(i -> "index-" + i).toArray(String[]::new);
    }

    private List<String> indexes() {
        return Stream.of(names()).map(name -> "bookings." + name).toList();
    }

    private static Stream<String> askedFor(RealMaven.Result run) {
        return askedFor(run.output());
    }

    private static Stream<String> askedFor(String output) {
        return output.lines()
                .filter(line -> line.contains("Creating GSI: "))
                .map(line -> line.replaceFirst(".*Creating GSI: ", ""));
    }

    private void assertAllActive() {
        assertThat(client.describeTable(request -> request.tableName("bookings"))
                        .table()
                        .globalSecondaryIndexes())
                .hasSize(INDEXES)
                .allMatch(index -> index.indexStatus() == IndexStatus.ACTIVE);
    }

    private static void awaitFirstActive(RealMaven.Running running) {
        awaitOutput(running, CREATED);
    }

    private static void awaitOutput(RealMaven.Running running, String text) {
        await().atMost(Duration.ofMinutes(2)).until(() -> {
            assertThat(running.process().isAlive()).as(running.output()).isTrue();
            return running.output().contains(text);
        });
    }

    private static void signal(RealMaven.Running running, String signal) throws IOException, InterruptedException {
        var kill = new ProcessBuilder(
                        "kill", "-" + signal, Long.toString(running.process().pid()))
                .inheritIO()
                .start();
        assertThat(kill.waitFor()).isZero();
    }
}
