package dev.ensuregsis.engine.definition.internal.cloudformation;

import dev.ensuregsis.engine.definition.internal.document.Node;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The conditions of a template and {@code Fn::If}. Not thread-safe. */
final class Conditions {
    private final Node.Mapping declared;
    private final Map<String, Node> known = new HashMap<>();
    private final Set<String> beingEvaluated = new HashSet<>();

    Conditions(Node.Mapping declared) {
        this.declared = declared;
    }

    /** {@code Fn::If}: [condition, value if so, value if not]. */
    Node choose(Node argument, Resolver resolver) {
        if (!(argument instanceof Node.Sequence parts) || parts.items().size() != 3) {
            return new Node.Unresolved(argument.position(), "Fn::If takes a condition and two values");
        }
        var condition = parts.items().get(0) instanceof Node.Scalar name
                ? named(name.text(), argument, resolver)
                : evaluate(parts.items().get(0), resolver);
        return condition instanceof Node.Scalar value
                ? resolver.resolve(parts.items().get(isTrue(value) ? 1 : 2))
                : condition;
    }

    /** The value of a condition: true, false or unresolved. */
    Node named(String name, Node at, Resolver resolver) {
        var value = known.get(name);
        if (value != null) {
            return value;
        }
        var condition = declared.get(name);
        if (condition.isEmpty()) {
            return new Node.Unresolved(at.position(), "condition \"" + name + "\" isn't declared");
        }
        if (!beingEvaluated.add(name)) {
            return new Node.Unresolved(at.position(), "condition \"" + name + "\" refers to itself");
        }
        var evaluated = evaluate(condition.get(), resolver);
        beingEvaluated.remove(name);
        known.put(name, evaluated);
        return evaluated;
    }

    private Node evaluate(Node node, Resolver resolver) {
        resolver.step(node);
        var call = Intrinsic.Call.of(node);
        if (call.isEmpty()) {
            return node instanceof Node.Scalar ? node : unknown(node);
        }
        var argument = call.get().argument();
        return switch (call.get().function()) {
            case "Condition" ->
                argument instanceof Node.Scalar name ? named(name.text(), node, resolver) : unknown(node);
            case "Fn::Equals" -> equal(argument, resolver);
            case "Fn::Not" -> {
                var negated = any(argument, resolver);
                yield negated instanceof Node.Scalar value ? bool(node, !isTrue(value)) : negated;
            }
            case "Fn::Or" -> any(argument, resolver);
            case "Fn::And" -> all(argument, resolver);
            default -> unknown(node);
        };
    }

    private static Node equal(Node argument, Resolver resolver) {
        var sides = TextFunctions.pair(argument);
        if (sides.isEmpty()) {
            return unknown(argument);
        }
        var left = resolver.resolve(sides.get(0));
        var right = resolver.resolve(sides.get(1));
        if (left instanceof Node.Scalar one && right instanceof Node.Scalar other) {
            return bool(argument, one.text().equals(other.text()));
        }
        return left instanceof Node.Unresolved ? left : right instanceof Node.Unresolved ? right : unknown(argument);
    }

    private Node any(Node argument, Resolver resolver) {
        var values = evaluated(argument, resolver);
        return values.stream()
                .filter(value -> value instanceof Node.Scalar scalar && isTrue(scalar))
                .findFirst()
                .or(() -> values.stream()
                        .filter(Node.Unresolved.class::isInstance)
                        .findFirst())
                .orElseGet(() -> bool(argument, false));
    }

    private Node all(Node argument, Resolver resolver) {
        var values = evaluated(argument, resolver);
        return values.stream()
                .filter(value -> value instanceof Node.Scalar scalar && !isTrue(scalar))
                .findFirst()
                .or(() -> values.stream()
                        .filter(Node.Unresolved.class::isInstance)
                        .findFirst())
                .orElseGet(() -> bool(argument, true));
    }

    private List<Node> evaluated(Node argument, Resolver resolver) {
        return argument instanceof Node.Sequence parts
                ? parts.items().stream().map(part -> evaluate(part, resolver)).toList()
                : List.of(unknown(argument));
    }

    static boolean isTrue(Node.Scalar value) {
        return value.text().equalsIgnoreCase("true");
    }

    private static Node bool(Node at, boolean value) {
        return new Node.Scalar(at.position(), Node.Kind.BOOLEAN, String.valueOf(value));
    }

    private static Node unknown(Node node) {
        return new Node.Unresolved(node.position(), "a condition that isn't one");
    }
}
