package dev.ensuregsis.engine.definition.internal.terraform;

import dev.ensuregsis.engine.definition.internal.document.Node;
import dev.ensuregsis.engine.definition.internal.document.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Marks what a plan doesn't know yet: {@code after_unknown} has true wherever a value is known only after apply. */
final class AfterApply {
    private static final String REASON =
            "known only after terraform apply: take it from the state then, with terraform show -json";

    private AfterApply() {}

    static Node.Mapping mark(Node.Mapping values, @Nullable Node unknown) {
        return unknown instanceof Node.Mapping marks ? (Node.Mapping) marked(values, marks, values.position()) : values;
    }

    private static Node marked(Node value, Node unknown, Position at) {
        if (isUnknown(unknown)) {
            return new Node.Unresolved(at, REASON);
        }
        if (unknown instanceof Node.Mapping marks && value instanceof Node.Mapping known) {
            var entries = new LinkedHashMap<>(known.entries());
            marks.entries().forEach((key, mark) -> {
                var entry = entries.get(key);
                if (entry != null) {
                    entries.put(key, marked(entry, mark, entry.position()));
                } else if (isUnknown(mark)) {
                    entries.put(key, new Node.Unresolved(at.child(at.line(), key), REASON));
                }
            });
            return new Node.Mapping(at, entries);
        }
        if (unknown instanceof Node.Sequence marks && value instanceof Node.Sequence known) {
            List<Node> items = new ArrayList<>(known.items());
            for (int i = 0; i < items.size() && i < marks.items().size(); i++) {
                items.set(
                        i,
                        marked(items.get(i), marks.items().get(i), items.get(i).position()));
            }
            return new Node.Sequence(at, items);
        }
        return value;
    }

    private static boolean isUnknown(Node mark) {
        return mark instanceof Node.Scalar scalar && scalar.text().equals("true");
    }
}
