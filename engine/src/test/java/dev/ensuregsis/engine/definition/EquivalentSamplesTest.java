package dev.ensuregsis.engine.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same two tables, written in every format, are the same definitions. */
class EquivalentSamplesTest {

    @ParameterizedTest
    @MethodSource("files")
    void everyFormatGivesTheSameDefinitions(Path file) {
        assertThat(read(file))
                .containsExactlyElementsOf(read(Samples.folder("airline").resolve("gsis.json")));
    }

    static List<Path> files() {
        return Samples.files("airline");
    }

    @Test
    void theSamplesAreWhatTheySay() {
        var flights = read(Samples.folder("airline").resolve("gsis.json")).get(1);
        assertThat(flights.indexes())
                .containsExactly(new IndexDefinition(
                        "route-index",
                        new KeySchema(List.of("origin", "destination"), List.of("departure")),
                        Projection.ALL,
                        Capacity.provisioned(7, 8)));
        assertThat(flights.creationFault()).isEmpty();
    }

    @Test
    void allOfThemTogetherAgree() {
        var sources = files().stream().map(DefinitionSource::file).toList();
        assertThat(Samples.placeless(DefinitionReader.builder().build().read(sources)))
                .containsExactlyElementsOf(read(Samples.folder("airline").resolve("gsis.json")));
    }

    private static List<TableDefinition> read(Path file) {
        return Samples.placeless(DefinitionReader.builder().build().read(List.of(DefinitionSource.file(file))));
    }
}
