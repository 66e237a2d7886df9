package dev.ensuregsis.maven.internal.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** As much of CBOR (RFC 8949) as the SDK speaks with CloudWatch, as JSON and back: times are seconds, in a tag of their own. */
final class Cbor {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int BREAK = 0xff;

    private Cbor() {}

    static JsonNode read(ByteBuffer in) {
        int head = in.get() & 0xff;
        int info = head & 0x1f;
        return switch (head >> 5) {
            case 0 -> JSON.numberNode(length(in, info));
            case 1 -> JSON.numberNode(-1 - length(in, info));
            case 3 -> JSON.textNode(text(in, info));
            case 4 -> list(in, info);
            case 5 -> map(in, info);
            case 6 -> tagged(in, info);
            case 7 -> simple(in, info);
            default -> throw new IllegalArgumentException("not read here: " + head);
        };
    }

    private static JsonNode tagged(ByteBuffer in, int info) {
        length(in, info);
        return read(in);
    }

    private static String text(ByteBuffer in, int info) {
        if (info == 31) {
            var parts = new StringBuilder();
            while (!ended(in)) {
                parts.append(read(in).asText());
            }
            return parts.toString();
        }
        var bytes = new byte[(int) length(in, info)];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static JsonNode list(ByteBuffer in, int info) {
        var list = JSON.arrayNode();
        long size = info == 31 ? Long.MAX_VALUE : length(in, info);
        for (long i = 0; i < size && !(info == 31 && ended(in)); i++) {
            list.add(read(in));
        }
        return list;
    }

    private static JsonNode map(ByteBuffer in, int info) {
        var map = JSON.objectNode();
        long size = info == 31 ? Long.MAX_VALUE : length(in, info);
        for (long i = 0; i < size && !(info == 31 && ended(in)); i++) {
            var key = read(in).asText();
            map.set(key, read(in));
        }
        return map;
    }

    private static boolean ended(ByteBuffer in) {
        if ((in.get(in.position()) & 0xff) != BREAK) {
            return false;
        }
        in.get();
        return true;
    }

    private static JsonNode simple(ByteBuffer in, int info) {
        return switch (info) {
            case 20 -> JSON.booleanNode(false);
            case 21 -> JSON.booleanNode(true);
            case 22, 23 -> JSON.nullNode();
            case 26 -> JSON.numberNode(in.getFloat());
            case 27 -> JSON.numberNode(in.getDouble());
            default -> throw new IllegalArgumentException("not read here: simple " + info);
        };
    }

    private static long length(ByteBuffer in, int info) {
        return switch (info) {
            case 24 -> in.get() & 0xff;
            case 25 -> in.getShort() & 0xffff;
            case 26 -> in.getInt() & 0xffff_ffffL;
            case 27 -> in.getLong();
            default -> info;
        };
    }

    static byte[] write(JsonNode node) {
        var out = new ByteArrayOutputStream();
        write(node, false, out);
        return out.toByteArray();
    }

    private static void write(JsonNode node, boolean times, ByteArrayOutputStream out) {
        if (node.isObject()) {
            head(5, node.size(), out);
            node.properties().forEach(field -> {
                write(JSON.textNode(field.getKey()), false, out);
                write(field.getValue(), field.getKey().equals("Timestamps"), out);
            });
        } else if (node.isArray()) {
            head(4, node.size(), out);
            node.forEach(element -> write(element, times, out));
        } else if (node.isTextual()) {
            var bytes = node.asText().getBytes(StandardCharsets.UTF_8);
            head(3, bytes.length, out);
            out.writeBytes(bytes);
        } else if (node.isNumber()) {
            if (times) {
                head(6, 1, out);
            }
            out.write(7 << 5 | 27);
            out.writeBytes(
                    ByteBuffer.allocate(Double.BYTES).putDouble(node.asDouble()).array());
        } else {
            out.write(7 << 5 | 22);
        }
    }

    private static void head(int type, int length, ByteArrayOutputStream out) {
        out.write(type << 5 | 26);
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
    }
}
