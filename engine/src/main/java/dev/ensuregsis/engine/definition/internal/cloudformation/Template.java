package dev.ensuregsis.engine.definition.internal.cloudformation;

import dev.ensuregsis.engine.definition.Unread;
import dev.ensuregsis.engine.definition.internal.document.Node;
import dev.ensuregsis.engine.definition.internal.environment.SuppliedValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tables of one template, and what in it may hold some. */
public final class Template {
    /** CDK writes it into each template, of stacks without resources too. */
    private static final String CDK_PARAMETER = "BootstrapVersion";

    private final Node.Mapping root;
    private final Resolver resolver;
    private final Conditions conditions;
    private final References references;
    private final @Nullable String region;

    private Template(Node.Mapping written, SuppliedValues values, Transforms transforms, Steps steps) {
        root = transforms.applied(written);
        region = values.get("AWS::Region").orElse(null);
        references = new References(section("Parameters", transforms), values);
        conditions = new Conditions(section("Conditions", transforms));
        var deployed = new DeployedValues(values);
        resolver = new Resolver(
                Map.ofEntries(
                        Map.entry("Ref", references),
                        Map.entry("Fn::Sub", new Substitution(references)),
                        Map.entry("Fn::Join", TextFunctions::join),
                        Map.entry("Fn::Select", TextFunctions::select),
                        Map.entry("Fn::Split", TextFunctions::split),
                        Map.entry("Fn::If", conditions::choose),
                        Map.entry("Fn::FindInMap", new FindInMap(section("Mappings", transforms))),
                        Map.entry("Fn::GetAtt", deployed::attribute),
                        Map.entry("Fn::ImportValue", deployed::imported),
                        Map.entry(Transforms.FUNCTION, transforms)),
                deployed,
                transforms,
                steps);
    }

    /**
     * Finds a template's tables and what may hold some, and resolves what they say.
     *
     * @param root the template
     * @param values values for parameters and pseudo-parameters
     * @param fragments what transforms put into it
     * @param steps counts for this template and those nested in it
     * @throws dev.ensuregsis.engine.definition.DefinitionException if its functions come to too much
     */
    public static List<StackResource> resources(
            Node.Mapping root, SuppliedValues values, Fragments fragments, Steps steps) {
        return new Template(root, values, new Transforms(fragments), steps).resources();
    }

    /** Whether a document has resources of CloudFormation or SAM, or is one of CDK's. */
    public static boolean isTemplate(Node.Mapping root) {
        return section(root, "Parameters").has(CDK_PARAMETER)
                || section(root, "Resources").entries().entrySet().stream()
                        .anyMatch(entry -> entry.getKey().startsWith(ForEach.PREFIX)
                                || type(entry.getValue()).startsWith("AWS::"));
    }

    private List<StackResource> resources() {
        var resources = resolver.unrolled(section(root, "Resources")).entries();
        references.addResources(resources);
        var apart = SettingsApart.of(resources, resolver);
        var samDefaults = section(section(root, "Globals"), "SimpleTable");
        var found = new ArrayList<StackResource>();
        resources.forEach((logicalId, node) -> {
            if (node instanceof Node.Mapping resource) {
                read(logicalId, resource, samDefaults)
                        .map(read -> read instanceof TableResource table
                                ? table.with(apart.of(logicalId, table.tableName()))
                                : read)
                        .ifPresent(found::add);
            } else if (node instanceof Node.Unresolved unresolved
                    && unresolved.candidates().isEmpty()) {
                found.add(new StackResource.NotRead(
                        logicalId, Unread.Cause.OUT_OF_REACH, "\"" + logicalId + "\"", node, unresolved.reason()));
            }
        });
        return found;
    }

    /** Empty if the resource is no table and makes none. */
    private Optional<StackResource> read(String logicalId, Node.Mapping resource, Node.Mapping samDefaults) {
        var type = type(resource);
        boolean isTable = TableResources.isTable(resource);
        var other = OtherResources.unread(logicalId, type, resource);
        if (!isTable && !NestedStacks.isNested(type) && other.isEmpty()) {
            return Optional.empty();
        }
        var condition = condition(resource);
        if (condition instanceof Node.Scalar value && !Conditions.isTrue(value)) {
            return Optional.of(new StackResource.NotRead(
                    logicalId,
                    Unread.Cause.CONDITION,
                    type + " \"" + logicalId + "\"",
                    resource,
                    "its condition " + text(resource, "Condition").orElse("") + " is false"));
        }
        if (isTable) {
            return Optional.of(table(logicalId, resource, condition, samDefaults));
        }
        if (condition instanceof Node.Unresolved unresolved) {
            return Optional.of(new StackResource.NotRead(
                    logicalId,
                    Unread.Cause.KNOWN_LATER,
                    type + " \"" + logicalId + "\"",
                    resource,
                    "its condition can't be resolved: " + unresolved.reason()));
        }
        return NestedStacks.isNested(type)
                ? Optional.of(NestedStacks.read(logicalId, resource, resolver))
                : Optional.of(other.get());
    }

    private StackResource table(String logicalId, Node.Mapping resource, Node condition, Node.Mapping samDefaults) {
        if (condition instanceof Node.Unresolved unresolved) {
            return TableResource.unresolved(logicalId, unresolved);
        }
        var properties = resource.get("Properties").map(resolver::resolve).orElse(null);
        if (properties instanceof Node.Unresolved unresolved) {
            return TableResource.unresolved(logicalId, unresolved);
        }
        return TableResources.read(
                logicalId,
                type(resource),
                properties instanceof Node.Mapping known ? known : new Node.Mapping(resource.position(), Map.of()),
                samDefaults,
                region);
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

    private Node.Mapping section(String name, Transforms transforms) {
        var section = section(root, name);
        return section.get(Transforms.FUNCTION)
                .map(transform -> transforms.fragment(transform, null))
                .map(fragment -> Transforms.together(section, fragment))
                .map(Node.Mapping.class::cast)
                .orElse(section);
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
