package dev.ensuregsis.engine.definition.internal.shape;

import dev.ensuregsis.engine.definition.NearestName;
import dev.ensuregsis.engine.definition.internal.document.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the entries of one object. Every key that was asked for is known; what is left at the end is unknown, and refused
 * with the nearest known one. So is an explicit null: whether its author meant to leave the key out can't be told.
 */
public final class ApiObject {
    private static final Set<String> TRUE = Set.of("true", "yes", "on");
    private static final Set<String> FALSE = Set.of("false", "no", "off");

    private final Node.Mapping mapping;
    private final Faults faults;
    private final List<String> known = new ArrayList<>();

    /** Reads the entries of an object; what is wrong with them goes to the faults. */
    public ApiObject(Node.Mapping mapping, Faults faults) {
        this.mapping = mapping;
        this.faults = faults;
    }

    /** The object itself. */
    public Node.Mapping mapping() {
        return mapping;
    }

    /** Keys that may be there and aren't read. */
    public ApiObject ignore(String... keys) {
        known.addAll(List.of(keys));
        return this;
    }

    /** Whether the key is there, with a value or null. */
    public boolean has(String key) {
        known.add(key);
        return mapping.has(key);
    }

    /** A value of any form. */
    public Optional<Node> node(String key) {
        return Optional.ofNullable(value(key));
    }

    private @Nullable Node value(String key) {
        known.add(key);
        var value = mapping.entries().get(key);
        if (value != null && value.isNull()) {
            faults.add(value, key + " is null: leave the key out, or give it a value");
            return null;
        }
        return value;
    }

    private <N extends Node> @Nullable N value(String key, Class<N> form, String expected) {
        var value = value(key);
        if (value == null || form.isInstance(value)) {
            return form.cast(value);
        }
        mismatch(value, key, expected);
        return null;
    }

    /** A text; anything else there is a fault. */
    public Optional<String> text(String key) {
        var scalar = value(key, Node.Scalar.class, "a text");
        return scalar == null ? Optional.empty() : Optional.of(scalar.text());
    }

    /** A text that has to be there. */
    public Optional<String> requiredText(String key) {
        var text = text(key);
        if (text.isEmpty() && !has(key)) {
            faults.add(mapping, key + " is missing");
        }
        return text;
    }

    /** One of an enum's constants by its exact name; anything else is a fault that lists them. */
    public <E extends Enum<E>> Optional<E> constant(String key, Class<E> type) {
        return text(key).flatMap(text -> {
            for (var constant : type.getEnumConstants()) {
                if (constant.name().equals(text)) {
                    return Optional.of(constant);
                }
            }
            node(key)
                    .ifPresent(node -> faults.add(
                            node,
                            key + " has to be one of " + List.of(type.getEnumConstants()) + ", not \"" + text + "\""));
            return Optional.empty();
        });
    }

    /** A whole number, also one written as text, as templates have it. */
    public Optional<Long> wholeNumber(String key) {
        return node(key).flatMap(node -> {
            if (node instanceof Node.Scalar scalar) {
                try {
                    return Optional.of(Long.valueOf(scalar.text().strip()));
                } catch (NumberFormatException e) {
                    // falls through to the fault
                }
            }
            mismatch(node, key, "a whole number");
            return Optional.empty();
        });
    }

    /** True or false, also written as text, as templates have it. */
    public Optional<Boolean> flag(String key) {
        return node(key).flatMap(node -> {
            if (node instanceof Node.Scalar scalar) {
                var text = scalar.text().strip().toLowerCase(Locale.ROOT);
                if (TRUE.contains(text) || FALSE.contains(text)) {
                    return Optional.of(TRUE.contains(text));
                }
            }
            mismatch(node, key, "true or false");
            return Optional.empty();
        });
    }

    /** A list; left out, an empty one. */
    public List<Node> list(String key) {
        var sequence = value(key, Node.Sequence.class, "a list");
        return sequence == null ? List.of() : sequence.items();
    }

    /** A list of objects; left out, an empty one. */
    public List<ApiObject> objects(String key) {
        var items = list(key);
        var objects = new ArrayList<ApiObject>(items.size());
        for (var item : items) {
            if (item instanceof Node.Mapping object) {
                objects.add(new ApiObject(object, faults));
            } else {
                mismatch(item, "each of " + key, "an object");
            }
        }
        return objects;
    }

    /** An object. */
    public Optional<ApiObject> object(String key) {
        var object = value(key, Node.Mapping.class, "an object");
        return object == null ? Optional.empty() : Optional.of(new ApiObject(object, faults));
    }

    private void mismatch(Node node, String what, String expected) {
        faults.add(
                node,
                node instanceof Node.Unresolved unresolved
                        ? what + " can't be resolved: " + unresolved.reason()
                        : what + " has to be " + expected + ", not " + node.description());
    }

    /** Refuses every key that nobody has asked for. */
    public void refuseUnknown() {
        mapping.entries().forEach((key, value) -> {
            if (!known.contains(key)) {
                faults.add(value, "unknown key \"" + key + "\"" + hint(key));
            }
        });
    }

    private String hint(String unknown) {
        var names = new LinkedHashSet<>(known);
        return NearestName.of(unknown, names)
                .map(name -> ": did you mean \"" + name + "\"?")
                .orElse(": known here are " + String.join(", ", names));
    }
}
