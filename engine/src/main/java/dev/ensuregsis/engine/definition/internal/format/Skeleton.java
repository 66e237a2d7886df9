package dev.ensuregsis.engine.definition.internal.format;

import dev.ensuregsis.engine.definition.internal.document.Node;
import java.util.Set;

/** What {@code aws dynamodb create-table --generate-cli-skeleton} prints, as long as nobody has filled it in. */
final class Skeleton {
    static final String ADVICE =
            "a skeleton of the AWS CLI that isn't filled in: write the TableName, the names in its keys"
                    + " and indexes, and remove what you don't need";

    private static final Set<String> NAMES = Set.of("TableName", "IndexName", "AttributeName");

    private Skeleton() {}

    /** Whether each name in it is empty, and there is one. */
    static boolean is(Node.Mapping request) {
        return count(request, true) > 0 && count(request, false) == 0;
    }

    private static long count(Node node, boolean empty) {
        if (node instanceof Node.Sequence list) {
            return list.items().stream().mapToLong(item -> count(item, empty)).sum();
        }
        return node instanceof Node.Mapping mapping
                ? mapping.entries().entrySet().stream()
                        .mapToLong(
                                entry -> NAMES.contains(entry.getKey()) && entry.getValue() instanceof Node.Scalar name
                                        ? name.text().isEmpty() == empty ? 1 : 0
                                        : count(entry.getValue(), empty))
                        .sum()
                : 0;
    }
}
