package dev.ensuregsis.engine.definition.internal.cloudformation;

import dev.ensuregsis.engine.definition.internal.document.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables of one template. */
public final class Template {
    /** CDK writes it into each template, of stacks without resources too. */
    private static final String CDK_PARAMETER = "BootstrapVersion";

    private final Node.Mapping root;
    private final Resolver resolver;
    private final Conditions conditions;
    private final References references;

    private Template(Node.Mapping root, Map<String, String> parameters) {
        this.root = root;
        references = new References(section(root, "Parameters"), parameters);
        conditions = new Conditions(section(root, "Conditions"));
        var deployed = new DeployedValues(parameters);
        resolver = new Resolver(
                Map.of(
                        "Ref", references,
                        "Fn::Sub", new Substitution(references),
                        "Fn::Join", TextFunctions::join,
                        "Fn::Select", TextFunctions::select,
                        "Fn::Split", TextFunctions::split,
                        "Fn::If", conditions::choose,
                        "Fn::FindInMap", new FindInMap(section(root, "Mappings")),
                        "Fn::GetAtt", deployed::attribute,
                        "Fn::ImportValue", deployed::imported),
                deployed);
    }

    /**
     * Finds a template's tables and resolves what they say.
     *
     * @param root the template
     * @param parameters values that the user supplies for parameters and pseudo-parameters
     * @throws dev.ensuregsis.engine.definition.DefinitionException if its functions come to too much
     */
    public static List<TableResource> tables(Node.Mapping root, Map<String, String> parameters) {
        return new Template(root, parameters).tables();
    }

    /** Whether a document has resources of CloudFormation or SAM, or is one of CDK's. */
    public static boolean isTemplate(Node.Mapping root) {
        return section(root, "Parameters").has(CDK_PARAMETER)
                || section(root, "Resources").entries().entrySet().stream()
                        .anyMatch(entry -> entry.getKey().startsWith(ForEach.PREFIX)
                                || type(entry.getValue()).startsWith("AWS::"));
    }

    private List<TableResource> tables() {
        var resources = resolver.unrolled(section(root, "Resources"));
        references.addResources(resources);
        var scaling = AutoScaling.of(resources, resolver);
        var defaults = section(section(root, "Globals"), "SimpleTable");
        var tables = new ArrayList<TableResource>();
        resources.forEach((logicalId, node) -> {
            if (node instanceof Node.Mapping resource && TableResources.isTable(resource)) {
                table(logicalId, resource, defaults)
                        .map(table -> table.with(scaling.of(logicalId, table.tableName())))
                        .ifPresent(tables::add);
            }
        });
        return tables;
    }

    /** Empty if its condition is false. */
    private Optional<TableResource> table(String logicalId, Node.Mapping resource, Node.Mapping samDefaults) {
        var condition = condition(resource);
        if (condition instanceof Node.Unresolved unresolved) {
            return Optional.of(TableResource.unresolved(logicalId, unresolved));
        }
        if (condition instanceof Node.Scalar value && !Conditions.isTrue(value)) {
            return Optional.empty();
        }
        var properties = resource.get("Properties").map(resolver::resolve).orElse(null);
        if (properties instanceof Node.Unresolved unresolved) {
            return Optional.of(TableResource.unresolved(logicalId, unresolved));
        }
        return Optional.of(TableResources.read(
                logicalId,
                type(resource),
                properties instanceof Node.Mapping known ? known : new Node.Mapping(resource.position(), Map.of()),
                samDefaults));
    }

    /** Whether the resource is there: true, false or unresolved. */
    private Node condition(Node.Mapping resource) {
        return resource.get("Condition").orElse(null) instanceof Node.Scalar name
                ? conditions.named(name.text(), resource, resolver)
                : new Node.Scalar(resource.position(), Node.Kind.BOOLEAN, "true");
    }

    static String type(Node resource) {
        return resource instanceof Node.Mapping mapping && mapping.get("Type").orElse(null) instanceof Node.Scalar type
                ? type.text()
                : "";
    }

    private static Node.Mapping section(Node.Mapping root, String name) {
        return root.get(name)
                .filter(Node.Mapping.class::isInstance)
                .map(Node.Mapping.class::cast)
                .orElseGet(() -> new Node.Mapping(root.position(), new LinkedHashMap<>()));
    }

    static Optional<String> text(Node.Mapping mapping, String key) {
        return mapping.get(key)
                .flatMap(node -> node instanceof Node.Scalar scalar && !scalar.isNull()
                        ? Optional.of(scalar.text())
                        : Optional.empty());
    }
}
