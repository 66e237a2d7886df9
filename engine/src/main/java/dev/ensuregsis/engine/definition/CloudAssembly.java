package dev.ensuregsis.engine.definition;

import dev.ensuregsis.engine.definition.internal.document.ConfinedPath;
import dev.ensuregsis.engine.definition.internal.document.Documents;
import dev.ensuregsis.engine.definition.internal.document.Node;
import dev.ensuregsis.engine.definition.internal.document.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What {@code cdk synth} writes to {@code cdk.out}: a manifest that names templates, their assets, and assemblies below. */
final class CloudAssembly {
    private static final String MANIFEST = "manifest.json";
    private static final String NESTED_TEMPLATE = ".nested.template.json";
    private static final int MAX_DEPTH = 10;

    private CloudAssembly() {}

    static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(MANIFEST));
    }

    /** The templates of a folder's manifest, in its order. */
    static List<SourceFile> templates(Path folder) {
        var templates = new ArrayList<SourceFile>();
        collect(folder, templates, 0);
        if (templates.isEmpty()) {
            throw DocumentSource.refused(
                    folder.resolve(MANIFEST).toString(), "names no template: run cdk synth, and name its cdk.out");
        }
        return templates;
    }

    private static void collect(Path folder, List<SourceFile> templates, int depth) {
        var manifest = new FileSource(folder.resolve(MANIFEST)).load().get(0);
        if (depth > MAX_DEPTH
                || !(Documents.read(manifest) instanceof Node.Mapping root)
                || !(root.get("artifacts").orElse(null) instanceof Node.Mapping artifacts)) {
            throw DocumentSource.refused(manifest.name(), "not the manifest of a cdk.out: it has no artifacts");
        }
        for (var artifact : artifacts.entries().values()) {
            if (artifact instanceof Node.Mapping stack
                    && stack.get("properties").orElse(null) instanceof Node.Mapping properties) {
                if (is(stack, "aws:cloudformation:stack")
                        && properties.get("templateFile").orElse(null) instanceof Node.Scalar file) {
                    templates.addAll(new FileSource(below(folder, file)).load());
                } else if (is(stack, "cdk:asset-manifest")
                        && properties.get("file").orElse(null) instanceof Node.Scalar file) {
                    nested(folder, below(folder, file), templates);
                } else if (is(stack, "cdk:cloud-assembly")
                        && properties.get("directoryName").orElse(null) instanceof Node.Scalar directory) {
                    collect(below(folder, directory), templates, depth + 1);
                }
            }
        }
    }

    /** The templates of nested stacks, which are assets like any other file. */
    private static void nested(Path folder, Path assets, List<SourceFile> templates) {
        if (!Files.isRegularFile(assets)
                || !(Documents.read(new FileSource(assets).load().get(0)) instanceof Node.Mapping root)
                || !(root.get("files").orElse(null) instanceof Node.Mapping files)) {
            return;
        }
        for (var asset : files.entries().values()) {
            if (asset instanceof Node.Mapping file
                    && file.get("source").orElse(null) instanceof Node.Mapping source
                    && source.get("path").orElse(null) instanceof Node.Scalar path
                    && path.text().endsWith(NESTED_TEMPLATE)) {
                templates.addAll(new FileSource(below(folder, path)).load());
            }
        }
    }

    private static boolean is(Node.Mapping artifact, String type) {
        return artifact.get("type").orElse(null) instanceof Node.Scalar written
                && written.text().equals(type);
    }

    private static Path below(Path folder, Node.Scalar name) {
        return ConfinedPath.below(folder, name.text())
                .orElseThrow(() -> new DefinitionException(List.of(new DefinitionFault(
                        name.position().place(), "\"" + name.text() + "\" lies outside the folder of the manifest"))));
    }
}
