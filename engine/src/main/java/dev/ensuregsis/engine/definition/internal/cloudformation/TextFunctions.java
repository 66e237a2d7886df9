package dev.ensuregsis.engine.definition.internal.cloudformation;

import dev.ensuregsis.engine.definition.internal.document.Node;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The functions on texts and lists of texts. */
final class TextFunctions {
    private TextFunctions() {}

    /** {@code Fn::Join}: [separator, list]. */
    static Node join(Node argument, Resolver resolver) {
        var parts = pair(argument);
        if (parts.isEmpty() || !(resolver.resolve(parts.get(0)) instanceof Node.Scalar separator)) {
            return new Node.Unresolved(argument.position(), "Fn::Join takes a separator and a list");
        }
        var list = resolver.resolve(parts.get(1));
        if (!(list instanceof Node.Sequence items)) {
            return list instanceof Node.Unresolved
                    ? list
                    : new Node.Unresolved(argument.position(), "Fn::Join takes a separator and a list");
        }
        var text = new StringBuilder();
        var between = "";
        for (var item : items.items()) {
            if (!(item instanceof Node.Scalar scalar)) {
                return item instanceof Node.Unresolved
                        ? item
                        : new Node.Unresolved(item.position(), "Fn::Join takes a list of texts");
            }
            resolver.text(argument, text.append(between).append(scalar.text()).toString());
            between = separator.text();
        }
        return Node.text(argument.position(), text.toString());
    }

    /** {@code Fn::Select}: [number, list]. */
    static Node select(Node argument, Resolver resolver) {
        var parts = pair(argument);
        if (!parts.isEmpty() && resolver.resolve(parts.get(0)) instanceof Node.Scalar number) {
            var list = resolver.resolve(parts.get(1));
            if (list instanceof Node.Unresolved) {
                return list;
            }
            if (list instanceof Node.Sequence items) {
                for (int i = 0; i < items.items().size(); i++) {
                    if (String.valueOf(i).equals(number.text().strip())) {
                        return items.items().get(i);
                    }
                }
            }
        }
        return new Node.Unresolved(argument.position(), "Fn::Select takes the number of an element and a list");
    }

    /** {@code Fn::Split}: [separator, text]. */
    static Node split(Node argument, Resolver resolver) {
        var parts = pair(argument);
        if (!parts.isEmpty() && resolver.resolve(parts.get(0)) instanceof Node.Scalar separator) {
            var source = resolver.resolve(parts.get(1));
            if (source instanceof Node.Unresolved) {
                return source;
            }
            if (source instanceof Node.Scalar text && !separator.text().isEmpty()) {
                return new Node.Sequence(
                        argument.position(),
                        Arrays.stream(text.text().split(Pattern.quote(separator.text()), -1))
                                .map(part -> (Node) Node.text(argument.position(), part))
                                .toList());
            }
        }
        return new Node.Unresolved(argument.position(), "Fn::Split takes a separator and a text");
    }

    /** The two arguments; empty if they aren't two. */
    static List<Node> pair(Node argument) {
        return argument instanceof Node.Sequence parts && parts.items().size() == 2 ? parts.items() : List.of();
    }
}
