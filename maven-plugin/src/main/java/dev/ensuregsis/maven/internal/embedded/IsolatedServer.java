package dev.ensuregsis.maven.internal.embedded;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

    static IsolatedServer start(List<Path> classPath) throws ServerStartException {
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
            var server = (AutoCloseable) type.getMethod("start").invoke(null);
            return new IsolatedServer(server, (URI) uri.invoke(server));
        } catch (InvocationTargetException thrown) {
            throw new ServerStartException("DynamoDB Local did not start: " + thrown.getCause(), thrown);
        } catch (ReflectiveOperationException mismatch) {
            throw new ServerStartException("DynamoDB Local does not fit this plugin: " + mismatch, mismatch);
        } finally {
            setSystemProperties(before);
            thread.setContextClassLoader(own);
        }
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
