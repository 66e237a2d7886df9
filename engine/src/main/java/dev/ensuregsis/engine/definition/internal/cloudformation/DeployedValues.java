package dev.ensuregsis.engine.definition.internal.cloudformation;

import dev.ensuregsis.engine.definition.internal.document.Node;
import dev.ensuregsis.engine.definition.internal.environment.SuppliedValues;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Values that only the deployed stack has, and its account: the user may supply them. */
final class DeployedValues {
    private static final Pattern DYNAMIC_REFERENCE = Pattern.compile("\\{\\{(resolve:[^}]*)}}");

    private final SuppliedValues supplied;

    DeployedValues(SuppliedValues supplied) {
        this.supplied = supplied;
    }

    /** {@code Fn::GetAtt}, supplied as {@code Key.Arn}. */
    Node attribute(Node argument, Resolver resolver) {
        var name = argument instanceof Node.Sequence parts
                ? parts.items().stream().map(DeployedValues::text).collect(Collectors.joining("."))
                : text(argument);
        return value(name, name, argument);
    }

    /** {@code Fn::ImportValue}, supplied under the name of the export. */
    Node imported(Node argument, Resolver resolver) {
        var export = resolver.resolve(argument);
        return export instanceof Node.Scalar name ? value("the import " + name.text(), name.text(), argument) : export;
    }

    /** A text with dynamic references, each supplied as {@code resolve:ssm:/path}; empty if it has none. */
    Optional<Node> dynamic(Node.Scalar text) {
        if (!text.text().contains("{{")) {
            return Optional.empty();
        }
        var references = DYNAMIC_REFERENCE.matcher(text.text());
        if (!references.find()) {
            return Optional.empty();
        }
        var replaced = new StringBuilder();
        do {
            var value = value("the dynamic reference " + text.description(), references.group(1), text);
            if (!(value instanceof Node.Scalar known)) {
                return Optional.of(value);
            }
            references.appendReplacement(replaced, "");
            replaced.append(known.text());
        } while (references.find());
        return Optional.of(
                Node.text(text.position(), references.appendTail(replaced).toString()));
    }

    private Node value(String what, String name, Node at) {
        return supplied.get(name)
                .<Node>map(given -> Node.text(at.position(), given))
                .orElseGet(() -> new Node.Unresolved(
                        at.position(),
                        what + " is known only once the stack is deployed: " + supplied.howToGive(name)));
    }

    private static String text(Node node) {
        return node instanceof Node.Scalar scalar ? scalar.text() : node.description();
    }
}
