package dev.ensuregsis.engine.definition.internal.cloudformation;

import dev.ensuregsis.engine.definition.internal.document.Node;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code Fn::Sub}: a text with variables, with values of its own or without. */
final class Substitution implements Intrinsic {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");

    private final References references;

    Substitution(References references) {
        this.references = references;
    }

    @Override
    public Node apply(Node argument, Resolver resolver) {
        var own = new HashMap<String, Node>();
        var template = argument;
        if (argument instanceof Node.Sequence sequence && !sequence.items().isEmpty()) {
            template = sequence.items().get(0);
            if (sequence.items().size() > 1 && sequence.items().get(1) instanceof Node.Mapping values) {
                values.entries().forEach((name, value) -> own.put(name, resolver.resolve(value)));
            }
        }
        return template instanceof Node.Scalar text
                ? substituted(text, own, resolver)
                : new Node.Unresolved(argument.position(), "Fn::Sub takes a text, or a list of a text and its values");
    }

    private Node substituted(Node.Scalar template, Map<String, Node> own, Resolver resolver) {
        var text = new StringBuilder();
        var variables = VARIABLE.matcher(template.text());
        int read = 0;
        while (variables.find()) {
            text.append(template.text().substring(read, variables.start()));
            read = variables.end();
            var name = variables.group(1).strip();
            if (name.startsWith("!")) {
                text.append("${").append(name.substring(1)).append('}');
                continue;
            }
            resolver.step(template);
            var value = Optional.ofNullable(own.get(name)).orElseGet(() -> references.value(name, template, resolver));
            if (!(value instanceof Node.Scalar scalar)) {
                return value instanceof Node.Unresolved
                        ? value
                        : new Node.Unresolved(template.position(), "${" + name + "} isn't a text");
            }
            resolver.text(
                    template, text.append(scalar.isNull() ? "" : scalar.text()).toString());
        }
        return resolver.resolve(resolver.text(
                template, text.append(template.text().substring(read)).toString()));
    }
}
