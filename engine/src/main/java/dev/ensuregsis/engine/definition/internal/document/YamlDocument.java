package dev.ensuregsis.engine.definition.internal.document;

import dev.ensuregsis.engine.definition.DefinitionException;
import dev.ensuregsis.engine.definition.DefinitionFault;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Builds the tree from YAML: SnakeYAML composes its nodes, and constructs no object from them. A local tag
 * ({@code !Sub text}) becomes an object of one entry with the tag as its key; aliases and merge keys are written out.
 */
final class YamlDocument {
    private static final String STANDARD_TAGS = "tag:yaml.org,2002:";
    private static final Set<String> PLAIN_TAGS =
            Set.of("str", "int", "float", "bool", "null", "timestamp", "map", "seq", "merge", "omap", "set", "pairs");

    private final Limits limits;
    private final DuplicateKeys duplicates;
    private final List<DefinitionFault> faults = new ArrayList<>();
    private final Set<org.yaml.snakeyaml.nodes.Node> path = Collections.newSetFromMap(new IdentityHashMap<>());

    private YamlDocument(Limits limits, DuplicateKeys duplicates) {
        this.limits = limits;
        this.duplicates = duplicates;
    }

    static Node parse(String source, String text, DuplicateKeys duplicates) {
        var root = Position.root(source);
        if (text.length() > Limits.MAX_YAML_CHARS) {
            throw Limits.refused(root, "larger than " + (Limits.MAX_YAML_CHARS >> 20) + " MiB of YAML");
        }
        var composed = compose(root, text);
        if (composed == null) {
            throw Limits.refused(root, "the file is empty");
        }
        var document = new YamlDocument(new Limits(source), duplicates);
        var node = document.node(composed, root.at(line(composed)), 0);
        if (!document.faults.isEmpty()) {
            throw new DefinitionException(document.faults);
        }
        return node;
    }

    private static org.yaml.snakeyaml.nodes.Node compose(Position root, String text) {
        var options = new LoaderOptions();
        options.setCodePointLimit(Limits.MAX_YAML_CHARS);
        options.setNestingDepthLimit(Limits.MAX_DEPTH);
        options.setMaxAliasesForCollections(Limits.MAX_NODES); // what they come to is counted when they are written out
        try {
            return new Yaml(options).compose(new StringReader(text));
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            var problem = "not valid YAML: " + e.getProblem();
            throw mark == null
                    ? Limits.refused(root, problem)
                    : Limits.refused(root.at(mark.getLine() + 1), problem + " (column " + (mark.getColumn() + 1) + ")");
        } catch (YAMLException e) {
            throw Limits.refused(
                    root,
                    "not valid YAML: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private Node node(org.yaml.snakeyaml.nodes.Node node, Position position, int depth) {
        var tag = node.getTag().getValue();
        if (tag.startsWith("!") && tag.length() > 1) {
            limits.enter(position, depth);
            return new Node.Mapping(position, Map.of(tag, untagged(node, position, depth + 1)));
        }
        if (!isPlain(tag)) {
            faults.add(new DefinitionFault(position.place(), "the YAML tag " + tag + " means nothing here: remove it"));
        }
        return untagged(node, position, depth);
    }

    private static boolean isPlain(String tag) {
        return tag.equals("!")
                || (tag.startsWith(STANDARD_TAGS) && PLAIN_TAGS.contains(tag.substring(STANDARD_TAGS.length())));
    }

    private Node untagged(org.yaml.snakeyaml.nodes.Node node, Position position, int depth) {
        limits.enter(position, depth);
        if (!path.add(node)) {
            throw Limits.refused(position, "an alias that contains itself");
        }
        try {
            if (node instanceof MappingNode mapping) {
                return new Node.Mapping(position, entries(mapping, position, depth));
            }
            return node instanceof SequenceNode sequence
                    ? sequence(sequence, position, depth)
                    : scalar((ScalarNode) node, position);
        } finally {
            path.remove(node);
        }
    }

    private Map<String, Node> entries(MappingNode mapping, Position position, int depth) {
        var entries = new LinkedHashMap<String, Node>();
        var merged = new LinkedHashMap<String, Node>();
        for (var tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                var at = position.at(line(tuple.getKeyNode()));
                faults.add(new DefinitionFault(at.place(), "a key has to be a single word, not a list or an object"));
                continue;
            }
            var child = position.child(line(key), key.getValue());
            var value = node(tuple.getValueNode(), child, depth + 1);
            if (Tag.MERGE.equals(key.getTag())) {
                merge(value, merged);
                continue;
            }
            entries.merge(
                    key.getValue(), value, (first, second) -> duplicates.neither(child, key.getValue(), first, second));
        }
        merged.forEach(entries::putIfAbsent);
        return entries;
    }

    private void merge(Node value, Map<String, Node> merged) {
        if (value instanceof Node.Mapping mapping) {
            mapping.entries().forEach(merged::putIfAbsent);
        } else if (value instanceof Node.Sequence sequence) {
            sequence.items().forEach(item -> merge(item, merged));
        } else {
            faults.add(new DefinitionFault(value.position().place(), "<< takes an object or a list of objects"));
        }
    }

    private Node sequence(SequenceNode sequence, Position position, int depth) {
        var items = new ArrayList<Node>();
        for (var item : sequence.getValue()) {
            items.add(node(item, position.child(line(item), String.valueOf(items.size())), depth + 1));
        }
        return new Node.Sequence(position, items);
    }

    private static Node scalar(ScalarNode scalar, Position position) {
        var tag = scalar.getTag();
        Node.Kind kind;
        if (Tag.NULL.equals(tag)) {
            kind = Node.Kind.NULL;
        } else if (Tag.BOOL.equals(tag)) {
            kind = Node.Kind.BOOLEAN;
        } else if (Tag.INT.equals(tag) || Tag.FLOAT.equals(tag)) {
            kind = Node.Kind.NUMBER;
        } else {
            kind = Node.Kind.TEXT;
        }
        return new Node.Scalar(position, kind, scalar.getValue());
    }

    private static int line(org.yaml.snakeyaml.nodes.Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
