package dev.ensuregsis.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DocumentedSampleTest {

    @Test
    void runs() {
        try (var server = EmbeddedServer.start();
                var database = server.newDatabase();
                var client = LocalClients.create(database.endpoint())) {
            client.listTables();
        }
    }

    @Test
    void isStrict() {
        try (var server = EmbeddedServer.start();
                var database = server.newDatabase(DatabaseOptions.DEFAULT.with(Strict.ALL));
                var client = LocalClients.create(database.endpoint())) {
            client.listTables();
        }
    }

    @Test
    void lags() {
        try (var server = EmbeddedServer.start();
                var database = server.newDatabase(DatabaseOptions.DEFAULT.withIndexLag(Duration.ofMillis(200)));
                var client = LocalClients.create(database.endpoint())) {
            var indexLag = database.indexLag();
            indexLag.hold();
            client.listTables();
            indexLag.catchUp();
            indexLag.release();
        }
    }

    @Test
    void standsOnThePageAsItDoesHere() throws IOException {
        var page = Files.readString(Path.of("..", "docs", "dynamodb-local.md"));
        var source = withoutSpace(
                Files.readString(Path.of("src/test/java", getClass().getName().replace('.', '/') + ".java")));
        var samples = Pattern.compile("```java(.*?)```", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(sample -> withoutSpace(sample.group(1)))
                .toList();

        assertThat(samples).hasSize(3).allSatisfy(sample -> assertThat(source).contains(sample));
    }

    private static String withoutSpace(String text) {
        return text.replaceAll("\\s", "");
    }
}
