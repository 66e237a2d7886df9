package dev.ensuregsis.engine.definition.internal.document;

import dev.ensuregsis.engine.definition.Place;
import org.jspecify.annotations.Nullable;

/**
 * Where a node stands. Linked to its parent's, so that a large document costs one small object per node and a pointer is
 * spelled out only for a message.
 *
 * @param line the line, from 1: for an entry of a mapping, where its key stands
 * @param parent the position of the node around it; null for the whole document
 * @param token the key or number under which the parent holds it; of the whole document its file
 */
public record Position(int line, @Nullable Position parent, String token) {

    static Position root(String source) {
        return new Position(1, null, source);
    }

    /** The position of a child in the same source. */
    public Position child(int line, String token) {
        return new Position(line, this, token);
    }

    /** The same element, said to stand in another line. */
    Position at(int line) {
        return new Position(line, parent, token);
    }

    /** The place to tell a person, with its JSON pointer. */
    public Place place() {
        var pointer = new StringBuilder();
        var position = this;
        for (; position.parent != null; position = position.parent) {
            pointer.insert(0, position.token.replace("~", "~0").replace("/", "~1"))
                    .insert(0, '/');
        }
        return new Place(position.token, line, pointer.toString());
    }
}
