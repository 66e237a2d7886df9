package dev.ensuregsis.engine.definition;

import dev.ensuregsis.engine.definition.internal.document.ConfinedPath;
import dev.ensuregsis.engine.definition.internal.document.Documents;
import dev.ensuregsis.engine.definition.internal.document.Node;
import dev.ensuregsis.engine.definition.internal.document.SourceFile;
import dev.ensuregsis.engine.definition.internal.environment.Deployment;
import dev.ensuregsis.engine.definition.internal.environment.Environment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What {@code cdk synth} writes to {@code cdk.out}: a manifest that names the templates of stacks, each with its
 * environment, their assets, and assemblies below, one for each stage.
 */
final class CloudAssembly {
    private static final String MANIFEST = "manifest.json";
    private static final String TEMPLATE = ".template.json";
    private static final int MAX_DEPTH = 10;

    private final Path folder;
    private final Consumer<Unread> unread;
    private final List<SourceFile> templates = new ArrayList<>();

    private CloudAssembly(Path folder, Consumer<Unread> unread) {
        this.folder = folder;
        this.unread = unread;
    }

    static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(MANIFEST));
    }

    /** The templates of a folder's manifest, in its order. */
    static List<SourceFile> templates(Path folder, Consumer<Unread> unread) {
        var assembly = new CloudAssembly(folder, unread);
        assembly.collect(List.of(), 0);
        if (assembly.templates.isEmpty()) {
            throw DocumentSource.refused(
                    folder.resolve(MANIFEST).toString(), "names no template: run cdk synth, and name its cdk.out");
        }
        return assembly.templates;
    }

    private void collect(List<String> stage, int depth) {
        var manifest = new FileSource(folder.resolve(MANIFEST)).load(unread).get(0);
        if (depth > MAX_DEPTH
                || !(Documents.read(manifest, unread) instanceof Node.Mapping root)
                || !(root.get("artifacts").orElse(null) instanceof Node.Mapping artifacts)) {
            throw DocumentSource.refused(manifest.name(), "not the manifest of a cdk.out: it has no artifacts");
        }
        var assets = assets(artifacts);
        artifacts.entries().forEach((id, node) -> {
            if (!(node instanceof Node.Mapping artifact)) {
                return;
            }
            var properties = artifact.get("properties").orElse(null) instanceof Node.Mapping written
                    ? written
                    : new Node.Mapping(artifact.position(), Map.of());
            if (is(artifact, "aws:cloudformation:stack")) {
                if (properties.get("templateFile").orElse(null) instanceof Node.Scalar file) {
                    templates.addAll(stack(new Stack(id, artifact, properties, stage), assets, file));
                } else {
                    missed("the stack " + id, artifact, "the manifest names no template of it");
                }
            } else if (is(artifact, "cdk:cloud-assembly")
                    && properties.get("directoryName").orElse(null) instanceof Node.Scalar directory) {
                var inner = new CloudAssembly(below(directory), unread);
                inner.collect(namesOfStage(id, properties), depth + 1);
                templates.addAll(inner.templates);
            }
        });
    }

    /** A stack as the manifest has it, and what its stage is called. */
    private record Stack(String id, Node.Mapping artifact, Node.Mapping properties, List<String> stage) {
        Deployment deployment(Map<String, Path> assets) {
            var stackName = text(properties, "stackName").orElse(id);
            var names = new LinkedHashSet<String>();
            names.add(text(artifact, "displayName").orElse(stage.isEmpty() ? id : stage.get(0) + "/" + id));
            names.add(id);
            names.add(stackName);
            names.addAll(stage);
            var environment =
                    text(artifact, "environment").map(Environment::ofCdk).orElse(Environment.UNKNOWN);
            return new Deployment(environment.named(List.copyOf(names)), Map.of("AWS::StackName", stackName), assets);
        }
    }

    private List<SourceFile> stack(Stack stack, Map<String, Path> assets, Node.Scalar file) {
        return new FileSource(below(file))
                .load(unread).stream()
                        .map(template -> template.of(stack.deployment(assets)))
                        .toList();
    }

    private static List<String> namesOfStage(String id, Node.Mapping properties) {
        var names = new LinkedHashSet<String>();
        text(properties, "displayName").ifPresent(names::add);
        names.add(id.startsWith("assembly-") ? id.substring("assembly-".length()) : id);
        names.add(id);
        return List.copyOf(names);
    }

    /** The templates of nested stacks, which are assets like any other file, by the hash that refers to them. */
    private Map<String, Path> assets(Node.Mapping artifacts) {
        var assets = new HashMap<String, Path>();
        for (var node : artifacts.entries().values()) {
            if (node instanceof Node.Mapping artifact
                    && is(artifact, "cdk:asset-manifest")
                    && artifact.get("properties").orElse(null) instanceof Node.Mapping properties
                    && properties.get("file").orElse(null) instanceof Node.Scalar file
                    && Files.isRegularFile(below(file))
                    && Documents.read(new FileSource(below(file)).load(unread).get(0), unread)
                            instanceof Node.Mapping root
                    && root.get("files").orElse(null) instanceof Node.Mapping files) {
                files.entries().forEach((hash, asset) -> template(asset).ifPresent(path -> assets.put(hash, path)));
            }
        }
        return assets;
    }

    private Optional<Path> template(Node asset) {
        return asset instanceof Node.Mapping file
                        && file.get("source").orElse(null) instanceof Node.Mapping source
                        && source.get("path").orElse(null) instanceof Node.Scalar path
                        && path.text().endsWith(TEMPLATE)
                ? Optional.of(below(path))
                : Optional.empty();
    }

    private void missed(String what, Node at, String because) {
        unread.accept(new Unread(Unread.Cause.OUT_OF_REACH, what, at.position().place(), because));
    }

    private static boolean is(Node.Mapping artifact, String type) {
        return text(artifact, "type").equals(Optional.of(type));
    }

    private static Optional<String> text(Node.Mapping mapping, String key) {
        return mapping.get(key).orElse(null) instanceof Node.Scalar text && !text.isNull()
                ? Optional.of(text.text())
                : Optional.empty();
    }

    private Path below(Node.Scalar name) {
        return ConfinedPath.below(folder, name.text())
                .orElseThrow(() -> new DefinitionException(List.of(new DefinitionFault(
                        name.position().place(), "\"" + name.text() + "\" lies outside the folder of the manifest"))));
    }
}
