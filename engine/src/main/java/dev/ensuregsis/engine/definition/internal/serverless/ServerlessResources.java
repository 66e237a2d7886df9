package dev.ensuregsis.engine.definition.internal.serverless;

import dev.ensuregsis.engine.definition.internal.document.Node;
import dev.ensuregsis.engine.definition.internal.document.SourceFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The CloudFormation template that a serverless.yml has under {@code resources}, in one part or in several. */
public final class ServerlessResources {
    private static final List<String> SECTIONS = List.of("Parameters", "Mappings", "Conditions", "Resources");

    private ServerlessResources() {}

    /**
     * Resolves the template's variables.
     *
     * @param root the serverless.yml
     * @param file where it lies, for its includes
     * @param supplied values that the user supplies, by {@code opt:stage} or by {@code stage}
     * @throws dev.ensuregsis.engine.definition.DefinitionException if an include lies outside its folder, or too much
     *     comes out
     */
    public static Node.Mapping template(Node.Mapping root, SourceFile file, Map<String, String> supplied) {
        var variables = new Variables(root, supplied, new IncludedFiles(file));
        var resources = root.get("resources").map(variables::resolve).orElse(root);
        var parts = resources instanceof Node.Sequence list ? list.items() : List.of(resources);
        var sections = new LinkedHashMap<String, Node>();
        for (var section : SECTIONS) {
            var entries = new LinkedHashMap<String, Node>();
            for (var part : parts) {
                if (part instanceof Node.Mapping template
                        && template.get(section).orElse(null) instanceof Node.Mapping found) {
                    entries.putAll(found.entries());
                }
            }
            sections.put(section, new Node.Mapping(resources.position(), entries));
        }
        return new Node.Mapping(resources.position(), sections);
    }
}
