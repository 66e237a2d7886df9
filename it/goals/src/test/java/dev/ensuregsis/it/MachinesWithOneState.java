package dev.ensuregsis.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.local.LocalClients;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;

/** Processes that share a state in a table, each in a folder of its own as on a machine of its own. */
@SuppressWarnings("NullAway.Init") // each test begins with them
abstract class MachinesWithOneState {
    private static final Pattern CREATING = Pattern.compile("Creating GSI: (\\S+)\\R(?!.*\\(was building)");

    @TempDir
    Path parent = Path.of("");

    private final Emulator emulator;
    private final int indexes;

    @AutoClose
    private Emulator.Database database;

    @AutoClose
    DynamoDbClient client;

    MachinesWithOneState(Emulator emulator, int indexes) {
        this.emulator = emulator;
        this.indexes = indexes;
    }

    /** Not for a test that is skipped: it would never be closed. */
    @BeforeEach
    void begin() throws IOException, InterruptedException {
        database = emulator.newDatabase();
        client = LocalClients.create(database.endpoint());
        Project.createTable(client, "bookings");
    }

    /** Begins a gsi:create that something is to happen to: a process. */
    RealMaven.Running start(String machine, String... more) throws IOException {
        return new RealMaven(RealMaven.CURRENT)
                .start(folder(machine), ShortLease.environment(database.endpoint()), arguments("create", more));
    }

    /** Runs a gsi:create to its end. */
    RealMaven.Result create(String machine, String... more) throws IOException {
        return run(machine, "create", more);
    }

    /** Runs a goal to its end. */
    RealMaven.Result run(String machine, String goal, String... more) throws IOException {
        return WarmMaven.run(folder(machine), ShortLease.properties(database.endpoint()), arguments(goal, more));
    }

    private Path folder(String machine) throws IOException {
        var folder = parent.resolve(machine);
        if (!Files.exists(folder)) {
            Files.createDirectories(folder);
            Project.write(folder, "gsis.json", Project.table("bookings", names()));
        }
        return folder;
    }

    private String[] arguments(String goal, String... more) {
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
        return withState.toArray(String[]::new);
    }

    URI uri() {
        return database.endpoint().uri();
    }

    private String[] names() {
        return IntStream.range(0, indexes).mapToObj(i -> "index-" + i).toArray(String[]::new);
    }

    List<String> indexes() {
        return Stream.of(names()).map(name -> "bookings." + name).toList();
    }

    static Stream<String> askedFor(RealMaven.Result run) {
        return askedFor(run.output());
    }

    /** What a run creates is told and so is what it takes up, which a further line says. */
    static Stream<String> askedFor(String output) {
        return CREATING.matcher(output).results().map(creating -> creating.group(1));
    }

    void assertAllActive() {
        assertThat(client.describeTable(request -> request.tableName("bookings"))
                        .table()
                        .globalSecondaryIndexes())
                .hasSize(indexes)
                .allMatch(index -> index.indexStatus() == IndexStatus.ACTIVE);
    }
}
