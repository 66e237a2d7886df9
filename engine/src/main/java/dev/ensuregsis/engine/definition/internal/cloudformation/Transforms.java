package dev.ensuregsis.engine.definition.internal.cloudformation;

import dev.ensuregsis.engine.definition.internal.document.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code Transform} of a template and {@code Fn::Transform} in it. */
final class Transforms implements Intrinsic {
    static final String FUNCTION = "Fn::Transform";
    static final String INCLUDE = "AWS::Include";

    /** AWS's own, which make no tables but those that are read as they stand. */
    private static final Pattern WITHOUT_TABLES = Pattern.compile(
            "AWS::(Serverless|LanguageExtensions|SecretsManager|CodeDeployBlueGreen|CodeStar|EC2)\\b.*");

    private final Fragments fragments;

    Transforms(Fragments fragments) {
        this.fragments = fragments;
    }

    @Override
    public Node apply(Node argument, Resolver resolver) {
        var fragment = fragment(argument, resolver);
        return fragment instanceof Node.Unresolved ? fragment : resolver.resolve(fragment);
    }

    /** What a transform puts there, as written. */
    Node fragment(Node transform, @Nullable Resolver resolver) {
        if (!(transform instanceof Node.Mapping call) || !(call.get("Name").orElse(null) instanceof Node.Scalar name)) {
            return new Node.Unresolved(transform.position(), "Fn::Transform takes a Name and Parameters");
        }
        var location = call.get("Parameters").orElse(null) instanceof Node.Mapping parameters
                ? parameters.get("Location").orElse(null)
                : null;
        return fragments.fragment(
                name.text(), location == null || resolver == null ? location : resolver.resolve(location), transform);
    }

    /** The template with what its {@code Transform} includes, after saying which macros make something of it. */
    Node.Mapping applied(Node.Mapping root) {
        var entries = new LinkedHashMap<>(root.entries());
        for (var transform : all(root)) {
            if (transform instanceof Node.Scalar name) {
                if (!WITHOUT_TABLES.matcher(name.text()).matches()) {
                    fragments.fragment(name.text(), null, transform);
                }
            } else if (fragment(transform, null) instanceof Node.Mapping included) {
                included.entries().forEach((section, node) -> entries.merge(section, node, Transforms::together));
            }
        }
        return new Node.Mapping(root.position(), entries);
    }

    private static List<Node> all(Node.Mapping root) {
        var all = new ArrayList<Node>();
        for (var key : List.of("Transform", FUNCTION)) {
            root.get(key)
                    .ifPresent(node -> all.addAll(node instanceof Node.Sequence list ? list.items() : List.of(node)));
        }
        return all;
    }

    static Node together(Node template, Node fragment) {
        if (!(template instanceof Node.Mapping one) || !(fragment instanceof Node.Mapping other)) {
            return template;
        }
        Map<String, Node> entries = new LinkedHashMap<>(one.entries());
        other.entries().forEach(entries::putIfAbsent);
        return new Node.Mapping(template.position(), entries);
    }
}
