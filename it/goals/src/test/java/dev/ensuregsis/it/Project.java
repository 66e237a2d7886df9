package dev.ensuregsis.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
        var original = Path.of(System.getProperty("it.projects")).resolve(project);
        var copy = parent.resolve(project);
        try (var files = Files.walk(original)) {
            for (var file : (Iterable<Path>) files::iterator) {
                Files.copy(file, copy.resolve(original.relativize(file).toString()));
            }
        }
        return copy;
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
