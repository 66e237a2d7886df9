package dev.ensuregsis.maven.internal.goal;

import dev.ensuregsis.maven.internal.bean.ModuleBeanReader;
import dev.ensuregsis.maven.internal.build.Build;
import dev.ensuregsis.maven.internal.build.DecryptedProxies;
import dev.ensuregsis.maven.internal.build.MavenBuild;
import dev.ensuregsis.maven.internal.build.MavenExecution;
import dev.ensuregsis.maven.internal.build.SettingsServerKeys;
import dev.ensuregsis.maven.internal.console.Console;
import dev.ensuregsis.maven.internal.embedded.SessionServer;
import dev.ensuregsis.maven.internal.option.RefusedException;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Named;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/** Runs goals in Maven: puts its services behind the ports that goals know. */
@Named
public final class MavenRunner {
    private final GoalRunner runner;
    private final RepositorySystem repositories;
    private final ProjectDependenciesResolver dependencies;
    private final SettingsDecrypter decrypter;

    @Inject
    MavenRunner(
            GoalRunner runner,
            RepositorySystem repositories,
            ProjectDependenciesResolver dependencies,
            SettingsDecrypter decrypter) {
        this.runner = runner;
        this.repositories = repositories;
        this.dependencies = dependencies;
        this.decrypter = decrypter;
    }

    /**
     * Runs a goal.
     *
     * @param goal the goal
     * @param execution in which execution
     * @param given what the user gave for its parameters, by the property's name
     * @param console where to print
     * @return what the build fails with; empty if it doesn't
     * @throws RefusedException if the goal can't work with what the user gave; nothing has been touched
     * @throws IOException if it could not run, or its report could not be written
     * @throws InterruptedException if the thread is interrupted
     */
    public Optional<Complaint> run(Goal goal, MavenExecution execution, Map<String, String> given, Console console)
            throws RefusedException, IOException, InterruptedException {
        var build = new MavenBuild(execution).build();
        return runner.run(goal, build, services(execution, build), given, console);
    }

    private BuildServices services(MavenExecution execution, Build build) {
        var settings = execution.session().getSettings();
        return new BuildServices(
                new SessionServer(repositories, execution),
                new SettingsServerKeys(settings, decrypter),
                new DecryptedProxies(settings, decrypter),
                new ModuleBeanReader(dependencies, execution, build));
    }
}
