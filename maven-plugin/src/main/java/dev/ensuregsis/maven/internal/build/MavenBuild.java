package dev.ensuregsis.maven.internal.build;

import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/** Finds out about the build from Maven. */
public final class MavenBuild {
    private static final String NAME_WITHOUT_PROJECT = "gsi-maven-plugin";

    private final MavenSession session;
    private final MavenProject project;
    private final MojoExecution execution;

    /**
     * The build of an execution.
     *
     * @param execution the execution
     */
    public MavenBuild(MavenExecution execution) {
        this.session = execution.session();
        this.project = execution.project();
        this.execution = execution.mojo();
    }

    /**
     * The build, in our own words.
     *
     * @return what goals look at
     */
    public Build build() {
        return new Build(
                workplace(),
                new TypedCommand(execution.getGoal(), words(), profiles(), texts(session.getUserProperties())),
                texts(project.getProperties()),
                session.isOffline(),
                session.getRequest().isInteractiveMode());
    }

    private Workplace workplace() {
        var file = project.getFile();
        if (isBound() && file != null) {
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

    private boolean isBound() {
        return execution.getSource() == MojoExecution.Source.LIFECYCLE;
    }

    /** All goals of the command line if this one is bound to a phase of theirs, else this goal alone as it was typed. */
    private List<String> words() {
        if (isBound()) {
            return session.getGoals();
        }
        var typed = session.getGoals().stream()
                .filter(word -> TypedCommand.names(word, execution.getGoal()))
                .findFirst();
        return List.of(typed.orElse("gsi:" + execution.getGoal()));
    }

    /** Those that were typed: Maven adds the ones that settings.xml activates, which do so again by themselves. */
    private List<String> profiles() {
        var request = session.getRequest();
        var profiles = Stream.concat(
                        request.getActiveProfiles().stream().filter(profile -> !isActiveBySettings(profile)),
                        request.getInactiveProfiles().stream().map(profile -> "!" + profile))
                .toList();
        return profiles.isEmpty() ? List.of() : List.of("-P" + String.join(",", profiles));
    }

    private boolean isActiveBySettings(String profile) {
        return session.getSettings().getActiveProfiles().contains(profile);
    }

    private static Map<String, String> texts(Properties properties) {
        var texts = new HashMap<String, String>();
        properties.forEach((name, value) -> texts.put(name.toString(), value.toString()));
        return texts;
    }
}
