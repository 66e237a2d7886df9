package dev.ensuregsis.engine.definition.internal.cloudformation;

import dev.ensuregsis.engine.definition.internal.document.Node;
import dev.ensuregsis.engine.definition.internal.environment.SuppliedValues;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code Ref}: parameters, pseudo-parameters and the names of the template's own tables. Not thread-safe. */
final class References implements Intrinsic {
    private static final Map<String, String> PSEUDO_PARAMETERS =
            Map.of("AWS::Partition", "aws", "AWS::URLSuffix", "amazonaws.com");

    private final Node.Mapping parameters;
    private final Map<String, Node> resources = new HashMap<>();
    private final SuppliedValues supplied;
    private final Map<String, Node> names = new HashMap<>();
    private final Set<String> beingNamed = new HashSet<>();

    References(Node.Mapping parameters, SuppliedValues supplied) {
        this.parameters = parameters;
        this.supplied = supplied;
    }

    /** Lets tables be referred to. */
    void addResources(Map<String, Node> found) {
        resources.putAll(found);
    }

    @Override
    public Node apply(Node argument, Resolver resolver) {
        return argument instanceof Node.Scalar name
                ? value(name.text(), argument, resolver)
                : new Node.Unresolved(argument.position(), "Ref takes a name, not " + argument.description());
    }

    Node value(String name, Node at, Resolver resolver) {
        if (name.equals("AWS::NoValue")) {
            return new Node.Scalar(at.position(), Node.Kind.NULL, "null");
        }
        var parameter = parameters.get(name).orElse(null);
        var given = supplied.get(name);
        if (given.isPresent()) {
            return typed(given.get(), parameter, at);
        }
        if (PSEUDO_PARAMETERS.containsKey(name)) {
            return Node.text(at.position(), PSEUDO_PARAMETERS.get(name));
        }
        if (name.startsWith("AWS::")) {
            return new Node.Unresolved(
                    at.position(), name + " is known only to the stack: " + supplied.howToGive(name));
        }
        if (parameter instanceof Node.Mapping declared) {
            return declaredDefault(name, declared, at);
        }
        return tableName(name, at, resolver);
    }

    private Node declaredDefault(String name, Node.Mapping parameter, Node at) {
        if (type(parameter).startsWith("AWS::SSM::")) {
            return new Node.Unresolved(
                    at.position(),
                    "parameter \"" + name + "\" is in the account's parameter store: " + supplied.howToGive(name));
        }
        return parameter.get("Default").orElse(null) instanceof Node.Scalar value && !value.isNull()
                ? typed(value.text(), parameter, at)
                : new Node.Unresolved(
                        at.position(), "parameter \"" + name + "\" has no default: " + supplied.howToGive(name));
    }

    private Node tableName(String logicalId, Node at, Resolver resolver) {
        if (!(resources.get(logicalId) instanceof Node.Mapping resource) || !TableResources.isTable(resource)) {
            return new Node.Unresolved(
                    at.position(),
                    "\"" + logicalId + "\" is known only once the stack is deployed: " + supplied.howToGive(logicalId));
        }
        var known = names.get(logicalId);
        if (known != null) {
            return known;
        }
        if (!beingNamed.add(logicalId)) {
            return new Node.Unresolved(at.position(), "the name of \"" + logicalId + "\" refers to itself");
        }
        var written = resource.get("Properties")
                .flatMap(properties -> properties instanceof Node.Mapping map ? map.get("TableName") : Optional.empty())
                .map(resolver::resolve)
                .orElse(Node.text(at.position(), logicalId));
        beingNamed.remove(logicalId);
        names.put(logicalId, written);
        return written;
    }

    private static Node typed(String value, @Nullable Node parameter, Node at) {
        boolean list = parameter instanceof Node.Mapping declared
                && (type(declared).equals("CommaDelimitedList")
                        || type(declared).startsWith("List<"));
        return list
                ? new Node.Sequence(
                        at.position(),
                        Arrays.stream(value.split(",", -1))
                                .map(item -> (Node) Node.text(at.position(), item.strip()))
                                .toList())
                : Node.text(at.position(), value);
    }

    private static String type(Node.Mapping parameter) {
        return parameter.get("Type").orElse(null) instanceof Node.Scalar type ? type.text() : "";
    }
}
