package dev.ensuregsis.engine.definition.internal.document;

import java.util.List;
import java.util.Optional;

/** Builds an object that stands for another one, out of parts that keep their own places. Not thread-safe. */
public final class MappingBuilder {
    private final Position position;
    private final EntriesBuilder entries;

    /** Builds an object that is said to stand there. */
    public MappingBuilder(Position position) {
        this(position, new EntriesBuilder());
    }

    MappingBuilder(Position position, EntriesBuilder entries) {
        this.position = position;
        this.entries = entries;
    }

    /** Sets an entry of an object that stands in a document, where a key may stand twice. */
    MappingBuilder put(Position at, String key, Node value, DuplicateKeys duplicates) {
        var first = entries.put(key, value);
        return first == null ? this : put(key, duplicates.neither(at, key, first, value));
    }

    /** Sets an entry. */
    public MappingBuilder put(String key, Node value) {
        entries.put(key, value);
        return this;
    }

    /** Sets an entry, if there is a value. */
    public MappingBuilder put(String key, Optional<? extends Node> value) {
        value.ifPresent(node -> entries.put(key, node));
        return this;
    }

    /** Sets an entry to a text. */
    public MappingBuilder put(String key, String text) {
        return put(key, Node.text(position, text));
    }

    /** Sets an entry to a list; an empty one is left out. */
    public MappingBuilder put(String key, List<? extends Node> items) {
        if (!items.isEmpty()) {
            put(key, new Node.Sequence(items.get(0).position(), List.copyOf(items)));
        }
        return this;
    }

    /** Takes over those of an object's entries that it has. */
    public MappingBuilder copy(Node.Mapping from, String... keys) {
        for (var key : keys) {
            var value = from.entries().get(key);
            if (value != null) {
                put(key, value);
            }
        }
        return this;
    }

    /** The object; the builder is used up. */
    public Node.Mapping build() {
        return new Node.Mapping(position, entries.build());
    }
}
