package dev.ensuregsis.maven.internal.misfit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item's key in DynamoDB's JSON, as the AWS CLI takes it for {@code --key}. */
final class KeyJson {
    private static final JsonFactory JSON = new JsonFactory();

    private KeyJson() {}

    static String text(Map<String, AttributeValue> key) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(text)) {
            write(json, key);
        } catch (IOException neverFromMemory) {
            throw new UncheckedIOException(neverFromMemory);
        }
        return text.toString();
    }

    static void write(JsonGenerator json, Map<String, AttributeValue> key) throws IOException {
        json.writeStartObject();
        for (var attribute : new TreeMap<>(key).entrySet()) {
            json.writeObjectFieldStart(attribute.getKey());
            var value = attribute.getValue();
            if (value.s() != null) {
                json.writeStringField("S", value.s());
            } else if (value.n() != null) {
                json.writeStringField("N", value.n());
            } else if (value.b() != null) {
                json.writeBinaryField("B", value.b().asByteArray());
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    static @Nullable Map<String, AttributeValue> read(JsonTree json) {
        if (json.isNull()) {
            return null;
        }
        var key = new HashMap<String, AttributeValue>();
        json.fields()
                .forEach((name, value) -> value.fields()
                        .forEach((type, text) -> key.put(
                                name,
                                switch (type) {
                                    case "S" -> AttributeValue.fromS(text.text());
                                    case "N" -> AttributeValue.fromN(text.text());
                                    default ->
                                        AttributeValue.fromB(SdkBytes.fromByteArray(
                                                Base64.getDecoder().decode(text.text())));
                                })));
        return key;
    }
}
