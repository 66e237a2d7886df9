package dev.ensuregsis.maven.internal.embedded;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.ExecutionListener;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/**
 * The one DynamoDB Local of a Maven session: resolved and started when a goal first asks for it, shared by all goals
 * that come after, closed when the session ends. It is kept with the session and not in a static field, since a daemon
 * may keep the plugin's classes for the next session.
 */
public final class SessionServer {
    private static final String ARTIFACT = "dev.ensuregsis:ensure-gsis-dynamodb-local:";
    private static final String KEY = SessionServer.class.getName();

    private final RepositorySystem repositorySystem;
    private final MavenSession session;

    /**
     * The server of a session, not yet started.
     *
     * @param repositorySystem resolves DynamoDB Local
     * @param session the session
     */
    public SessionServer(RepositorySystem repositorySystem, MavenSession session) {
        this.repositorySystem = repositorySystem;
        this.session = session;
    }

    /**
     * Starts the server, if no goal of this session has yet.
     *
     * @param version the version of {@code ensure-gsis-dynamodb-local}: the plugin's own
     * @param repositories where plugins are resolved from
     * @return where it listens
     * @throws IOException if it can't be resolved or started; the message says why
     */
    public URI start(String version, List<RemoteRepository> repositories) throws IOException {
        var data = session.getRepositorySession().getData();
        synchronized (data) {
            if (data.get(KEY) instanceof URI running) {
                return running;
            }
            var server = EmbeddedServer.start(resolve(version, repositories));
            data.set(KEY, server.uri());
            closeWithSession(server);
            return server.uri();
        }
    }

    private List<Path> resolve(String version, List<RemoteRepository> repositories) throws IOException {
        var root = new Dependency(new DefaultArtifact(ARTIFACT + version), "runtime");
        var request = new DependencyRequest(new CollectRequest(root, repositories), null);
        try {
            return repositorySystem
                    .resolveDependencies(session.getRepositorySession(), request)
                    .getArtifactResults()
                    .stream()
                    .map(result -> result.getArtifact().getFile().toPath())
                    .toList();
        } catch (DependencyResolutionException unresolved) {
            throw new IOException(
                    "gsi.endpoint=embedded needs " + ARTIFACT + version + ", which could not be resolved: "
                            + unresolved.getMessage(),
                    unresolved);
        }
    }

    /** A plugin without extensions hears of the session's end only through the listener of the session's request. */
    private void closeWithSession(EmbeddedServer server) {
        var request = session.getRequest();
        var listener = request.getExecutionListener();
        request.setExecutionListener((ExecutionListener) Proxy.newProxyInstance(
                ExecutionListener.class.getClassLoader(),
                new Class<?>[] {ExecutionListener.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("sessionEnded")) {
                        server.close();
                    }
                    try {
                        return listener == null ? null : method.invoke(listener, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
    }
}
