package dev.ensuregsis.engine.definition.internal.serverless;

import dev.ensuregsis.engine.definition.DefinitionException;
import dev.ensuregsis.engine.definition.DefinitionFault;
import dev.ensuregsis.engine.definition.internal.document.Node;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Replaces the variables of a serverless.yml by their values; what has none stays as an unresolved value. The
 * environment isn't looked at: the same files and values give the same definitions everywhere. Not thread-safe.
 */
final class Variables {
    private static final int MAX_STEPS = 200_000;
    private static final int MAX_TEXT = 1 << 16;
    private static final String PROVIDER = "provider.";

    /** What the framework takes where the file says nothing. */
    private static final Map<String, String> PROVIDER_DEFAULTS = Map.of("stage", "dev", "region", "us-east-1");

    private static final Pattern FILE = Pattern.compile("file\\(([^)]*)\\)(?::(.*))?");
    private static final Pattern LITERAL = Pattern.compile("-?[0-9.]+|true|false");

    private final Node.Mapping root;
    private final Map<String, String> supplied;
    private final IncludedFiles files;
    private final Set<String> beingResolved = new HashSet<>();
    private int steps;

    Variables(Node.Mapping root, Map<String, String> supplied, IncludedFiles files) {
        this.root = root;
        this.supplied = supplied;
        this.files = files;
    }

    /** The value without variables. */
    Node resolve(Node node) {
        if (++steps > MAX_STEPS) {
            throw refused(node, "variables that come to more than " + MAX_STEPS + " values");
        }
        if (node instanceof Node.Mapping mapping) {
            var entries = new LinkedHashMap<String, Node>();
            mapping.entries().forEach((key, value) -> entries.put(key, resolve(value)));
            return new Node.Mapping(node.position(), entries);
        }
        if (node instanceof Node.Sequence sequence) {
            return new Node.Sequence(
                    node.position(),
                    sequence.items().stream().map(this::resolve).toList());
        }
        return node instanceof Node.Scalar scalar && scalar.text().contains("${") ? text(scalar) : node;
    }

    private Node text(Node.Scalar scalar) {
        var pieces = VariableText.pieces(scalar.text());
        if (pieces.size() == 1) {
            return pieces.get(0).isVariable() ? variable(pieces.get(0).text(), scalar) : scalar;
        }
        var text = new StringBuilder();
        for (var piece : pieces) {
            if (!piece.isVariable()) {
                text.append(piece.text());
                continue;
            }
            var value = variable(piece.text(), scalar);
            if (!(value instanceof Node.Scalar known)) {
                return value instanceof Node.Unresolved
                        ? value
                        : new Node.Unresolved(scalar.position(), "${" + piece.text() + "} isn't a text");
            }
            text.append(known.isNull() ? "" : known.text());
            if (text.length() > MAX_TEXT) {
                throw refused(scalar, "variables that come to a text of more than " + MAX_TEXT + " characters");
            }
        }
        return Node.text(scalar.position(), text.toString());
    }

    private Node variable(String written, Node at) {
        var inside = written;
        if (written.contains("${")) {
            var inner = text(Node.text(at.position(), written));
            if (!(inner instanceof Node.Scalar known)) {
                return inner;
            }
            inside = known.text();
        }
        Node.Unresolved missing = null;
        for (var candidate : VariableText.candidates(inside)) {
            var value = candidate(candidate, at);
            if (value instanceof Node.Unresolved unresolved) {
                missing = missing == null ? unresolved : missing;
            } else if (!value.isNull()) {
                return value;
            }
        }
        return missing == null ? new Node.Unresolved(at.position(), "${" + inside + "} has no value") : missing;
    }

    private Node candidate(String candidate, Node at) {
        if (candidate.length() >= 2 && "'\"".indexOf(candidate.charAt(0)) >= 0) {
            return Node.text(at.position(), candidate.substring(1, candidate.length() - 1));
        }
        if (LITERAL.matcher(candidate).matches()) {
            return Node.text(at.position(), candidate);
        }
        var name = candidate.substring(candidate.indexOf(':') + 1).strip();
        var given = Optional.ofNullable(supplied.get(candidate))
                .or(() -> candidate.matches("(opt|env|param|sls):.*")
                        ? Optional.ofNullable(supplied.get(name))
                        : Optional.empty());
        if (given.isPresent()) {
            return Node.text(at.position(), given.get());
        }
        if (candidate.startsWith("self:")) {
            return self(name, at);
        }
        if (candidate.equals("sls:stage")) {
            return stage(at);
        }
        if (candidate.startsWith("param:")) {
            return once(candidate, at, () -> parameter(name, at));
        }
        var file = FILE.matcher(candidate);
        if (file.matches()) {
            var content = files.content(file.group(1).strip(), at);
            var inner = file.group(2);
            return once(candidate, at, () -> inner == null ? resolve(content) : within(content, inner, at, candidate));
        }
        return new Node.Unresolved(
                at.position(),
                "${" + candidate + "} has no value here: give it with gsi.parameters=" + candidate + "=<value>");
    }

    private Node self(String path, Node at) {
        var setting = path.startsWith(PROVIDER) ? path.substring(PROVIDER.length()) : "";
        if (PROVIDER_DEFAULTS.containsKey(setting) && !isWritten(setting)) {
            var byDefault = supplied.getOrDefault(setting, PROVIDER_DEFAULTS.get(setting));
            return Node.text(at.position(), supplied.getOrDefault("opt:" + setting, byDefault));
        }
        return once("self:" + path, at, () -> within(root, path, at, "self:" + path));
    }

    private boolean isWritten(String setting) {
        return root.get("provider").orElse(null) instanceof Node.Mapping provider && provider.has(setting);
    }

    /** As the framework has it: the option, then the provider's, then dev. */
    private Node stage(Node at) {
        return once("sls:stage", at, () -> {
            var written = within(root, "provider.stage", at, "provider.stage");
            return written instanceof Node.Scalar stage && !stage.isNull() ? stage : Node.text(at.position(), "dev");
        });
    }

    private Node parameter(String name, Node at) {
        if (stage(at) instanceof Node.Scalar stage) {
            var ofStage = within(root, "params." + stage.text() + "." + name, at, "param:" + name);
            if (!(ofStage instanceof Node.Unresolved)) {
                return ofStage;
            }
        }
        return within(root, "params.default." + name, at, "param:" + name);
    }

    /** Follows a path of keys and numbers, resolving what it meets. */
    private Node within(Node from, String path, Node at, String address) {
        var node = from;
        for (var key : path.split("\\.", -1)) {
            if (node instanceof Node.Scalar scalar && scalar.text().contains("${")) {
                node = text(scalar);
            }
            if (node instanceof Node.Unresolved) {
                return node;
            }
            var next = child(node, key);
            if (next.isEmpty()) {
                return new Node.Unresolved(
                        at.position(),
                        "${" + address + "} isn't in the file: give it with gsi.parameters=" + address + "=<value>");
            }
            node = next.get();
        }
        return resolve(node);
    }

    private static Optional<Node> child(Node node, String key) {
        if (node instanceof Node.Mapping mapping) {
            return mapping.get(key);
        }
        return node instanceof Node.Sequence list
                        && key.matches("[0-9]{1,6}")
                        && Integer.parseInt(key) < list.items().size()
                ? Optional.of(list.items().get(Integer.parseInt(key)))
                : Optional.empty();
    }

    private Node once(String address, Node at, Supplier<Node> value) {
        if (!beingResolved.add(address)) {
            return new Node.Unresolved(at.position(), "${" + address + "} refers to itself");
        }
        try {
            return value.get();
        } finally {
            beingResolved.remove(address);
        }
    }

    private static DefinitionException refused(Node at, String message) {
        return new DefinitionException(List.of(new DefinitionFault(at.position().place(), message)));
    }
}
