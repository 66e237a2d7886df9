package dev.ensuregsis.benchmarks.plugin;

import dev.ensuregsis.benchmarks.Figure;
import dev.ensuregsis.benchmarks.Pairs;
import dev.ensuregsis.local.DynamoDbEndpoint;
import dev.ensuregsis.local.LocalClients;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * {@code gsi:run}, the whole of its Maven, against DynamoDB Local's own main and the calls that create the tables: from the start
 * of the process to the first answer of the last index. The caller beside DynamoDB Local's main runs already and is warm, which
 * nobody's script is.
 */
public final class ServerStart {
    private static final int RUNS = 5;
    private static final int TABLES = 20;
    private static final int INDEXES = 5;
    private static final double GOAL = 1.10;
    private static final double NANOS = 1e9;

    /** Between two tries of a process that can't tell us: trying without a pause would take its CPU from what is measured. */
    private static final int NOT_YET_MILLIS = 5;

    private static final int MOST_SECONDS = 60;

    private static final String OWN_MAIN = "software.amazon.dynamodb.services.local.main.ServerRunner";

    private ServerStart() {}

    /** Measures. */
    public static List<Figure> measure() throws IOException, InterruptedException {
        var times = new Pairs("s");
        var project = Files.createTempDirectory("server-start");
        Files.writeString(project.resolve("gsis.json"), definitions());
        // Once for what both download and load.
        ours(project);
        ownMain(project);
        for (int run = 0; run < RUNS; run++) {
            times.add(ours(project), ownMain(project));
        }
        return List.of(times.figure(
                "gsi:run, 20 tables of 5 indexes: until the first answer of the last index",
                "DynamoDB Local's own main, then a CreateTable each by a caller that is warm",
                GOAL));
    }

    private static double ours(Path project) throws IOException, InterruptedException {
        int port = freePort();
        var maven = new Maven(project, List.of("-Dgsi.embeddedPort=" + port));
        return seconds(() -> maven.start("gsi:run"), port, client -> {});
    }

    private static double ownMain(Path project) throws IOException, InterruptedException {
        int port = freePort();
        var command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        OWN_MAIN,
                        "-inMemory",
                        "-sharedDb",
                        "-disableTelemetry",
                        "-port",
                        Integer.toString(port))
                .directory(project.toFile());
        return seconds(
                command::start,
                port,
                client -> IntStream.range(0, TABLES).forEach(table -> create(client, "table-" + table)));
    }

    private static double seconds(Start start, int port, Preparation preparation)
            throws IOException, InterruptedException {
        long begin = System.nanoTime();
        var process = start.process();
        try (var client = LocalClients.create(endpoint(port))) {
            awaitPort(port, process, begin);
            preparation.prepare(client);
            while (!answers(client)) {
                awaitNextTry(process, begin);
            }
            return (System.nanoTime() - begin) / NANOS;
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static void awaitPort(int port, Process process, long begin) throws IOException, InterruptedException {
        while (true) {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
                return;
            } catch (IOException notYet) {
                awaitNextTry(process, begin);
            }
        }
    }

    private static void awaitNextTry(Process process, long begin) throws IOException, InterruptedException {
        if (!process.isAlive() || (System.nanoTime() - begin) / NANOS > MOST_SECONDS) {
            throw new IOException("the server ended, or said nothing for a minute, before it answered");
        }
        Thread.sleep(NOT_YET_MILLIS);
    }

    private static boolean answers(DynamoDbClient client) {
        try {
            client.query(query -> query.tableName("table-" + (TABLES - 1))
                    .indexName("index-" + (INDEXES - 1))
                    .keyConditionExpression("a" + (INDEXES - 1) + " = :a")
                    .expressionAttributeValues(Map.of(":a", AttributeValue.fromS("a"))));
            return true;
        } catch (SdkException notYet) {
            return false;
        }
    }

    private static DynamoDbEndpoint endpoint(int port) {
        return new DynamoDbEndpoint(
                URI.create("http://127.0.0.1:" + port),
                DynamoDbEndpoint.DEFAULT_REGION,
                DynamoDbEndpoint.DEFAULT_ACCESS_KEY_ID,
                "madeUpSecret");
    }

    private static void create(DynamoDbClient client, String name) {
        client.createTable(request -> request.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(attributes()
                        .map(attribute -> AttributeDefinition.builder()
                                .attributeName(attribute)
                                .attributeType(ScalarAttributeType.S)
                                .build())
                        .toList())
                .keySchema(key("id"))
                .globalSecondaryIndexes(IntStream.range(0, INDEXES)
                        .mapToObj(index -> GlobalSecondaryIndex.builder()
                                .indexName("index-" + index)
                                .keySchema(key("a" + index))
                                .projection(projection -> projection.projectionType(ProjectionType.ALL))
                                .build())
                        .toList()));
    }

    private static KeySchemaElement key(String attribute) {
        return KeySchemaElement.builder()
                .attributeName(attribute)
                .keyType(KeyType.HASH)
                .build();
    }

    private static Stream<String> attributes() {
        return Stream.concat(Stream.of("id"), IntStream.range(0, INDEXES).mapToObj(index -> "a" + index));
    }

    private static String definitions() {
        var types = attributes()
                .map(attribute -> "{\"AttributeName\": \"" + attribute + "\", \"AttributeType\": \"S\"}")
                .collect(Collectors.joining(", "));
        var indexes = IntStream.range(0, INDEXES)
                .mapToObj(index -> "{\"IndexName\": \"index-" + index
                        + "\", \"KeySchema\": [{\"AttributeName\": \"a" + index
                        + "\", \"KeyType\": \"HASH\"}], \"Projection\": {\"ProjectionType\": \"ALL\"}}")
                .collect(Collectors.joining(", "));
        return IntStream.range(0, TABLES)
                .mapToObj(table -> "\"table-" + table + "\": {\"AttributeDefinitions\": [" + types
                        + "], \"KeySchema\": [{\"AttributeName\": \"id\", \"KeyType\": \"HASH\"}],"
                        + " \"BillingMode\": \"PAY_PER_REQUEST\", \"GlobalSecondaryIndexes\": [" + indexes + "]}")
                .collect(Collectors.joining(",\n", "{", "}"));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @FunctionalInterface
    private interface Start {
        Process process() throws IOException;
    }

    @FunctionalInterface
    private interface Preparation {
        void prepare(DynamoDbClient client);
    }
}
