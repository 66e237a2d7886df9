package dev.ensuregsis.engine.definition.internal.serverless;

import dev.ensuregsis.engine.definition.Unread;
import dev.ensuregsis.engine.definition.internal.document.LocalFiles;
import dev.ensuregsis.engine.definition.internal.document.Node;
import dev.ensuregsis.engine.definition.internal.document.SourceFile;
import dev.ensuregsis.engine.definition.internal.environment.Deployment;
import dev.ensuregsis.engine.definition.internal.environment.Environment;
import dev.ensuregsis.engine.definition.internal.environment.SuppliedValues;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A service at one stage: the CloudFormation template that it has under {@code resources}, in one part or in several.
 *
 * @param template the template, without variables
 * @param deployment the stage and region that it is deployed to
 */
public record Service(Node.Mapping template, Deployment deployment) {
    private static final String RESOURCES = "Resources";
    private static final List<String> SECTIONS =
            List.of("Parameters", "Mappings", "Conditions", "Transform", RESOURCES);

    /**
     * Resolves the service's variables. A part that can't be read may hold tables, and so is said.
     *
     * @param root the serverless.yml
     * @param file where it lies
     * @param supplied values that the user supplies, by {@code opt:stage} or by {@code stage}
     * @param files the files that it may include
     * @param unread takes what isn't read
     * @throws dev.ensuregsis.engine.definition.DefinitionException if an include is malformed, too much comes out, or
     *     two stages are given
     */
    public static Service read(
            Node.Mapping root, SourceFile file, SuppliedValues supplied, LocalFiles files, Consumer<Unread> unread) {
        var stage = new StageOptions(supplied);
        var variables = new Variables(root, file, stage, files);
        var resources = root.get("resources").map(variables::resolve).orElse(root);
        var sections = new LinkedHashMap<String, Node>();
        for (var part : resources instanceof Node.Sequence list ? list.items() : List.of(resources)) {
            if (part instanceof Node.Mapping template) {
                SECTIONS.forEach(section ->
                        template.get(section).ifPresent(node -> sections.merge(section, node, DeepMerge::of)));
            } else if (!part.isNull()) {
                say("a part of resources", part, unread);
            }
        }
        var whole = new LinkedHashMap<String, Node>();
        sections.forEach((name, section) -> {
            if (section instanceof Node.Unresolved) {
                say(name, section, unread);
            } else {
                whole.put(name, name.equals(RESOURCES) ? readable(section, unread) : section);
            }
        });
        return new Service(new Node.Mapping(resources.position(), whole), deployment(root, variables));
    }

    private static Deployment deployment(Node.Mapping root, Variables variables) {
        var stage = variables.text("${sls:stage}", root);
        var region = variables.text("${self:provider.region}", root);
        var values = new HashMap<String, String>();
        region.ifPresent(name -> values.put("AWS::Region", name));
        variables
                .text("${self:provider.stackName}", root)
                .or(() -> stage.flatMap(name -> variables.serviceName().map(service -> service + "-" + name)))
                .ifPresent(name -> values.put("AWS::StackName", name));
        var environment = new Environment(
                stage.map(List::of).orElse(List.of()), null, variables.isRegionTold() ? region.orElse(null) : null);
        return new Deployment(environment, values, Map.of());
    }

    private static Node readable(Node section, Consumer<Unread> unread) {
        if (!(section instanceof Node.Mapping resources)) {
            return section;
        }
        var entries = new LinkedHashMap<String, Node>();
        resources.entries().forEach((id, resource) -> {
            if (resource instanceof Node.Unresolved) {
                say(id, resource, unread);
            } else {
                entries.put(id, resource);
            }
        });
        return new Node.Mapping(section.position(), entries);
    }

    private static void say(String what, Node node, Consumer<Unread> unread) {
        if (node instanceof Node.Unresolved twice && !twice.candidates().isEmpty()) {
            return;
        }
        unread.accept(new Unread(
                Unread.Cause.OUT_OF_REACH,
                what + ", which may hold tables",
                node.position().place(),
                (node instanceof Node.Unresolved unresolved
                                ? unresolved.reason()
                                : "it is " + node.description() + ", not CloudFormation")
                        + ". The template that serverless package writes into .serverless/ has all of it"));
    }
}
