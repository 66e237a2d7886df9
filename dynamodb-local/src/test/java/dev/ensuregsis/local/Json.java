package dev.ensuregsis.local;

import java.util.stream.Collectors;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/** Writes what the SDK's JSON parser read. */
final class Json {
    private Json() {}

    static String text(JsonNode node) {
        if (node.isObject()) {
            return node.asObject().entrySet().stream()
                    .map(field -> quoted(field.getKey()) + ":" + text(field.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (node.isArray()) {
            return node.asArray().stream().map(Json::text).collect(Collectors.joining(",", "[", "]"));
        }
        return node.isString() ? quoted(node.asString()) : node.text();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
