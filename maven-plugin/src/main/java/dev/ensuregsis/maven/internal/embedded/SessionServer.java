package dev.ensuregsis.maven.internal.embedded;

import dev.ensuregsis.maven.internal.build.MavenExecution;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/**
 * The one DynamoDB Local of a Maven session: resolved and started when a goal first asks for it, shared by all goals
 * that come after, closed when the session ends. It is kept with the session and not in a static field, since a daemon
 * may keep the plugin's classes for the next session.
 */
public final class SessionServer implements EmbeddedDatabase {
    private static final String ARTIFACT = "dev.ensuregsis:ensure-gsis-dynamodb-local:";
    private static final String KEY = SessionServer.class.getName();

    private final RepositorySystem repositorySystem;
    private final MavenSession session;
    private final MavenExecution execution;

    /**
     * The server of an execution's session.
     *
     * @param repositorySystem resolves DynamoDB Local
     * @param execution the execution
     */
    public SessionServer(RepositorySystem repositorySystem, MavenExecution execution) {
        this.repositorySystem = repositorySystem;
        this.session = execution.session();
        this.execution = execution;
    }

    @Override
    public URI start() throws IOException {
        var data = session.getRepositorySession().getData();
        synchronized (data) {
            if (data.get(KEY) instanceof URI running) {
                return running;
            }
            var server = IsolatedServer.start(resolve());
            data.set(KEY, server.uri());
            var request = session.getRequest();
            request.setExecutionListener(SessionEnd.closing(server, request.getExecutionListener()));
            return server.uri();
        }
    }

    /** In the plugin's own version, from where plugins come. */
    private List<Path> resolve() throws IOException {
        var artifact = ARTIFACT + execution.mojo().getVersion();
        var root = new Dependency(new DefaultArtifact(artifact), "runtime");
        var request = new DependencyRequest(
                new CollectRequest(root, execution.project().getRemotePluginRepositories()), null);
        try {
            return repositorySystem
                    .resolveDependencies(session.getRepositorySession(), request)
                    .getArtifactResults()
                    .stream()
                    .map(result -> result.getArtifact().getFile().toPath())
                    .toList();
        } catch (DependencyResolutionException unresolved) {
            throw new IOException(
                    "gsi.endpoint=embedded needs " + artifact + ", which could not be resolved: "
                            + unresolved.getMessage(),
                    unresolved);
        }
    }
}
