package dev.ensuregsis.junit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensuregsis.engine.definition.DefinitionException;
import dev.ensuregsis.engine.definition.DefinitionSource;
import dev.ensuregsis.junit.Isolation;
import dev.ensuregsis.junit.Server;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadDefinitionsTest {
    @TempDir
    Path folder;

    private final ReadDefinitions definitions = new ReadDefinitions();

    @BeforeEach
    void writeOneTable() throws IOException {
        write("bookings");
    }

    @Test
    void theClassPathIsReadOnce() throws IOException {
        try (var loader = loader()) {
            var source = List.of(DefinitionSource.classpath("classpath:tables.json", loader));
            var first = definitions.of(source, at("classpath:tables.json"));
            write("flights");

            assertThat(definitions.of(source, at("classpath:tables.json"))).isSameAs(first);
        }
    }

    @Test
    void butOnceForEachClassLoader() throws IOException {
        try (var one = loader();
                var another = loader()) {
            definitions.of(
                    List.of(DefinitionSource.classpath("classpath:tables.json", one)), at("classpath:tables.json"));
            write("flights");

            assertThat(definitions
                            .of(
                                    List.of(DefinitionSource.classpath("classpath:tables.json", another)),
                                    at("classpath:tables.json"))
                            .tables())
                    .extracting(table -> table.name())
                    .containsExactly("flights");
        }
    }

    @Test
    void aFileIsReadEachTimeBecauseATestMayHaveWrittenIt() throws IOException {
        var file = folder.resolve("tables.json");
        var source = List.of(DefinitionSource.file(file));
        definitions.of(source, at(file.toString()));
        write("flights");

        assertThat(definitions.of(source, at(file.toString())).tables())
                .extracting(table -> table.name())
                .containsExactly("flights");
    }

    @Test
    void whatCantBeReadIsNotKept() throws IOException {
        try (var loader = loader()) {
            Files.writeString(folder.resolve("tables.json"), "{");
            var source = List.of(DefinitionSource.classpath("classpath:tables.json", loader));
            assertThatThrownBy(() -> definitions.of(source, at("classpath:tables.json")))
                    .isInstanceOf(DefinitionException.class);
            write("bookings");

            assertThat(definitions.of(source, at("classpath:tables.json")).tables())
                    .hasSize(1);
        }
    }

    private URLClassLoader loader() throws MalformedURLException {
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, null);
    }

    private void write(String table) throws IOException {
        Files.writeString(folder.resolve("tables.json"), """
                { "%s": { "AttributeDefinitions": [ {"AttributeName": "id", "AttributeType": "S"} ],
                  "KeySchema": [ {"AttributeName": "id", "KeyType": "HASH"} ], "BillingMode": "PAY_PER_REQUEST" } }
                """.formatted(table));
    }

    private static Configuration at(String location) {
        var declaration = new Declaration(
                "the test",
                List.of(location),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Server.AUTO,
                null,
                Isolation.INFERRED,
                null,
                new DeclaredOptions(List.of(), null),
                false);
        return Configuration.of(List.of(List.of(declaration)), BuildDefaults.from(name -> Optional.empty()), false);
    }
}
