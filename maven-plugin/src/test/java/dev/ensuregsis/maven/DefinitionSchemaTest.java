package dev.ensuregsis.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.ensuregsis.engine.definition.DefinitionException;
import dev.ensuregsis.engine.definition.DefinitionFault;
import dev.ensuregsis.engine.definition.DefinitionReader;
import dev.ensuregsis.engine.definition.DefinitionSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An editor that checks a definitions file by docs/gsis.schema.json, and the reader, say the same of it: over all samples of our
 * own format, and over copies with a random fault. Where they don't, the difference is in one of the two lists here.
 */
class DefinitionSchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Schema SCHEMA = schema();
    private static final Path DOCS = Path.of("../docs");
    private static final int DAMAGED_COPIES = 2_000;

    /** What only the reader sees: a schema compares no two places with each other. */
    private static final List<Pattern> BEYOND_A_SCHEMA = List.of(
            Pattern.compile("has type . here and . in"),
            Pattern.compile("is defined twice"),
            Pattern.compile("stands twice in the key"),
            Pattern.compile("a HASH attribute stands after a RANGE attribute"),
            Pattern.compile("local secondary index \".*\" needs the table's partition key"),
            // Up to four of each kind stand in up to eight: a schema counts one kind only.
            Pattern.compile("at most 4 RANGE attributes"),
            // One of a sort key's elements may stand where the partition key's has to: it has one HASH all the same.
            Pattern.compile("one HASH and at most one RANGE attribute"),
            // Bytes aren't characters.
            Pattern.compile("bytes long, not 1 to"));

    /** An editor had better mark it: a name that YAML takes for a number or for true. The reader takes it as it is written. */
    private static final Pattern STRICTER = Pattern.compile("(boolean|integer|number) found, string expected");

    /** Why the reader takes what the schema refuses: it is then read as another format, in which that is right. */
    private static final List<Predicate<JsonNode>> ANOTHER_FORMAT =
            List.of(document -> document.toString().contains("\"GlobalSecondaryIndexUpdates\""));

    @ParameterizedTest
    @MethodSource("samples")
    void everySampleIsValid(String sample) {
        assertThat(faultsBySchema(sample)).isEmpty();
        assertThat(faultsByReader(sample)).isEmpty();
    }

    @Test
    void damagedCopiesAreJudgedAlike() {
        var samples = samples();
        for (int seed = 0; seed < DAMAGED_COPIES; seed++) {
            judgeADamagedCopy(samples, new Random(seed));
        }
    }

    private static void judgeADamagedCopy(List<String> samples, Random random) {
        var document = (ObjectNode) tree(samples.get(random.nextInt(samples.size())));
        for (int i = 0; i <= random.nextInt(2); i++) {
            damage(document, random);
        }
        var text = document.toString();
        var bySchema = faultsBySchema(text);
        var byReader = faultsByReader(text);
        if (bySchema.isEmpty()) {
            assertThat(byReader)
                    .as("what the reader alone sees in %s", text)
                    .allMatch(fault -> BEYOND_A_SCHEMA.stream()
                            .anyMatch(known -> known.matcher(fault.message()).find()));
        } else if (bySchema.stream().anyMatch(fault -> !STRICTER.matcher(fault).find())
                && ANOTHER_FORMAT.stream().noneMatch(known -> known.test(document))) {
            assertThat(byReader)
                    .as("%s, which the schema refuses: %s", text, bySchema)
                    .isNotEmpty();
        }
    }

    @Test
    void theFileMayNameItsSchema() {
        var text =
                "{\"$schema\": \"https://ensuregsis.dev/gsis.schema.json\", \"bookings\": [{\"IndexName\": \"by-agent\","
                        + " \"KeySchema\": [{\"AttributeName\": \"agent\", \"KeyType\": \"HASH\"}]}]}";
        assertThat(faultsBySchema(text)).isEmpty();
        assertThat(DefinitionReader.builder()
                        .build()
                        .read(List.of(DefinitionSource.text("gsis.json", text)))
                        .tables())
                .hasSize(1);
    }

    @Test
    void everyKeyHasItsDoc() {
        var schema = tree(file(DOCS.resolve("gsis.schema.json")));
        var undocumented = new ArrayList<String>();
        for (var definition : List.of("table", "globalIndex", "localIndex", "projection")) {
            var of = schema.get("$defs").get(definition).get("properties");
            for (var property : of.properties()) {
                var value = property.getValue();
                var target =
                        value.has("$ref") ? schema.at(value.get("$ref").asText().substring(1)) : value;
                if (!value.has("description") && !target.has("description")) {
                    undocumented.add(definition + "." + property.getKey());
                }
            }
        }
        assertThat(undocumented).isEmpty();
    }

    /** Those of the README, of the page on definitions, and the one that stands in every format. */
    static List<String> samples() {
        var samples = new ArrayList<String>();
        samples.add(file(Path.of("../engine/src/test/resources/definition-samples/airline/gsis.json")));
        samples.add(file(Path.of("../it/example/src/main/resources/gsis.json")));
        var blocks = Pattern.compile("```json\n(\\{.*?)```", Pattern.DOTALL).matcher(file(Path.of("../README.md")));
        while (blocks.find()) {
            samples.add(blocks.group(1));
        }
        return samples;
    }

    /** One fault somewhere: left out, misspelt, of another kind, null, twice. */
    private static void damage(ObjectNode document, Random random) {
        var places = new ArrayList<JsonNode>();
        collect(document, places);
        var place = places.get(random.nextInt(places.size()));
        if (place instanceof ObjectNode object && !object.isEmpty()) {
            var names = object.properties().stream().map(Map.Entry::getKey).toList();
            var name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(5)) {
                case 0 -> object.remove(name);
                case 1 -> object.set(name + "x", object.remove(name));
                case 2 -> object.set(name, other(random));
                case 3 -> object.set("TableClass", other(random));
                default -> object.set("ProvisionedThroughput", throughput(random));
            }
        } else if (place instanceof ArrayNode array && !array.isEmpty()) {
            int at = random.nextInt(array.size());
            switch (random.nextInt(4)) {
                case 0 -> array.remove(at);
                case 1 -> array.add(array.get(at).deepCopy());
                case 2 -> array.set(at, other(random));
                default -> array.insert(0, array.get(array.size() - 1).deepCopy());
            }
        }
    }

    private static void collect(JsonNode node, List<JsonNode> places) {
        if (node.isContainerNode()) {
            places.add(node);
            node.forEach(child -> collect(child, places));
        }
    }

    private static JsonNode other(Random random) {
        var nodes = JsonNodeFactory.instance;
        return switch (random.nextInt(9)) {
            case 0 -> nodes.nullNode();
            case 1 -> nodes.numberNode(random.nextInt(-2, 3));
            case 2 -> nodes.textNode("");
            case 3 -> nodes.textNode("x".repeat(300));
            case 4 -> nodes.objectNode();
            case 5 -> nodes.arrayNode();
            case 6 -> nodes.booleanNode(true);
            case 7 -> nodes.textNode("RANGE");
            default -> nodes.textNode("PROVISIONED");
        };
    }

    private static JsonNode throughput(Random random) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("ReadCapacityUnits", random.nextInt(0, 3));
        if (random.nextInt(4) > 0) {
            node.put("WriteCapacityUnits", "5");
        }
        return node;
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> faultsBySchema(String text) {
        return SCHEMA.validate(text, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    private static List<DefinitionFault> faultsByReader(String text) {
        try {
            DefinitionReader.builder().build().read(List.of(DefinitionSource.text("gsis.json", text)));
            return List.of();
        } catch (DefinitionException refused) {
            return refused.faults();
        }
    }

    private static Schema schema() {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(file(Path.of("../docs/gsis.schema.json")), InputFormat.JSON);
    }

    private static String file(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
