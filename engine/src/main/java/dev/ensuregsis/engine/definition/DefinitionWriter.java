package dev.ensuregsis.engine.definition;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * Writes definitions in the project's own format, so that {@link DefinitionReader} reads the same ones from them. What a
 * definition leaves out is left out. Stateless.
 */
public final class DefinitionWriter {
    /** Where editors find the format's schema. */
    public static final String SCHEMA = "https://ensuregsis.dev/gsis.schema.json";

    private DefinitionWriter() {}

    /**
     * Writes a {@code gsis.json}.
     *
     * @param tables the tables, no two of one name
     * @return its text
     */
    public static String json(List<TableDefinition> tables) {
        var text = new StringWriter();
        try (var json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
            write(document(tables), json);
        } catch (IOException e) {
            throw new UncheckedIOException("a string was written", e);
        }
        return text + "\n";
    }

    /**
     * Writes a {@code gsis.yaml}.
     *
     * @param tables the tables, no two of one name
     * @return its text
     */
    public static String yaml(List<TableDefinition> tables) {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setIndent(2);
        options.setIndicatorIndent(2);
        options.setIndentWithIndicator(true);
        options.setSplitLines(false);
        return new Yaml(options).dump(document(tables));
    }

    private static Map<String, Object> document(List<TableDefinition> tables) {
        var document = new LinkedHashMap<String, Object>();
        document.put("$schema", SCHEMA);
        tables.forEach(table -> document.put(table.name(), WrittenTable.of(table)));
        return document;
    }

    private static void write(Object node, JsonGenerator json) throws IOException {
        if (node instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (var entry : map.entrySet()) {
                json.writeFieldName(String.valueOf(entry.getKey()));
                write(entry.getValue(), json);
            }
            json.writeEndObject();
        } else if (node instanceof List<?> list) {
            json.writeStartArray();
            for (var item : list) {
                write(item, json);
            }
            json.writeEndArray();
        } else if (node instanceof Long number) {
            json.writeNumber(number);
        } else if (node instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else {
            json.writeString(String.valueOf(node));
        }
    }
}
