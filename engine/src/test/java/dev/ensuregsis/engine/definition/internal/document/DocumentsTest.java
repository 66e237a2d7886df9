package dev.ensuregsis.engine.definition.internal.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensuregsis.engine.definition.DefinitionException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x.json|{\"a\": [1, {\"b/c\": true}]}",
                "x.yaml|a: [1, {b/c: true}]",
                "x|{\"a\": [1, {\"b/c\": true}]}"
            })
    void jsonAndYamlGiveOneTreeWithPlaces(String name, String text) {
        var root = (Node.Mapping) read(name, text);
        var list = (Node.Sequence) root.get("a").orElseThrow();
        assertThat(list.items().get(0))
                .isEqualTo(new Node.Scalar(list.items().get(0).position(), Node.Kind.NUMBER, "1"));
        var inner = ((Node.Mapping) list.items().get(1)).get("b/c").orElseThrow();
        assertThat(inner.position().place()).hasToString(name + ":1 at /a/1/b~1c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:\n  - b: 1\n  - c: 2\n", "{\"a\": [\n {\"b\": 1},\n {\"c\":\n 2}]}"})
    void linesAreThoseOfTheKeys(String text) {
        var list = (Node.Sequence) ((Node.Mapping) read("x", text)).get("a").orElseThrow();
        var second = (Node.Mapping) list.items().get(1);
        assertThat(second.get("c").orElseThrow().position().place().line()).isEqualTo(3);
    }

    @Test
    void objectsBesideEachOtherHaveEachItsOwnKeys() {
        var many =
                IntStream.range(0, 20).mapToObj(i -> "\"k" + i + "\": 1").collect(Collectors.joining(", ", "{", "}"));
        var list = (Node.Sequence) read(
                "x.json",
                "[{}, {\"a\": 1, \"b\": 1}, {\"a\": 1}, {\"a\": 1, \"b\": 1}, {\"b\": 1, \"a\": 1}, {\"b\": 1, \"c\": 1}, "
                        + many + ", " + many + ", {\"k0\": 1, \"k1\": 1, \"b\": 1}]");
        assertThat(list.items())
                .extracting(
                        item -> String.join("", ((Node.Mapping) item).entries().keySet()))
                .startsWith("", "ab", "a", "ab", "ba", "bc")
                .endsWith("k0k1b");
        for (var item : list.items()) {
            var object = (Node.Mapping) item;
            var keys = List.copyOf(object.entries().keySet());
            assertThat(Stream.of("a", "b", "c", "k0", "k1", "k19").filter(object::has))
                    .allMatch(keys::contains);
            object.entries().forEach((key, value) -> assertThat(object.get(key)).containsSame(value));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE"})
    void encodingsAreToldWithAByteOrderMarkAndWithout(String charset) throws IOException {
        for (var mark : new String[] {"", "\uFEFF"}) {
            for (var text : new String[] {"a: ü\r\nb: 1\r\n", "{\"a\": \"ü\",\r\n\"b\": 1}"}) {
                var root = (Node.Mapping) read("x", (mark + text).getBytes(Charset.forName(charset)));
                assertThat(((Node.Scalar) root.get("a").orElseThrow()).text()).isEqualTo("ü");
                assertThat(root.get("b").orElseThrow().position().line()).isEqualTo(2);
            }
        }
    }

    @Test
    void yamlKeepsTheWordsThatItTakesForSomethingElse() {
        var root = (Node.Mapping) read("x.yaml", "on: N\nversion: 2010-09-09\nnone:\nnumber: 012\n");
        assertThat(root.entries().keySet()).containsExactly("on", "version", "none", "number");
        assertThat(((Node.Scalar) root.get("version").orElseThrow()).text()).isEqualTo("2010-09-09");
        assertThat(root.get("none").orElseThrow().isNull()).isTrue();
        assertThat(((Node.Scalar) root.get("number").orElseThrow()).text()).isEqualTo("012");
    }

    @Test
    void yamlTagsBecomeObjectsAndMergeKeysAreWrittenOut() {
        var root = (Node.Mapping) read("x.yaml", "base: &b {x: 1, y: 1}\nname: !Sub a-${b}\nall: {<<: *b, y: 2}\n");
        var name = (Node.Mapping) root.get("name").orElseThrow();
        assertThat(((Node.Scalar) name.get("!Sub").orElseThrow()).text()).isEqualTo("a-${b}");
        var all = (Node.Mapping) root.get("all").orElseThrow();
        assertThat(((Node.Scalar) all.get("x").orElseThrow()).text()).isEqualTo("1");
        assertThat(((Node.Scalar) all.get("y").orElseThrow()).text()).isEqualTo("2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "x.json|{\"a\": {\"IndexName\": 1}, \"a\": 2}|x.json:1 at /a: the key \"a\" stands twice",
                "x.yaml|{KeySchema: [{a: 1, a: 2}]}|x.yaml:1 at /KeySchema/0/a: the key \"a\" stands twice",
                "x.json|{\"a\": }|x.json:1: not valid JSON: Unexpected character",
                "x.json|{\"a\": 1} {}|more than one JSON value",
                "x.json|{\"a\": 1|not valid JSON",
                "x.yaml|a: [1|x.yaml:1: not valid YAML",
                "x.yaml|`a: b: c`|x.yaml:1: not valid YAML: mapping values are not allowed here (column 5)",
                "x.yaml|a: !!javax.script.ScriptEngineManager [1]|ScriptEngineManager",
                "x.yaml|a: &a [*a]|an alias that contains itself",
                "x.yaml|`? [1, 2]\n: 3`|a key has to be a single word",
                "x.yaml|`--- 1\n--- 2`|not valid YAML",
                "x.json|`  `|the file is empty",
                "x.yaml|# only a comment|the file is empty",
            })
    void whatIsMalformedIsRefusedWithItsPlace(String name, String text, String message) {
        assertThatThrownBy(() -> read(name, text))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.json", "x.yaml", "x"})
    void nestingAThousandDeepIsRefused(String name) {
        assertThatThrownBy(() -> read(name, "[".repeat(1000) + "]".repeat(1000)))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("100");
    }

    @Test
    void aliasesThatExplodeAreRefused() {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a%d: &a%d [".formatted(i, i))
                    .append(("*a" + (i - 1) + ", ").repeat(9))
                    .append("*a" + (i - 1) + "]\n");
        }
        assertThatThrownBy(() -> read("x.yaml", bomb.toString()))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("YAML aliases counted each time");
    }

    @Test
    void aHundredMegabytesAreRefusedAfterTheLimitIsRead() {
        var large = new ByteArrayInputStream(new byte[100 << 20]);
        assertThatThrownBy(() -> SourceFile.read("x.json", large, null))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("larger than 32 MiB");
        assertThat(large.available()).isEqualTo((100 << 20) - Limits.MAX_BYTES - 1);
    }

    @Test
    void whatReplacesMalformedTextMayBeWritten() {
        var root = (Node.Mapping) read("x.json", "{\"a\": \"\uFFFD\"}");
        assertThat(((Node.Scalar) root.get("a").orElseThrow()).text()).isEqualTo("\uFFFD");
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        assertThatThrownBy(() -> read("x.json", new byte[] {'{', '"', (byte) 0xC3, '"', '}'}))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("not text in UTF-8");
    }

    @Test
    void jsonUnderAYamlNameMayHaveTabs() {
        assertThat(read("x.yaml", "{\n\t\"a\":\t1\n}")).isInstanceOf(Node.Mapping.class);
    }

    private static Node read(String name, String text) {
        return Documents.read(new SourceFile(name, text, null), unread -> {});
    }

    private static Node read(String name, byte[] bytes) throws IOException {
        return Documents.read(SourceFile.read(name, new ByteArrayInputStream(bytes), null), unread -> {});
    }
}
