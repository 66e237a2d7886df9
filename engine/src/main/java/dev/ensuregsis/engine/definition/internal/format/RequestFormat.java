package dev.ensuregsis.engine.definition.internal.format;

import dev.ensuregsis.engine.definition.internal.document.Node;
import java.util.List;

/** Input of {@code aws dynamodb create-table} and {@code update-table}: one request, or a list of them. */
final class RequestFormat implements DefinitionFormat {
    @Override
    public String title() {
        return "create-table or update-table input (--cli-input-json)";
    }

    @Override
    public boolean recognizes(Node document) {
        return isRequest(document)
                || (document instanceof Node.Sequence list
                        && list.items().stream().anyMatch(RequestFormat::isRequest));
    }

    private static boolean isRequest(Node node) {
        return node instanceof Node.Mapping request
                && request.get("TableName")
                        .filter(Node.Scalar.class::isInstance)
                        .isPresent();
    }

    @Override
    public void read(Node document, Findings findings) {
        var requests = document instanceof Node.Sequence list ? list.items() : List.of(document);
        for (var node : requests) {
            if (node instanceof Node.Mapping request
                    && request.get("TableName").orElse(null) instanceof Node.Scalar name) {
                findings.addTable(findings.settings().decorated(name.text()), request, List.of());
            } else {
                findings.faults().add(node, "a request has to be an object with a TableName");
            }
        }
    }
}
