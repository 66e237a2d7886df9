package dev.ensuregsis.engine.definition.internal.serverless;

import dev.ensuregsis.engine.definition.internal.document.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;

/** Parts put together as the framework does it: objects by key, lists by number, and the later value counts. */
final class DeepMerge {
    private DeepMerge() {}

    static Node of(Node first, Node second) {
        if (first instanceof Node.Mapping one && second instanceof Node.Mapping other) {
            var entries = new LinkedHashMap<>(one.entries());
            other.entries().forEach((key, value) -> entries.merge(key, value, DeepMerge::of));
            return new Node.Mapping(first.position(), entries);
        }
        if (first instanceof Node.Sequence one && second instanceof Node.Sequence other) {
            var items = new ArrayList<>(one.items());
            for (int i = 0; i < other.items().size(); i++) {
                var item = other.items().get(i);
                if (i < items.size()) {
                    items.set(i, of(items.get(i), item));
                } else {
                    items.add(item);
                }
            }
            return new Node.Sequence(first.position(), items);
        }
        return second;
    }
}
