package dev.ensuregsis.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.local.EmbeddedServer;
import dev.ensuregsis.local.LocalClients;
import dev.ensuregsis.local.LocalDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;

/** All that a goal prints, against the text of its name in {@code printed-output}; times, ports and folders apart. */
class PrintedOutputIT {
    /** Ends with this JVM. */
    private static final EmbeddedServer SERVER = EmbeddedServer.start();

    @TempDir
    Path parent = Path.of("");

    @Test
    void ofRunsInWhichNotAllIsWell() throws IOException {
        var project = Project.copy("printed-output", parent);
        try (var database = SERVER.newDatabase();
                var client = LocalClients.create(database.endpoint())) {
            bookings(client);
            Project.createTable(client, "flights");
            seats(client);
            Files.copy(project.resolve("earlier-run.json"), project.resolve(Project.STATE_FILE));
            // One of those that are created, so that results come in one order.
            var allButTwo = "-Dgsi.indexes=agent-index,passenger-index,date-index,price-index,origin-index,base-index";

            assertPrinted("plan", project, run(project, database, "plan"));
            assertPrinted("create-with-failures", project, run(project, database, "create", allButTwo));
            // One that is recorded only has a name for the status too.
            assertPrinted("status", project, run(project, database, "status", allButTwo + ",old-index"));
        }
    }

    @Test
    void ofARunInWhichAllIsWell() throws IOException {
        var project = Project.copy("printed-output", parent);
        try (var database = SERVER.newDatabase();
                var client = LocalClients.create(database.endpoint())) {
            Project.createTable(client, "flights");

            assertPrinted("create", project, run(project, database, "create", "-Dgsi.definitions=flights.yaml"));
        }
    }

    @Test
    void ofHelp() throws IOException {
        var project = Project.copy("printed-output", parent);

        assertPrinted("help", project, WarmMaven.run(project, Map.of(), RealMaven.goal("help")));
    }

    private static RealMaven.Result run(Path project, LocalDatabase database, String goal, String... options)
            throws IOException {
        var arguments = new ArrayList<>(List.of(options));
        arguments.add(0, RealMaven.goal(goal));
        arguments.add("-Dgsi.endpoint=" + database.endpoint().uri());
        return WarmMaven.run(project, WarmMaven.keys(database.endpoint()), arguments.toArray(String[]::new));
    }

    private void assertPrinted(String name, Path project, RealMaven.Result result) throws IOException {
        var printed = result.output()
                .lines()
                .dropWhile(line -> !line.startsWith("[INFO] --- "))
                .skip(1)
                .filter(line -> !line.matches("\\[INFO] (-{20,}|Total time:.*|Finished at:.*)"))
                .takeWhile(line -> !line.startsWith("[ERROR] -> [Help 1]"))
                .map(line -> withoutWhatChanges(line, project))
                .collect(Collectors.joining("\n", "", "\n"));

        assertThat(printed).isEqualTo(Files.readString(project.resolve(name + ".txt")));
    }

    private static String withoutWhatChanges(String line, Path project) {
        return line.replace(project.toString(), "FOLDER")
                .replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:PORT")
                .replaceAll("\\b\\d+(\\.\\d)? s\\b", "N s")
                .replaceAll("_\\d{8}_\\d{6}\\.json", "_DATE_TIME.json")
                .replaceAll("\\b20(?!26-02)\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ", "0000-00-00T00:00:00Z")
                .replace(System.getProperty("it.version"), "VERSION");
    }

    private static void bookings(DynamoDbClient client) {
        client.createTable(table -> table.tableName("bookings")
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(attribute("id"), attribute("agent"), attribute("passenger"))
                .keySchema(key("id"))
                .globalSecondaryIndexes(
                        index("agent-index", "agent", ProjectionType.ALL),
                        index("passenger-index", "passenger", ProjectionType.KEYS_ONLY)));
    }

    private static void seats(DynamoDbClient client) {
        client.createTable(table -> table.tableName("seats")
                .provisionedThroughput(
                        capacity -> capacity.readCapacityUnits(5L).writeCapacityUnits(5L))
                .attributeDefinitions(attribute("id"))
                .keySchema(key("id")));
        client.putItem(item -> item.tableName("seats").item(Map.of("id", AttributeValue.fromS("12A"))));
    }

    private static GlobalSecondaryIndex index(String name, String key, ProjectionType projection) {
        return GlobalSecondaryIndex.builder()
                .indexName(name)
                .keySchema(key(key))
                .projection(Projection.builder().projectionType(projection).build())
                .build();
    }

    private static KeySchemaElement key(String name) {
        return KeySchemaElement.builder()
                .attributeName(name)
                .keyType(KeyType.HASH)
                .build();
    }

    private static AttributeDefinition attribute(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType("S")
                .build();
    }
}
