package dev.ensuregsis.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    void standsOnThePageAsItDoesHere() throws IOException {
        var page = Files.readString(Path.of("..", "docs", "dynamodb-local.md"));
        var start = page.indexOf("```java") + "```java".length();
        var source = Path.of("src/test/java", getClass().getName().replace('.', '/') + ".java");

        assertThat(withoutSpace(Files.readString(source)))
                .contains(withoutSpace(page.substring(start, page.indexOf("```", start))));
    }

    private static String withoutSpace(String text) {
        return text.replaceAll("\\s", "");
    }
}
