package dev.ensuregsis.engine.definition.internal.cloudformation;

import dev.ensuregsis.engine.definition.DefinitionException;
import dev.ensuregsis.engine.definition.DefinitionFault;
import dev.ensuregsis.engine.definition.internal.document.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code Fn::ForEach}: writes a loop out, once for each element of its collection. */
final class ForEach {
    static final String PREFIX = "Fn::ForEach::";

    private ForEach() {}

    static Map<String, Node> unroll(Node loop, Resolver resolver) {
        if (!(loop instanceof Node.Sequence parts)
                || parts.items().size() != 3
                || !(parts.items().get(0) instanceof Node.Scalar identifier)
                || !(parts.items().get(2) instanceof Node.Mapping body)) {
            throw malformed(loop, "Fn::ForEach takes a list of a name, a collection and an object");
        }
        var entries = new LinkedHashMap<String, Node>();
        for (var element : resolver.items(parts.items().get(1))) {
            if (!(element instanceof Node.Scalar value)) {
                throw malformed(
                        element,
                        element instanceof Node.Unresolved unresolved
                                ? "the collection of Fn::ForEach can't be resolved: " + unresolved.reason()
                                : "the collection of Fn::ForEach has to be a list of texts");
            }
            var bound = (Node.Mapping) bind(body, identifier.text(), value.text(), resolver);
            entries.putAll(resolver.unrolled(bound).entries());
        }
        return entries;
    }

    private static Node bind(Node node, String identifier, String value, Resolver resolver) {
        resolver.step(node);
        if (node instanceof Node.Scalar scalar) {
            return new Node.Scalar(node.position(), scalar.kind(), bind(scalar.text(), identifier, value));
        }
        if (node instanceof Node.Sequence sequence) {
            return new Node.Sequence(
                    node.position(),
                    sequence.items().stream()
                            .map(item -> bind(item, identifier, value, resolver))
                            .toList());
        }
        if (node instanceof Node.Mapping mapping) {
            var call = Intrinsic.Call.of(node);
            if (call.isPresent()
                    && call.get().function().equals("Ref")
                    && call.get().argument() instanceof Node.Scalar name
                    && name.text().equals(identifier)) {
                return Node.text(node.position(), value);
            }
            var entries = new LinkedHashMap<String, Node>();
            mapping.entries()
                    .forEach((key, entry) ->
                            entries.put(bind(key, identifier, value), bind(entry, identifier, value, resolver)));
            return new Node.Mapping(node.position(), entries);
        }
        return node;
    }

    private static String bind(String text, String identifier, String value) {
        return text.replace("${" + identifier + "}", value)
                .replace("&{" + identifier + "}", value.replaceAll("[^a-zA-Z0-9]", ""));
    }

    private static DefinitionException malformed(Node node, String message) {
        return new DefinitionException(
                List.of(new DefinitionFault(node.position().place(), message)));
    }
}
