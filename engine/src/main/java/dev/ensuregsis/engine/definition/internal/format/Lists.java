package dev.ensuregsis.engine.definition.internal.format;

import dev.ensuregsis.engine.definition.internal.document.Node;
import java.util.List;
import java.util.function.Predicate;

/** Things of one kind as they come in a document: one alone, a list of them, or lists of them under keys. */
final class Lists {
    private Lists() {}

    /** Whether any is one of the kind. */
    static boolean holds(Node document, Predicate<Node> kind) {
        return all(document, kind).stream().anyMatch(kind);
    }

    /** The document, the items of the list, or those of the lists that hold any of the kind. */
    static List<Node> all(Node document, Predicate<Node> kind) {
        if (document instanceof Node.Sequence list) {
            return list.items();
        }
        if (kind.test(document) || !(document instanceof Node.Mapping keys)) {
            return List.of(document);
        }
        return keys.entries().values().stream()
                .filter(value -> value instanceof Node.Sequence list
                        && list.items().stream().anyMatch(kind))
                .flatMap(list -> ((Node.Sequence) list).items().stream())
                .toList();
    }
}
