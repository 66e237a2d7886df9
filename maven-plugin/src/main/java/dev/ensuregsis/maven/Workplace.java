package dev.ensuregsis.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/**
 * Where a goal works. From the command line that is the whole reactor with its root; bound to a phase it is one module;
 * without a project it is the working directory.
 *
 * @param root where the state file lies and relative paths start
 * @param modules the folders in which definitions are looked for
 * @param name what the state file calls the one who runs
 * @param bound whether the goal is bound to a phase
 */
record Workplace(Path root, List<Path> modules, String name, boolean bound) {
    private static final String NAME_WITHOUT_PROJECT = "gsi-maven-plugin";
    private static final String RESOURCES = "src/main/resources";

    static Workplace of(MavenSession session, MavenProject project, MojoExecution execution) {
        var file = project.getFile();
        if (execution.getSource() == MojoExecution.Source.LIFECYCLE && file != null) {
            var basedir = project.getBasedir().toPath();
            return new Workplace(basedir, List.of(basedir), project.getArtifactId(), true);
        }
        var root = Path.of(session.getExecutionRootDirectory());
        if (file == null) {
            return new Workplace(root, List.of(root), NAME_WITHOUT_PROJECT, false);
        }
        var modules = session.getProjects().stream()
                .map(MavenProject::getBasedir)
                .map(File::toPath)
                .toList();
        return new Workplace(root, modules, session.getTopLevelProject().getArtifactId(), false);
    }

    /** The folders of a module in which its definitions are looked for. */
    static List<Path> definitionFolders(Path module) {
        return Stream.of(module, module.resolve(RESOURCES)).toList();
    }
}
