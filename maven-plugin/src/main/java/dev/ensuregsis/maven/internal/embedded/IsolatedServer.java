package dev.ensuregsis.maven.internal.embedded;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.BindException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A DynamoDB Local in this JVM, in a class loader that sees neither the plugin nor Maven: its old libraries meet nobody
 * else's.
 */
final class IsolatedServer implements AutoCloseable {
    private static final String SERVER_CLASS = "dev.ensuregsis.local.EmbeddedServer";

    /** The class path has no logging back end, on purpose; nobody needs to be told. */
    private static final Map<String, String> QUIET =
            Map.of("slf4j.internal.verbosity", "ERROR", "log4j2.StatusLogger.level", "OFF");

    private final AutoCloseable server;
    private final URI uri;

    private IsolatedServer(AutoCloseable server, URI uri) {
        this.server = server;
        this.uri = uri;
    }

    /**
     * What a server is to be like, in types that both class loaders know.
     *
     * @param port its port; 0 for a free one
     * @param folder what keeps its data; null for in memory
     * @param strict how much it refuses
     * @param indexLag how far its indexes are behind; null for not at all
     */
    record Settings(
            int port,
            @Nullable Path folder,
            String strict,
            @Nullable Duration indexLag) {

        /** All of it but the port, in words. */
        String likeness() {
            return (folder == null ? "in memory" : "in " + folder) + ", gsi.strict=" + strict
                    + (indexLag == null ? "" : ", gsi.indexLag=" + indexLag);
        }
    }

    /** One at a time, as system properties are set meanwhile: modules that are built beside each other share this class. */
    static synchronized IsolatedServer start(List<Path> classPath, Settings settings)
            throws ServerStartException, BindException {
        var loader = new URLClassLoader(
                "dynamodb-local",
                classPath.stream().map(IsolatedServer::url).toArray(URL[]::new),
                ClassLoader.getPlatformClassLoader());
        var thread = Thread.currentThread();
        var own = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        var before = setSystemProperties(QUIET);
        try {
            var type = loader.loadClass(SERVER_CLASS);
            // Looked up first: what doesn't fit starts nothing.
            var uri = type.getMethod("uri");
            var server = (AutoCloseable) type.getMethod("start", int.class, Path.class, String.class, Duration.class)
                    .invoke(null, settings.port(), settings.folder(), settings.strict(), settings.indexLag());
            return new IsolatedServer(server, (URI) uri.invoke(server));
        } catch (InvocationTargetException thrown) {
            throw notStarted(Objects.requireNonNull(thrown.getCause()), thrown);
        } catch (ReflectiveOperationException mismatch) {
            throw new ServerStartException("DynamoDB Local does not fit this plugin: " + mismatch, mismatch);
        } finally {
            setSystemProperties(before);
            thread.setContextClassLoader(own);
        }
    }

    /** A refusal says why by itself; its class is one of the other loader's. */
    private static ServerStartException notStarted(Throwable refusal, InvocationTargetException thrown)
            throws BindException {
        if (refusal.getCause() instanceof BindException taken) {
            throw taken;
        }
        return new ServerStartException("DynamoDB Local did not start: " + refusal.getMessage(), thrown);
    }

    /** Sets system properties, those with an empty value to nothing, and gives back what was there. */
    private static Map<String, String> setSystemProperties(Map<String, String> properties) {
        var before = new HashMap<String, String>();
        properties.forEach((name, value) -> {
            before.put(name, System.getProperty(name, ""));
            if (value.isEmpty()) {
                System.clearProperty(name);
            } else {
                System.setProperty(name, value);
            }
        });
        return before;
    }

    URI uri() {
        return uri;
    }

    /** The class loader stays open: the server's threads still load classes while they end. */
    @Override
    public void close() throws Exception {
        server.close();
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** DynamoDB Local did not start, or could not be had. The message says why. */
    static final class ServerStartException extends IOException {
        private static final long serialVersionUID = 1L;

        ServerStartException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
