package dev.ensuregsis.engine.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever happens to a file: it is read, or it is refused with faults. */
class DamagedSamplesTest {
    private static final String[] INSERTIONS = {
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        "\"",
        "'",
        "&a ",
        "*a",
        "!Ref ",
        "!If [",
        "${self:",
        "}",
        "${",
        "\t",
        "\n",
        "\u0000",
        "null",
        "- ",
        "<<: ",
        "Fn::Sub",
        "? ",
        "|\n",
        "%YAML 9\n",
        "---\n",
        "\uD83D",
        "é",
        "#",
        "!!int ",
        "0x",
        "~"
    };

    @Property(tries = 1000)
    void damagedCopiesAreReadOrRefused(
            @ForAll("samples") Path sample, @ForAll long seed, @ForAll("yamlOrJson") String ending) {
        var text = damaged(text(sample), new Random(seed));
        var name = ending.isEmpty() ? sample.getFileName().toString() : "sample" + ending;
        try {
            var definitions = DefinitionReader.builder().build().read(List.of(DefinitionSource.text(name, text)));
            assertThat(definitions.tables()).isNotEmpty();
        } catch (DefinitionException e) {
            assertThat(e.faults()).isNotEmpty().allSatisfy(fault -> {
                assertThat(fault.message()).isNotBlank();
                assertThat(fault.place().source()).isNotBlank();
            });
        }
    }

    @Provide
    Arbitrary<Path> samples() {
        return Arbitraries.of(Stream.of(
                        "airline",
                        "cloudformation",
                        "terraform",
                        "serverless",
                        "workbench",
                        "describe-table",
                        "hostile")
                .flatMap(folder -> Samples.files(folder).stream())
                .filter(file -> !file.toString().endsWith(".properties"))
                .toList());
    }

    @Provide
    Arbitrary<String> yamlOrJson() {
        return Arbitraries.of("", ".yaml", ".json", ".txt");
    }

    private static String damaged(String text, Random random) {
        var damaged = new StringBuilder(text);
        for (int i = 1 + random.nextInt(4); i > 0 && damaged.length() > 1; i--) {
            int at = random.nextInt(damaged.length());
            int end = Math.min(damaged.length(), at + 1 + random.nextInt(40));
            switch (random.nextInt(6)) {
                case 0 -> damaged.delete(at, end);
                case 1 -> damaged.insert(at, INSERTIONS[random.nextInt(INSERTIONS.length)]);
                case 2 -> damaged.setLength(at);
                case 3 -> damaged.insert(at, damaged.substring(at, end));
                case 4 -> damaged.setCharAt(at, (char) random.nextInt(0x250));
                default -> damaged.replace(at, end, damaged.substring(Math.max(0, at - 30), at));
            }
        }
        return damaged.toString();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
