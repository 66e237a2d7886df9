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
        return !hasName(request, false) && hasName(request, true);
    }

    private static boolean hasName(Node node, boolean empty) {
        if (node instanceof Node.Sequence list) {
            return list.items().stream().anyMatch(item -> hasName(item, empty));
        }
        if (node instanceof Node.Mapping mapping) {
            for (var entry : mapping.entries().entrySet()) {
                if (hasName(entry.getKey(), entry.getValue(), empty)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean hasName(String key, Node value, boolean empty) {
        boolean isName = NAMES.contains(key) && value instanceof Node.Scalar;
        return isName ? ((Node.Scalar) value).text().isEmpty() == empty : hasName(value, empty);
    }
}
