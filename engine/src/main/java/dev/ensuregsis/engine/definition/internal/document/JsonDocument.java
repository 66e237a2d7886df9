package dev.ensuregsis.engine.definition.internal.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.ensuregsis.engine.definition.DefinitionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;

/** Builds the tree from JSON. */
final class JsonDocument {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonParser parser;
    private final Limits limits;
    private final DuplicateKeys duplicates;

    /** Of the object before, at each depth: most objects have the same as their neighbour. */
    private final Keys[] keysBefore = new Keys[Limits.MAX_DEPTH + 1];

    private JsonDocument(JsonParser parser, Limits limits, DuplicateKeys duplicates) {
        this.parser = parser;
        this.limits = limits;
        this.duplicates = duplicates;
        Arrays.fill(keysBefore, new Keys(0));
    }

    static Node parse(String source, String text, DuplicateKeys duplicates) {
        var root = Position.root(source);
        try (var parser = FACTORY.createParser(text)) {
            var document = new JsonDocument(parser, new Limits(source), duplicates);
            parser.nextToken();
            var node = document.value(root.at(document.line()), 0);
            if (parser.nextToken() != null) {
                throw Limits.refused(
                        root.at(document.line()),
                        "more than one JSON value in the file: one object or one list is expected");
            }
            return node;
        } catch (JsonProcessingException e) {
            throw malformed(root, e);
        } catch (IOException e) {
            throw new UncheckedIOException("a string was read", e);
        }
    }

    static boolean isWellFormed(String text) {
        try (var parser = FACTORY.createParser(text)) {
            int depth = 0;
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (depth > Limits.MAX_DEPTH) {
                    return true;
                }
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private Node value(Position position, int depth) throws IOException {
        limits.enter(position, depth);
        var token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> mapping(position, depth);
            case START_ARRAY -> sequence(position, depth);
            case VALUE_NULL -> new Node.Scalar(position, Node.Kind.NULL, "null");
            case VALUE_TRUE, VALUE_FALSE -> new Node.Scalar(position, Node.Kind.BOOLEAN, parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Node.Scalar(position, Node.Kind.NUMBER, parser.getText());
            default -> Node.text(position, parser.getText());
        };
    }

    private Node mapping(Position position, int depth) throws IOException {
        var object = new MappingBuilder(position, new EntriesBuilder(keysBefore[depth]));
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var key = parser.currentName();
            var child = position.child(line(), key);
            parser.nextToken();
            object.put(child, key, value(child, depth + 1), duplicates);
        }
        var built = object.build();
        keysBefore[depth] = built.entries().keys();
        return built;
    }

    private Node sequence(Position position, int depth) throws IOException {
        var items = new ArrayList<Node>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(position.child(line(), String.valueOf(items.size())), depth + 1));
        }
        return new Node.Sequence(position, items);
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private static DefinitionException malformed(Position root, JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        var problem = e.getOriginalMessage().lines().findFirst().orElse("malformed");
        return location == null
                ? Limits.refused(root, "not valid JSON: " + problem)
                : Limits.refused(
                        root.at(location.getLineNr()),
                        "not valid JSON: " + problem + " (column " + location.getColumnNr() + ")");
    }
}
