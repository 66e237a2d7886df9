package dev.ensuregsis.engine.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every JSON and YAML sample of the pages on definitions is read. */
class DocumentedSamplesTest {
    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern SAMPLE = Pattern.compile("(?ms)^```(json|yaml)\\n(.*?)^```$");

    @ParameterizedTest
    @MethodSource("samples")
    void aSampleOfAPageIsRead(String name, String text) {
        var definitions = DefinitionReader.builder()
                .parameters(Map.of("Stage", "prod"))
                .build()
                .read(List.of(DefinitionSource.text(name, text)));
        assertThat(definitions.indexIds()).isNotEmpty();
    }

    static List<Object[]> samples() throws IOException {
        try (var pages = Files.list(DOCS.resolve("formats"))) {
            return Stream.concat(Stream.of(DOCS.resolve("definitions.md")), pages.sorted())
                    .flatMap(DocumentedSamplesTest::samplesOf)
                    .toList();
        }
    }

    private static Stream<Object[]> samplesOf(Path page) {
        try {
            return SAMPLE.matcher(Files.readString(page)).results().map(sample ->
                    new Object[] {page.getFileName() + "." + sample.group(1), sample.group(2)});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
