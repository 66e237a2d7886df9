package dev.ensuregsis.it.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.shared.invoker.DefaultInvocationRequest;
import org.apache.maven.shared.invoker.DefaultInvoker;
import org.apache.maven.shared.invoker.MavenInvocationException;

/** A Maven of its own, with what others have published from the repository of the build that runs the tests. */
final class ReleasedMaven {
    private static final Path HOST_REPOSITORY = Path.of(System.getProperty("it.hostRepository"));

    private final Path work;
    private final Path localRepository;
    private final List<Path> repositories;

    /** With a local repository of its own, and further repositories to ask. */
    ReleasedMaven(Path work, Path localRepository, List<Path> repositories) {
        this.work = work;
        this.localRepository = localRepository;
        this.repositories = repositories;
    }

    /** What came of it. */
    record Outcome(int exitCode, String said) {}

    Outcome run(Path directory, Map<String, String> environment, Properties properties, List<String> args)
            throws IOException, MavenInvocationException {
        var said = new StringBuilder();
        var request = new DefaultInvocationRequest();
        request.setBaseDirectory(directory.toFile());
        request.setMavenHome(Path.of(System.getProperty("it.mavenHome")).toFile());
        request.setLocalRepositoryDirectory(localRepository.toFile());
        request.setGlobalSettingsFile(globalSettings().toFile());
        request.setBatchMode(true);
        request.setNoTransferProgress(true);
        environment.forEach(request::addShellEnvironment);
        args.forEach(request::addArg);
        request.setProperties(properties);
        request.setOutputHandler(line -> said.append(line).append('\n'));
        var result = new DefaultInvoker().execute(request);
        return new Outcome(result.getExitCode(), said.toString());
    }

    private Path globalSettings() throws IOException {
        var entries = new StringBuilder();
        var plugins = new StringBuilder();
        var all = new ArrayList<>(repositories);
        all.add(HOST_REPOSITORY);
        for (int i = 0; i < all.size(); i++) {
            var repository = """
                    <id>files-%d</id><url>%s</url>
                    <releases><checksumPolicy>ignore</checksumPolicy></releases>
                    <snapshots><enabled>false</enabled></snapshots>""".formatted(i, all.get(i).toUri());
            entries.append("<repository>").append(repository).append("</repository>\n");
            plugins.append("<pluginRepository>").append(repository).append("</pluginRepository>\n");
        }
        return Files.writeString(
                work.resolve("settings-" + localRepository.getFileName() + ".xml"), """
                <settings>
                  <profiles><profile>
                    <id>files</id>
                    <repositories>%s</repositories>
                    <pluginRepositories>%s</pluginRepositories>
                  </profile></profiles>
                  <activeProfiles><activeProfile>files</activeProfile></activeProfiles>
                </settings>
                """.formatted(entries, plugins));
    }
}
