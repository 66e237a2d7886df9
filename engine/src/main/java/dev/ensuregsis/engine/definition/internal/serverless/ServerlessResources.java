package dev.ensuregsis.engine.definition.internal.serverless;

import dev.ensuregsis.engine.definition.internal.document.Node;
import dev.ensuregsis.engine.definition.internal.document.SourceFile;
import dev.ensuregsis.engine.definition.internal.shape.Faults;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The CloudFormation template that a serverless.yml has under {@code resources}, in one part or in several. */
public final class ServerlessResources {
    private static final String RESOURCES = "Resources";
    private static final List<String> SECTIONS = List.of("Parameters", "Mappings", "Conditions", RESOURCES);

    private ServerlessResources() {}

    /**
     * Resolves the template's variables. A part that can't be read may hold tables, and so is a fault.
     *
     * @param root the serverless.yml
     * @param file where it lies, for its includes
     * @param supplied values that the user supplies, by {@code opt:stage} or by {@code stage}
     * @param faults where faults go
     * @throws dev.ensuregsis.engine.definition.DefinitionException if an include is malformed, or too much comes out
     */
    public static Node.Mapping template(
            Node.Mapping root, SourceFile file, Map<String, String> supplied, Faults faults) {
        var variables = new Variables(root, supplied, new IncludedFiles(file));
        var resources = root.get("resources").map(variables::resolve).orElse(root);
        var parts = resources instanceof Node.Sequence list ? list.items() : List.of(resources);
        parts.forEach(part -> refuseUnread("resources", part, faults));
        var sections = new LinkedHashMap<String, Node>();
        for (var section : SECTIONS) {
            sections.put(section, new Node.Mapping(resources.position(), entries(section, parts, faults)));
        }
        return new Node.Mapping(resources.position(), sections);
    }

    private static Map<String, Node> entries(String section, List<Node> parts, Faults faults) {
        var entries = new LinkedHashMap<String, Node>();
        for (var part : parts) {
            var found = part instanceof Node.Mapping template
                    ? template.get(section).orElse(null)
                    : null;
            if (found instanceof Node.Mapping mapping) {
                entries.putAll(mapping.entries());
            } else if (found != null) {
                refuseUnread(section, found, faults);
            }
        }
        if (section.equals(RESOURCES)) {
            entries.forEach((id, resource) -> refuseUnread(id, resource, faults));
        }
        return entries;
    }

    private static void refuseUnread(String what, Node node, Faults faults) {
        if (node instanceof Node.Unresolved unresolved) {
            faults.add(
                    node,
                    what + " can't be read, and may hold tables: " + unresolved.reason()
                            + ". The template that serverless package writes into .serverless/ has all of it");
        }
    }
}
