package dev.ensuregsis.engine.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written is what is read, in JSON and in YAML. */
class DefinitionWriterTest {

    @ParameterizedTest
    @MethodSource("samples")
    void whatIsWrittenIsRead(Path sample) throws IOException {
        var tables = placeless(read(sample.getFileName().toString(), Files.readString(sample)));

        assertThat(placeless(read("gsis.json", DefinitionWriter.json(tables)))).isEqualTo(tables);
        assertThat(placeless(read("gsis.yaml", DefinitionWriter.yaml(tables)))).isEqualTo(tables);
    }

    static Stream<Path> samples() {
        return Stream.of(
                Samples.folder("airline").resolve("gsis.json"),
                Samples.folder("airline").resolve("create-table.json"),
                Samples.folder("describe-table").resolve("everything.json"));
    }

    private static List<TableDefinition> read(String name, String text) {
        return DefinitionReader.builder()
                .build()
                .read(List.of(DefinitionSource.text(name, text)))
                .tables();
    }

    /** Without what the own format doesn't carry: where it stands, and what CreateTable can't be asked for. */
    private static List<TableDefinition> placeless(List<TableDefinition> tables) {
        return tables.stream()
                .map(table -> new TableDefinition(
                        table.name(),
                        table.attributeTypes(),
                        table.indexes(),
                        table.creation() == null ? null : askable(table.creation()),
                        Place.of("nowhere")))
                .toList();
    }

    private static TableCreation askable(TableCreation creation) {
        return new TableCreation(
                creation.keySchema(),
                creation.billingMode(),
                creation.capacity(),
                creation.localIndexes(),
                creation.settings(),
                List.of());
    }
}
