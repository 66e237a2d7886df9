package dev.ensuregsis.engine.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each sample {@code x.yaml} has what must come out of it beside it: {@code x.expected.json}, in the project's own
 * format; the values that the user supplies, if any, in {@code x.properties}.
 */
class SamplesTest {
    private static final String EXPECTED = ".expected.json";

    @ParameterizedTest
    @MethodSource("samples")
    void aSampleGivesWhatStandsBesideIt(Path sample) {
        var supplied = supplied(stem(sample) + ".properties");
        var reader = DefinitionReader.builder()
                .parameters(supplied.getOrDefault("parameters", Map.of()))
                .tableNames(supplied.getOrDefault("tableNames", Map.of()))
                .build();
        var expected = DefinitionReader.builder()
                .build()
                .read(List.of(DefinitionSource.file(Path.of(stem(sample) + EXPECTED))));

        assertThat(withoutBeyond(reader.read(List.of(DefinitionSource.file(sample)))))
                .containsExactlyInAnyOrderElementsOf(withoutBeyond(expected));
    }

    static List<Path> samples() {
        return Stream.of("cloudformation", "terraform", "serverless", "workbench", "describe-table")
                .flatMap(folder -> Samples.files(folder).stream())
                .filter(file ->
                        !file.toString().endsWith(EXPECTED) && !file.toString().endsWith(".properties"))
                .toList();
    }

    private static String stem(Path sample) {
        var path = sample.toString();
        return path.substring(0, path.lastIndexOf('.'));
    }

    /** Keys are {@code parameters.Stage} or {@code tableNames.Bookings}. */
    private static Map<String, Map<String, String>> supplied(String file) {
        var properties = new Properties();
        if (Files.exists(Path.of(file))) {
            try (var reader = Files.newBufferedReader(Path.of(file))) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        var supplied = new HashMap<String, Map<String, String>>();
        properties
                .stringPropertyNames()
                .forEach(key -> supplied.computeIfAbsent(key.substring(0, key.indexOf('.')), kind -> new HashMap<>())
                        .put(key.substring(key.indexOf('.') + 1), properties.getProperty(key)));
        return supplied;
    }

    private static List<TableDefinition> withoutBeyond(Definitions definitions) {
        return Samples.placeless(definitions).stream()
                .map(table -> {
                    var creation = table.creation();
                    return creation == null
                            ? table
                            : new TableDefinition(
                                    table.name(),
                                    table.attributeTypes(),
                                    table.indexes(),
                                    new TableCreation(
                                            creation.keySchema(),
                                            creation.billingMode(),
                                            creation.capacity(),
                                            creation.localIndexes(),
                                            creation.settings(),
                                            List.of()),
                                    table.place());
                })
                .toList();
    }
}
