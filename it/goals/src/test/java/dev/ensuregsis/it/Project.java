package dev.ensuregsis.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Writes what the tests run the goals on. */
final class Project {
    static final String STATE_FILE = ".gsi_creation_state.json";

    private Project() {}

    /** A folder in which a test may make what it likes; logs lie beside it. */
    static Path folder(Path parent) throws IOException {
        return Files.createDirectory(parent.resolve("project"));
    }

    /** A copy of one of the projects that lie in files, for a test to work in. */
    static Path copy(String project, Path parent) throws IOException {
        var copy = parent.resolve(project);
        copyFolder(Path.of(System.getProperty("it.projects")).resolve(project), copy);
        return copy;
    }

    static void copyFolder(Path original, Path copy) throws IOException {
        Files.createDirectories(copy.getParent());
        try (var files = Files.walk(original)) {
            for (var file : (Iterable<Path>) files::iterator) {
                Files.copy(file, copy.resolve(original.relativize(file).toString()));
            }
        }
    }

    /** The state file of a folder with one space after each colon; empty if there is none. */
    static String stateIn(Path folder) {
        try {
            var file = folder.resolve(STATE_FILE);
            return Files.exists(file) ? Files.readString(file).replaceAll(":\\s*", ": ") : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A table with the key {@code id} and no index. */
    static void createTable(DynamoDbClient client, String name) {
        client.createTable(request -> request.tableName(name)
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

    static void write(Path folder, String name, String content) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    /** Definitions of one table with these indexes, whole, so that it can be created. */
    static String table(String name, String... indexes) {
        var definitions = new StringBuilder();
        for (var index : indexes) {
            definitions.append(definitions.isEmpty() ? "" : ", ").append("""
                    {"IndexName": "%s", "KeySchema": [{"AttributeName": "k", "KeyType": "HASH"}],
                     "Projection": {"ProjectionType": "ALL"}}""".formatted(index));
        }
        return """
                {"%s": {
                  "AttributeDefinitions": [
                    {"AttributeName": "id", "AttributeType": "S"}, {"AttributeName": "k", "AttributeType": "S"}],
                  "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
                  "GlobalSecondaryIndexes": [%s]}}
                """.formatted(name, definitions);
    }

    /** The plugin in a pom, with executions or none. */
    static String plugin(String executions) {
        return "<build><plugins><plugin><groupId>dev.ensuregsis</groupId><artifactId>gsi-maven-plugin</artifactId>"
                + "<version>" + System.getProperty("it.version") + "</version><executions>" + executions
                + "</executions></plugin></plugins></build>";
    }

    /** A pom of nothing. */
    static String pom(String artifactId, String inside) {
        return """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>com.acme</groupId>
                  <artifactId>%s</artifactId>
                  <version>1</version>
                  <packaging>pom</packaging>
                  %s
                </project>
                """.formatted(artifactId, inside);
    }
}
