package dev.ensuregsis.engine.definition.internal.cloudformation;

import dev.ensuregsis.engine.definition.internal.document.Node;
import java.util.Optional;

/** {@code Fn::FindInMap}: [map, key, second key], and perhaps a default. */
final class FindInMap implements Intrinsic {
    private final Node.Mapping mappings;

    FindInMap(Node.Mapping mappings) {
        this.mappings = mappings;
    }

    @Override
    public Node apply(Node argument, Resolver resolver) {
        if (!(argument instanceof Node.Sequence parts) || parts.items().size() < 3) {
            return new Node.Unresolved(argument.position(), "Fn::FindInMap takes a map and two keys");
        }
        Optional<Node> found = Optional.of(mappings);
        for (var part : parts.items().subList(0, 3)) {
            var key = resolver.resolve(part);
            if (key instanceof Node.Unresolved) {
                return key;
            }
            found = found.flatMap(node -> node instanceof Node.Mapping map && key instanceof Node.Scalar name
                    ? map.get(name.text())
                    : Optional.empty());
        }
        return found.or(() -> defaultValue(parts).map(resolver::resolve))
                .orElseGet(
                        () -> new Node.Unresolved(argument.position(), "Fn::FindInMap finds nothing under its keys"));
    }

    private static Optional<Node> defaultValue(Node.Sequence parts) {
        return parts.items().size() > 3 && parts.items().get(3) instanceof Node.Mapping options
                ? options.get("DefaultValue")
                : Optional.empty();
    }
}
