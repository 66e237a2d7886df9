package dev.ensuregsis.engine.definition.internal.format;

import dev.ensuregsis.engine.definition.internal.document.Node;
import java.util.List;

/**
 * Input of {@code aws dynamodb create-table} and {@code update-table}: one request, or a list of them, perhaps under a
 * key. A request without its table's name gets it by the name of the file.
 */
final class RequestFormat implements DefinitionFormat {
    @Override
    public String title() {
        return "create-table or update-table input (--cli-input-json)";
    }

    @Override
    public boolean recognizes(Node document) {
        return Lists.holds(document, RequestFormat::isRequest);
    }

    private static boolean isRequest(Node node) {
        return node instanceof Node.Mapping request
                && (request.get("TableName").orElse(null) instanceof Node.Scalar || isNameless(request));
    }

    private static boolean isNameless(Node.Mapping request) {
        return request.get("GlobalSecondaryIndexUpdates").orElse(null) instanceof Node.Sequence
                || (request.get("KeySchema").orElse(null) instanceof Node.Sequence
                        && request.get("AttributeDefinitions").orElse(null) instanceof Node.Sequence
                        && !request.has("IndexName"));
    }

    @Override
    public void read(Node document, Findings findings) {
        for (var node : Lists.all(document, RequestFormat::isRequest)) {
            if (!(node instanceof Node.Mapping request) || !isRequest(request)) {
                findings.faults().add(node, "a request has to be an object with a TableName");
            } else if (Skeleton.is(request)) {
                findings.faults().add(node, Skeleton.ADVICE);
            } else if (request.get("TableName").orElse(null) instanceof Node.Scalar name && !name.isNull()) {
                findings.addTable(findings.settings().decorated(name.text()), request, List.of());
            } else {
                findings.nameByFile(node, "a request without a TableName")
                        .ifPresent(name -> findings.addTable(name, request, List.of()));
            }
        }
    }
}
