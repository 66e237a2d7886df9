package dev.ensuregsis.engine.definition.internal.cloudformation;

import dev.ensuregsis.engine.definition.internal.document.Node;
import dev.ensuregsis.engine.definition.internal.shape.BeyondCreateTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which tables the template's {@code AWS::ApplicationAutoScaling::ScalableTarget}s scale. */
final class AutoScaling {
    private static final String TARGET = "AWS::ApplicationAutoScaling::ScalableTarget";

    private final List<Node> resourceIds = new ArrayList<>();
    private final Resolver resolver;

    private AutoScaling(Resolver resolver) {
        this.resolver = resolver;
    }

    static AutoScaling of(Map<String, Node> resources, Resolver resolver) {
        var scaling = new AutoScaling(resolver);
        for (var resource : resources.values()) {
            if (Template.type(resource).equals(TARGET)
                    && ((Node.Mapping) resource).get("Properties").orElse(null) instanceof Node.Mapping properties) {
                properties.get("ResourceId").ifPresent(scaling.resourceIds::add);
            }
        }
        return scaling;
    }

    /** What the table asks for in this way. */
    List<String> of(String logicalId, @Nullable Node tableName) {
        var name = tableName instanceof Node.Scalar written ? written.text() : logicalId;
        return resourceIds.stream().anyMatch(id -> isOf(id, logicalId, name))
                ? List.of(BeyondCreateTable.AUTO_SCALING)
                : List.of();
    }

    private boolean isOf(Node resourceId, String logicalId, String name) {
        return resolver.resolve(resourceId) instanceof Node.Scalar text
                ? (text.text() + "/").startsWith("table/" + name + "/")
                : mentions(resourceId, logicalId);
    }

    private static boolean mentions(Node node, String logicalId) {
        if (node instanceof Node.Mapping mapping) {
            return mapping.entries().values().stream().anyMatch(value -> mentions(value, logicalId));
        }
        if (node instanceof Node.Sequence sequence) {
            return sequence.items().stream().anyMatch(item -> mentions(item, logicalId));
        }
        return node instanceof Node.Scalar scalar && scalar.text().contains(logicalId);
    }
}
