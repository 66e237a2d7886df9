package dev.ensuregsis.maven.internal.goal;

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
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;

/** Runs {@code gsi:run} as a service: in no Maven, on a foreground that doesn't wait. */
abstract class ServedProject {
    static final String FREE = "0";

    @TempDir
    Path folder = Path.of("");

    final Recorder console = new Recorder();
    final Steps steps = new Steps();
    final List<EmbeddedOptions> asked = new ArrayList<>();
    final RunGoal run = new RunGoal(new Assignments(), new Connector(), () -> steps);

    private @Nullable EmbeddedServer server;

    @AfterEach
    void close() {
        if (server != null) {
            server.close();
            server = null;
        }
    }

    void define(String... tables) throws IOException {
        Files.writeString(folder.resolve("gsis.json"), "{" + String.join(",\n", tables) + "}");
    }

    static String table(String name, String... indexes) {
        var attributes = indexes.length == 0 ? "" : ", {\"AttributeName\": \"agent\", \"AttributeType\": \"S\"}";
        return """
                "%s": {
                  "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}%s],
                  "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
                  "GlobalSecondaryIndexes": [%s]}""".formatted(name, attributes, String.join(", ", indexes));
    }

    static String index(String name, String projection) {
        return """
                {"IndexName": "%s", "KeySchema": [{"AttributeName": "agent", "KeyType": "HASH"}],
                 "Projection": {"ProjectionType": "%s"}}""".formatted(name, projection);
    }

    EmbeddedServer server() {
        if (server == null) {
            throw new AssertionError("no server was started");
        }
        return server;
    }

    String uri() {
        return server().uri().toString();
    }

    static String port(EmbeddedServer server) {
        return Integer.toString(server.uri().getPort());
    }

    List<GlobalSecondaryIndexDescription> indexes(String table) {
        try (var client = client()) {
            return client.describeTable(request -> request.tableName(table))
                    .table()
                    .globalSecondaryIndexes();
        }
    }

    void delete(String table, String index) {
        try (var client = client()) {
            client.updateTable(request -> request.tableName(table)
                    .globalSecondaryIndexUpdates(GlobalSecondaryIndexUpdate.builder()
                            .delete(deleted -> deleted.indexName(index))
                            .build()));
        }
    }

    void deleteTable(String table) {
        try (var client = client()) {
            client.deleteTable(request -> request.tableName(table));
        }
    }

    void write(String table, Map<String, AttributeValue> item) {
        try (var client = client()) {
            client.putItem(request -> request.tableName(table).item(item));
        }
    }

    String command(String command) {
        return "AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=madeUpSecret aws dynamodb " + command + " --endpoint-url "
                + uri() + " --region us-east-1";
    }

    DynamoDbClient client() {
        return LocalClients.create(server().shared());
    }

    Invocation invocation(Map<String, String> given) {
        var withPort = new HashMap<>(Map.of("gsi.embeddedPort", FREE));
        withPort.putAll(given);
        return invocation(withPort, options -> options);
    }

    Invocation invocation(Map<String, String> given, UnaryOperator<EmbeddedOptions> changed) {
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

    EmbeddedEndpoint started(EmbeddedOptions options) throws BindException {
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
