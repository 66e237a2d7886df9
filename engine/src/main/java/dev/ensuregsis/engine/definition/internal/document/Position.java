package dev.ensuregsis.engine.definition.internal.document;

import dev.ensuregsis.engine.definition.Place;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Where a node stands. Linked to its parent's, so that a large document costs one small object per node and a pointer is
 * spelled out only for a message.
 *
 * @param source the file
 * @param line the line, from 1: for an entry of a mapping, where its key stands
 * @param parent the position of the node around it; null for the whole document
 * @param token the key or number under which the parent holds it
 */
public record Position(String source, int line, @Nullable Position parent, String token) {

    static Position root(String source) {
        return new Position(source, 1, null, "");
    }

    /** The position of a child in the same source. */
    public Position child(int line, String token) {
        return new Position(source, line, this, token);
    }

    /** The same element, said to stand in another line. */
    Position at(int line) {
        return new Position(source, line, parent, token);
    }

    /** The place to tell a person, with its JSON pointer. */
    public Place place() {
        var tokens = new ArrayDeque<String>();
        for (var position = this; position.parent != null; position = position.parent) {
            tokens.addFirst(position.token.replace("~", "~0").replace("/", "~1"));
        }
        return new Place(source, line, tokens.isEmpty() ? "" : "/" + String.join("/", tokens));
    }
}
