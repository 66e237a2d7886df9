package dev.ensuregsis.maven.internal.bean;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.DefaultDependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.graph.DependencyNode;

/**
 * The class path of a module: what it compiled, and its dependencies but for those of its tests. They are resolved when
 * asked for, so that a goal that needs none costs nothing, and works without a project. Modules of the same build are
 * taken from where they are compiled to: a goal that is typed alone finds nothing packaged.
 */
final class ModuleClassPath {
    private static final Set<String> SCOPES = Set.of("compile", "runtime", "provided", "system");

    private final ProjectDependenciesResolver resolver;
    private final MavenSession session;

    ModuleClassPath(ProjectDependenciesResolver resolver, MavenSession session) {
        this.resolver = resolver;
        this.session = session;
    }

    /**
     * The class path of one module.
     *
     * @param module the module
     * @return its folder of classes first
     * @throws IOException if a dependency can't be resolved; the message says which
     */
    List<Path> of(MavenProject module) throws IOException {
        var files = new LinkedHashSet<Path>();
        files.add(classes(module));
        graph(module).getChildren().forEach(node -> add(node, files));
        return List.copyOf(files);
    }

    /** Where a module's classes are compiled to. */
    static Path classes(MavenProject module) {
        return Path.of(module.getBuild().getOutputDirectory());
    }

    private DependencyNode graph(MavenProject module) throws IOException {
        var request = new DefaultDependencyResolutionRequest(module, session.getRepositorySession());
        request.setResolutionFilter(
                (node, parents) -> inScope(node) && moduleOfThisBuild(node).isEmpty());
        try {
            return resolver.resolve(request).getDependencyGraph();
        } catch (DependencyResolutionException unresolved) {
            var leftOut =
                    session.getProjects().size() < session.getAllProjects().size()
                            ? " Modules that -pl leaves out are resolved like any dependency: add -am to build with them."
                            : "";
            throw new IOException(
                    "gsi.beans needs the dependencies of " + module.getId() + ", which could not be resolved: "
                            + unresolved.getMessage() + leftOut,
                    unresolved);
        }
    }

    private void add(DependencyNode node, Set<Path> files) {
        if (inScope(node)) {
            moduleOfThisBuild(node)
                    .map(ModuleClassPath::classes)
                    .or(() -> Optional.ofNullable(node.getArtifact().getFile()).map(File::toPath))
                    .ifPresent(files::add);
        }
        node.getChildren().forEach(child -> add(child, files));
    }

    private static boolean inScope(DependencyNode node) {
        return node.getDependency() != null
                && SCOPES.contains(node.getDependency().getScope());
    }

    private Optional<MavenProject> moduleOfThisBuild(DependencyNode node) {
        var artifact = node.getArtifact();
        return session.getProjects().stream()
                .filter(module -> module.getGroupId().equals(artifact.getGroupId())
                        && module.getArtifactId().equals(artifact.getArtifactId())
                        && module.getVersion().equals(artifact.getBaseVersion())
                        && artifact.getClassifier().isEmpty())
                .findFirst();
    }
}
