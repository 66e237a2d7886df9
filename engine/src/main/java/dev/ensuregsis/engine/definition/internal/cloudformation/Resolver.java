package dev.ensuregsis.engine.definition.internal.cloudformation;

import dev.ensuregsis.engine.definition.DefinitionException;
import dev.ensuregsis.engine.definition.DefinitionFault;
import dev.ensuregsis.engine.definition.internal.document.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the intrinsic functions of a template by what they come to; what they can't come to without the account stays
 * as an unresolved value. Not thread-safe.
 */
final class Resolver {
    /** Functions can double what they are given, again and again: far more than a template of 1 MB needs. */
    private static final int MAX_STEPS = 200_000;

    private static final int MAX_TEXT = 1 << 16;

    /** Left in a template that is read alone and not by the file that includes it. */
    private static final Pattern FRAMEWORK_VARIABLE = Pattern.compile("\\$\\{(self|opt|sls|param|env|file)[:(]");

    private final Map<String, Intrinsic> functions;
    private final DeployedValues deployed;
    private final Transforms transforms;
    private final Steps ofAllStacks;
    private int steps;

    Resolver(Map<String, Intrinsic> functions, DeployedValues deployed, Transforms transforms, Steps steps) {
        this.functions = functions;
        this.deployed = deployed;
        this.transforms = transforms;
        this.ofAllStacks = steps;
    }

    /** The value without functions; what is {@code AWS::NoValue} is left out of objects and lists. */
    Node resolve(Node node) {
        step(node);
        var call = Intrinsic.Call.of(node);
        if (call.isPresent()) {
            return apply(call.get(), node);
        }
        if (node instanceof Node.Scalar scalar) {
            return text(scalar);
        }
        return (node instanceof Node.Mapping mapping ? unrolled(mapping) : node).withEach(this::present);
    }

    /** The value; null if it is left out. A null that is written isn't what {@code AWS::NoValue} came to. */
    private @Nullable Node present(Node written) {
        var value = resolve(written);
        return value.isNull() && !written.isNull() ? null : value;
    }

    private Node text(Node.Scalar scalar) {
        return scalar.text().contains("${")
                        && FRAMEWORK_VARIABLE.matcher(scalar.text()).find()
                ? new Node.Unresolved(
                        scalar.position(),
                        scalar.description() + " has a variable of the Serverless Framework: read the serverless.yml"
                                + " that includes this file")
                : deployed.dynamic(scalar).orElse(scalar);
    }

    private Node apply(Intrinsic.Call call, Node node) {
        if (call.argument() instanceof Node.Unresolved unresolved) {
            return unresolved;
        }
        var function = functions.get(call.function());
        return function == null
                ? new Node.Unresolved(node.position(), call.function() + " is known only once the stack is deployed")
                : function.apply(call.argument(), this).at(node.position());
    }

    /** An object with its loops written out and its fragments included. */
    Node.Mapping unrolled(Node.Mapping mapping) {
        if (!mapping.has(Resolver::isReplaced)) {
            return mapping;
        }
        var entries = new LinkedHashMap<String, Node>();
        mapping.entries().forEach((key, value) -> {
            if (key.startsWith(ForEach.PREFIX)) {
                entries.putAll(ForEach.unroll(value, this));
            } else if (key.equals(Transforms.FUNCTION)) {
                var fragment = transforms.fragment(value, this);
                if (fragment instanceof Node.Mapping included) {
                    included.entries().forEach(entries::putIfAbsent);
                }
            } else {
                entries.put(key, value);
            }
        });
        return new Node.Mapping(mapping.position(), entries);
    }

    /** Whether a key stands for entries that take its place. */
    private static boolean isReplaced(String key) {
        return key.startsWith(ForEach.PREFIX) || key.equals(Transforms.FUNCTION);
    }

    /** A text made of parts. */
    Node text(Node at, String text) {
        if (text.length() > MAX_TEXT) {
            throw new DefinitionException(List.of(new DefinitionFault(
                    at.position().place(), "functions that come to a text of more than " + MAX_TEXT + " characters")));
        }
        return Node.text(at.position(), text);
    }

    /** The resolved items of a list, or of what resolves to one; empty if it is none. */
    List<Node> items(Node node) {
        var resolved = Intrinsic.Call.of(node).isPresent() ? resolve(node) : node;
        if (!(resolved instanceof Node.Sequence sequence)) {
            return List.of();
        }
        var items = new ArrayList<Node>();
        for (var item : sequence.items()) {
            var value = resolve(item);
            if (!value.isNull()) {
                items.add(value);
            }
        }
        return items;
    }

    void step(Node at) {
        if (++steps > MAX_STEPS || !ofAllStacks.take()) {
            throw new DefinitionException(List.of(new DefinitionFault(
                    at.position().place(), "functions that come to more than " + MAX_STEPS + " values")));
        }
    }
}
