package dev.ensuregsis.engine.definition.internal.cloudformation;

import dev.ensuregsis.engine.definition.TableCreation;
import dev.ensuregsis.engine.definition.internal.document.Node;
import dev.ensuregsis.engine.definition.internal.shape.BeyondCreateTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the template's other resources add to its tables: auto scaling, and the replicas of CDK's custom resource. */
final class SettingsApart {
    private record Setting(String type, String property, TableCreation.Beyond asks) {}

    private static final List<Setting> SETTINGS = List.of(
            new Setting("AWS::ApplicationAutoScaling::ScalableTarget", "ResourceId", BeyondCreateTable.AUTO_SCALING),
            new Setting(OtherResources.CDK_REPLICA, "TableName", BeyondCreateTable.REPLICAS));

    private record Reference(TableCreation.Beyond asks, Node to) {}

    private final List<Reference> references = new ArrayList<>();
    private final Resolver resolver;

    private SettingsApart(Resolver resolver) {
        this.resolver = resolver;
    }

    static SettingsApart of(Map<String, Node> resources, Resolver resolver) {
        var settings = new SettingsApart(resolver);
        for (var resource : resources.values()) {
            for (var setting : SETTINGS) {
                if (Template.type(resource).equals(setting.type())
                        && ((Node.Mapping) resource).get("Properties").orElse(null) instanceof Node.Mapping all) {
                    all.get(setting.property())
                            .ifPresent(to -> settings.references.add(new Reference(setting.asks(), to)));
                }
            }
        }
        return settings;
    }

    /** What the table asks for in this way. */
    List<TableCreation.Beyond> of(String logicalId, @Nullable Node tableName) {
        var name = tableName instanceof Node.Scalar written ? written.text() : logicalId;
        return references.stream()
                .filter(reference -> isOf(reference.to(), logicalId, name))
                .map(Reference::asks)
                .distinct()
                .toList();
    }

    private boolean isOf(Node reference, String logicalId, String name) {
        return resolver.resolve(reference) instanceof Node.Scalar text
                ? text.text().equals(name) || (text.text() + "/").startsWith("table/" + name + "/")
                : mentions(reference, logicalId);
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
