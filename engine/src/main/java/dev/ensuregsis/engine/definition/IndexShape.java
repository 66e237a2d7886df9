package dev.ensuregsis.engine.definition;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An index with the types of its key attributes: all that it takes to make it again. As text it is a definition, as a
 * definitions file has it in the list of a table.
 *
 * @param index the index
 * @param attributeTypes the types of exactly the attributes of its key, as far as they are known
 */
public record IndexShape(IndexDefinition index, Map<String, AttributeType> attributeTypes) {

    /** Copies the map, and leaves out what the key doesn't use. */
    public IndexShape {
        var used = new LinkedHashMap<String, AttributeType>();
        for (var attribute : index.keySchema().attributes()) {
            var type = attributeTypes.get(attribute);
            if (type != null) {
                used.put(attribute, type);
            }
        }
        attributeTypes = Map.copyOf(used);
    }

    /**
     * Whether this is the same index but for its capacity, which can be changed in place.
     *
     * @param other the other
     * @return true if name, key, types and projection are the same
     */
    public boolean isSameAs(IndexShape other) {
        return index.name().equals(other.index.name())
                && index.keySchema().equals(other.index.keySchema())
                && index.projectionToCreate().equals(other.index.projectionToCreate())
                && attributeTypes.equals(other.attributeTypes);
    }

    /**
     * The definition.
     *
     * @return one line of JSON in the shape of the AWS API
     */
    public String json() {
        var text = new StringWriter();
        try (var json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("IndexName", index.name());
            WholeTableForm.keySchema(json, index.keySchema());
            attributeDefinitions(json);
            WholeTableForm.projection(json, index.projectionToCreate());
            throughput(json, index.capacity().provisioned());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a string was written", e);
        }
        return text.toString();
    }

    private void attributeDefinitions(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("AttributeDefinitions");
        for (var name : index.keySchema().attributes()) {
            var type = attributeTypes.get(name);
            if (type != null) {
                json.writeStartObject();
                json.writeStringField("AttributeName", name);
                json.writeStringField("AttributeType", type.name());
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private static void throughput(JsonGenerator json, @Nullable Throughput throughput) throws IOException {
        if (throughput == null || throughput.read() == null || throughput.write() == null) {
            return;
        }
        json.writeObjectFieldStart("ProvisionedThroughput");
        json.writeNumberField("ReadCapacityUnits", throughput.read());
        json.writeNumberField("WriteCapacityUnits", throughput.write());
        json.writeEndObject();
    }

    /**
     * The inverse of {@link #json}.
     *
     * @param json a definition of one index
     * @return the index
     * @throws DefinitionException if it is none
     */
    public static IndexShape parse(String json) {
        var source = DefinitionSource.text("index.json", "{\"table\": [" + json + "]}");
        var table = DefinitionReader.builder()
                .build()
                .read(List.of(source))
                .tables()
                .get(0);
        return new IndexShape(table.indexes().get(0), table.attributeTypes());
    }
}
