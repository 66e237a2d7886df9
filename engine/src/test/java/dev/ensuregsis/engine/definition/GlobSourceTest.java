package dev.ensuregsis.engine.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobSourceTest {
    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({
        "x/**/*.json, near far deep",
        "**/*.json, top near far deep",
        "x/*.json, near",
        "x/**/deep/**/*.json, deep",
        "x/**, near far deep"
    })
    void foldersBetweenSlashesMayBeNone(String glob, String tables) throws IOException {
        define("top.json", "top");
        define("x/near.json", "near");
        define("x/y/far.json", "far");
        define("x/y/deep/deep.json", "deep");

        assertThat(read(glob)).containsExactlyInAnyOrder(tables.split(" "));
    }

    @Test
    void aFileThatIsNamedLikeAGlobIsThatFile() throws IOException {
        define("defs[1].json", "brackets");
        define("defs1.json", "one");

        assertThat(read("defs[1].json")).containsExactly("brackets");
        assertThat(read("defs[12].json")).containsExactly("one");
    }

    private Stream<String> read(String glob) {
        var source = DefinitionSource.of(glob, folder, GlobSourceTest.class.getClassLoader());
        return DefinitionReader.builder().build().read(List.of(source)).tables().stream()
                .map(TableDefinition::name);
    }

    private void define(String file, String table) throws IOException {
        var path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(
                path,
                "{\"" + table + "\": [{\"IndexName\": \"by-agent\","
                        + " \"KeySchema\": [{\"AttributeName\": \"agent\", \"KeyType\": \"HASH\"}]}]}");
    }
}
