package dev.ensuregsis.engine.definition.internal.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One part of a document: immutable, and it knows where it stands. */
public sealed interface Node {

    /** Where it stands. */
    Position position();

    /** The same at another place: a value that is used where it doesn't stand. */
    Node at(Position position);

    /** What it is, in words for a message. */
    String description();

    /**
     * Keys and their values, in the order of the document.
     *
     * @param entries no key twice
     */
    record Mapping(Position position, Entries entries) implements Node {
        /** Copies the entries. */
        public Mapping(Position position, Map<String, Node> entries) {
            this(position, Entries.copyOf(entries));
        }

        /** The value of a key. */
        public Optional<Node> get(String key) {
            return Optional.ofNullable(entries.get(key));
        }

        /** Whether the key is there. */
        public boolean has(String key) {
            return entries.containsKey(key);
        }

        /** Whether a key of that kind is there. */
        public boolean has(Predicate<String> kind) {
            return entries.hasKey(kind);
        }

        @Override
        public Mapping at(Position position) {
            return new Mapping(position, entries);
        }

        @Override
        public Mapping withEach(Function<Node, @Nullable Node> change) {
            return withEachEntry((key, value) -> change.apply(value));
        }

        /** As {@link #withEach}, of keys and values. */
        @SuppressWarnings("ReferenceEquality") // entries that nothing changed are themselves
        public Mapping withEachEntry(BiFunction<String, Node, @Nullable Node> change) {
            var changed = entries.withEach(change);
            return changed == entries ? this : new Mapping(position, changed);
        }

        @Override
        public String description() {
            return "an object";
        }
    }

    /** A list. */
    record Sequence(Position position, List<Node> items) implements Node {
        /** Copies the items. */
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public Sequence at(Position position) {
            return new Sequence(position, items);
        }

        @Override
        public Sequence withEach(Function<Node, @Nullable Node> change) {
            var changed = new ArrayList<Node>(items.size());
            boolean same = true;
            for (var item : items) {
                var value = change.apply(item);
                same &= value == item;
                if (value != null) {
                    changed.add(value);
                }
            }
            return same ? this : new Sequence(position, changed);
        }

        @Override
        public String description() {
            return "a list";
        }
    }

    /**
     * A single value.
     *
     * @param kind what it was written as
     * @param text its text, as written
     */
    record Scalar(Position position, Kind kind, String text) implements Node {
        private static final int MAX_SHOWN = 80;

        @Override
        public Scalar at(Position position) {
            return new Scalar(position, kind, text);
        }

        @Override
        public String description() {
            if (kind == Kind.NULL) {
                return "null";
            }
            return "\"" + (text.length() > MAX_SHOWN ? text.substring(0, MAX_SHOWN) + "..." : text) + "\"";
        }
    }

    /**
     * A value that the file alone doesn't tell. A fault only for whoever needs it.
     *
     * @param reason why, and what would supply it
     * @param candidates the values that stand there, if it is that there are several
     */
    record Unresolved(Position position, String reason, List<Node> candidates) implements Node {
        /** Copies the list. */
        public Unresolved {
            candidates = List.copyOf(candidates);
        }

        /** A value of which nothing stands there. */
        public Unresolved(Position position, String reason) {
            this(position, reason, List.of());
        }

        @Override
        public Unresolved at(Position position) {
            return new Unresolved(position, reason, candidates);
        }

        @Override
        public String description() {
            return "a value that can't be resolved (" + reason + ")";
        }
    }

    /** What a scalar was written as. */
    enum Kind {
        TEXT,
        NUMBER,
        BOOLEAN,
        NULL
    }

    /** Whether the node is an explicit null. */
    default boolean isNull() {
        return this instanceof Scalar scalar && scalar.kind() == Kind.NULL;
    }

    /**
     * The same with what each entry or item of it is changed to; itself if all stay what they are, as most of a document
     * does.
     *
     * @param change the value to put in its place; null to leave it out
     */
    default Node withEach(Function<Node, @Nullable Node> change) {
        return this;
    }

    /** The same without the entries of objects that are null: what tools print for nothing. */
    default Node withoutNulls() {
        return withEach(value -> this instanceof Mapping && value.isNull() ? null : value.withoutNulls());
    }

    /** A text value. */
    static Scalar text(Position position, String text) {
        return new Scalar(position, Kind.TEXT, text);
    }
}
