package dev.ensuregsis.maven.internal.embedded;

import dev.ensuregsis.maven.internal.build.MavenExecution;
import dev.ensuregsis.maven.internal.option.EmbeddedOptions;
import dev.ensuregsis.maven.internal.option.RefusedException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.SessionData;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/**
 * The one DynamoDB Local of a Maven session: resolved and started when a goal first asks for it, shared by all goals
 * that come after, closed when the session ends. It is kept with the session and not in a static field, since a daemon
 * may keep the plugin's classes for the next session; and in types of the JDK, since modules that give the plugin
 * dependencies of their own have its classes apart.
 */
public final class SessionServer implements EmbeddedDatabase {
    private static final String ARTIFACT = "dev.ensuregsis:ensure-gsis-dynamodb-local:";
    private static final String URI_KEY = SessionServer.class.getName();
    private static final String LIKENESS_KEY = URI_KEY + ".likeness";
    private static final int FREE_PORT = 0;

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
    public EmbeddedEndpoint start(EmbeddedOptions options) throws RefusedException, IOException {
        var settings = settings(options);
        var data = session.getRepositorySession().getData();
        synchronized (data) {
            var endpoint = data.get(URI_KEY) instanceof URI running
                    ? shared(running, settings, data)
                    : started(settings, data);
            PublishedProperties.in(session, endpoint);
            return endpoint;
        }
    }

    /** A folder is relative to where Maven was started, whichever module asks first. */
    private IsolatedServer.Settings settings(EmbeddedOptions options) {
        var port = options.port();
        var folder = options.folder();
        return new IsolatedServer.Settings(
                port == null ? FREE_PORT : port,
                folder == null
                        ? null
                        : Path.of(session.getExecutionRootDirectory()).resolve(folder),
                options.strict(),
                options.indexLag());
    }

    private EmbeddedEndpoint started(IsolatedServer.Settings settings, SessionData data) throws IOException {
        var server = IsolatedServer.start(resolve(), settings);
        data.set(URI_KEY, server.uri());
        data.set(LIKENESS_KEY, settings.likeness());
        // In memory there is nothing to bring in order when the process is told to end.
        var open = settings.folder() == null ? server : ProcessEnd.orEarlier(server);
        var request = session.getRequest();
        request.setExecutionListener(SessionEnd.closing(open, request.getExecutionListener()));
        return new EmbeddedEndpoint(server.uri());
    }

    private static EmbeddedEndpoint shared(URI running, IsolatedServer.Settings settings, SessionData data)
            throws RefusedException {
        boolean onThatPort = settings.port() == FREE_PORT || settings.port() == running.getPort();
        if (!onThatPort || !Objects.equals(data.get(LIKENESS_KEY), settings.likeness())) {
            throw new RefusedException("The DynamoDB Local of this Maven session runs already, at " + running + ", "
                    + data.get(LIKENESS_KEY) + "; here it is to be "
                    + (onThatPort ? "" : "on port " + settings.port() + ", ") + settings.likeness()
                    + ". It is one for all goals of a session: give them the same gsi.embeddedPort, gsi.dbPath, gsi.strict and"
                    + " gsi.indexLag, or run them in sessions of their own.");
        }
        return new EmbeddedEndpoint(running);
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
                    "An embedded DynamoDB Local needs " + artifact + ", which could not be resolved: "
                            + unresolved.getMessage(),
                    unresolved);
        }
    }
}
