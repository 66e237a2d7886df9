package dev.ensuregsis.engine.definition.internal.serverless;

import dev.ensuregsis.engine.definition.DefinitionException;
import dev.ensuregsis.engine.definition.DefinitionFault;
import dev.ensuregsis.engine.definition.internal.document.LocalFiles;
import dev.ensuregsis.engine.definition.internal.document.Node;
import dev.ensuregsis.engine.definition.internal.document.SourceFile;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Replaces the variables of a serverless.yml by their values; what has none stays as an unresolved value. The
 * environment isn't looked at: the same files and values give the same definitions everywhere. Not thread-safe.
 */
final class Variables {
    private static final int MAX_STEPS = 200_000;
    private static final int MAX_TEXT = 1 << 16;
    /** What the framework takes where the file says nothing. */
    private static final Map<String, String> DEFAULTS = Map.of("provider.stage", "dev", "provider.region", "us-east-1");

    private static final Map<String, String> ALIASES =
            Map.of("sls:stage", "provider.stage", "aws:region", "provider.region");

    private static final Pattern FILE = Pattern.compile("file\\(([^)]*)\\)(?::(.*))?");
    private static final Pattern TO_BOOLEAN = Pattern.compile("strToBool\\((.*)\\)");
    private static final Pattern LITERAL = Pattern.compile("-?[0-9.]+|true|false");

    private final Node.Mapping root;
    private final StageOptions options;
    private final SourceFile file;
    private final LocalFiles files;
    private final Set<String> beingResolved = new HashSet<>();
    private int steps;

    Variables(Node.Mapping root, SourceFile file, StageOptions options, LocalFiles files) {
        this.root = root;
        this.options = options;
        this.file = file;
        this.files = files;
    }

    /** The value without variables. */
    Node resolve(Node node) {
        if (++steps > MAX_STEPS) {
            throw refused(node, "variables that come to more than " + MAX_STEPS + " values");
        }
        return node instanceof Node.Scalar scalar && scalar.text().contains("${")
                ? text(scalar)
                : node.withEach(this::resolve);
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
        var given = options.given(candidate);
        if (given.isPresent()) {
            return Node.text(at.position(), given.get());
        }
        var name = candidate.substring(candidate.indexOf(':') + 1).strip();
        if (candidate.startsWith("self:")) {
            return self(name, at);
        }
        if (ALIASES.containsKey(candidate)) {
            return self(ALIASES.get(candidate), at);
        }
        if (candidate.startsWith("param:")) {
            return once(candidate, at, () -> parameter(name, at));
        }
        var toBoolean = TO_BOOLEAN.matcher(candidate);
        if (toBoolean.matches()) {
            return variable(toBoolean.group(1), at);
        }
        var file = FILE.matcher(candidate);
        if (file.matches()) {
            var content = content(file.group(1).strip(), at);
            var inner = file.group(2);
            return once(
                    candidate,
                    at,
                    () -> inner == null
                            ? resolve(content)
                            : lookup(content, inner).orElseGet(() -> absent(candidate, at)));
        }
        return new Node.Unresolved(
                at.position(), "${" + candidate + "} has no value here: " + options.howToGive(candidate));
    }

    private Node content(String name, Node at) {
        var found = files.find(file.path(), name);
        return found instanceof LocalFiles.Found.File there
                ? there.content()
                : new Node.Unresolved(
                        at.position(), "file(" + name + ") " + ((LocalFiles.Found.Nothing) found).because());
    }

    private Node self(String path, Node at) {
        return once(
                "self:" + path,
                at,
                () -> lookup(root, path)
                        .filter(value -> !value.isNull())
                        .or(() -> Optional.ofNullable(DEFAULTS.get(path)).map(value -> Node.text(at.position(), value)))
                        .orElseGet(() -> absent("self:" + path, at)));
    }

    /** That of the stage before the default one, v4's {@code stages} before {@code params}, as the framework has it. */
    private Node parameter(String name, Node at) {
        var stages = candidate("sls:stage", at) instanceof Node.Scalar stage
                ? List.of(stage.text(), "default")
                : List.of("default");
        return stages.stream()
                .flatMap(stage -> Stream.of("stages." + stage + ".params." + name, "params." + stage + "." + name))
                .flatMap(path -> lookup(root, path).stream())
                .findFirst()
                .orElseGet(() -> new Node.Unresolved(
                        at.position(),
                        "${param:" + name + "} isn't in the file; if it is given on the command line or by the"
                                + " dashboard, " + options.howToGive("param:" + name)));
    }

    private Node absent(String address, Node at) {
        return new Node.Unresolved(
                at.position(), "${" + address + "} isn't in the file: " + options.howToGive(address));
    }

    /** What a path of keys and numbers leads to, resolving what it meets; empty if that isn't there. */
    private Optional<Node> lookup(Node from, String path) {
        var node = from;
        for (var key : path.split("\\.", -1)) {
            if (node instanceof Node.Scalar scalar && scalar.text().contains("${")) {
                node = text(scalar);
            }
            if (node instanceof Node.Unresolved) {
                return Optional.of(node);
            }
            var next = child(node, key);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            node = next.get();
        }
        return Optional.of(resolve(node));
    }

    /** The text that a value comes to; empty if it comes to none. */
    Optional<String> text(String value, Node at) {
        return resolve(Node.text(at.position(), value)) instanceof Node.Scalar text && !text.isNull()
                ? Optional.of(text.text())
                : Optional.empty();
    }

    /** Whether the user or the file says which region it is, and it isn't the framework's default. */
    boolean isRegionTold() {
        return options.hasRegion()
                || lookup(root, "provider.region")
                        .filter(Node.Scalar.class::isInstance)
                        .isPresent();
    }

    /** The service's name, in either form. */
    Optional<String> serviceName() {
        return Stream.of("service.name", "service")
                .flatMap(path -> lookup(root, path).stream())
                .filter(name -> name instanceof Node.Scalar && !name.isNull())
                .map(name -> ((Node.Scalar) name).text())
                .findFirst();
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
