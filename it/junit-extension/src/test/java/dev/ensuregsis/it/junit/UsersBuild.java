package dev.ensuregsis.it.junit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.maven.shared.invoker.DefaultInvocationRequest;
import org.apache.maven.shared.invoker.DefaultInvoker;
import org.apache.maven.shared.invoker.MavenInvocationException;

/** The projects of users, built by a Maven of its own with the staged artifact. */
final class UsersBuild {
    static final Path PROJECTS = Path.of(System.getProperty("it.projects"));
    private static final Path LOCAL_REPOSITORY = Path.of(System.getProperty("it.localRepository"));
    private static final Path HOST_REPOSITORY = Path.of(System.getProperty("it.hostRepository"));

    /**
     * For JVMs that are gone before what the second compiler makes of them would pay, and before they have filled the memory that
     * they would take. Ours is verified by other tests, and what is not ours nobody has to verify here.
     */
    private static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmn16m"
            + " -XX:+UnlockDiagnosticVMOptions -XX:-BytecodeVerificationRemote";

    private UsersBuild() {}

    /** Tests these projects, or all if none is named; gives back what Maven said. */
    static String test(List<String> projects, Properties properties) throws IOException, MavenInvocationException {
        // Both streams of it, each read by a thread of its own.
        var said = new ConcurrentLinkedQueue<String>();
        var request = new DefaultInvocationRequest();
        request.setBaseDirectory(PROJECTS.toFile());
        request.setMavenHome(Path.of(System.getProperty("it.mavenHome")).toFile());
        request.setLocalRepositoryDirectory(LOCAL_REPOSITORY.toFile());
        request.setGlobalSettingsFile(globalSettings().toFile());
        request.setBatchMode(true);
        request.setNoTransferProgress(true);
        // They wait for their JVMs more than they compute.
        request.setThreads("2");
        request.setMavenOpts(SHORT_LIVED);
        properties.setProperty("argLine", SHORT_LIVED);
        if (!projects.isEmpty()) {
            request.setProjects(projects);
        }
        request.setReactorFailureBehavior(DefaultInvocationRequest.ReactorFailureBehavior.FailAtEnd);
        request.addArg("test");
        properties.setProperty("it.version", System.getProperty("it.version"));
        request.setProperties(properties);
        request.setOutputHandler(line -> said.add(line));
        request.setErrorHandler(line -> said.add(line));
        new DefaultInvoker().execute(request);
        return String.join("\n", said) + "\n";
    }

    /** What the build that runs these tests has downloaded already is taken from there. */
    private static Path globalSettings() throws IOException {
        var repository = """
                <id>host</id><url>%s</url>
                <releases><checksumPolicy>ignore</checksumPolicy></releases>
                <snapshots><enabled>false</enabled></snapshots>""".formatted(HOST_REPOSITORY.toUri());
        return Files.writeString(LOCAL_REPOSITORY.resolveSibling("global-settings.xml"), """
                        <settings>
                          <profiles><profile>
                            <id>host-repository</id>
                            <repositories><repository>%1$s</repository></repositories>
                            <pluginRepositories><pluginRepository>%1$s</pluginRepository></pluginRepositories>
                          </profile></profiles>
                          <activeProfiles><activeProfile>host-repository</activeProfile></activeProfiles>
                        </settings>
                        """.formatted(repository));
    }
}
