package dev.ensuregsis.maven.internal.embedded;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

/**
 * A DynamoDB Local in this JVM, in a class loader that sees neither the plugin nor Maven: its old libraries meet nobody
 * else's.
 */
final class EmbeddedServer implements AutoCloseable {
    private static final String SERVER_CLASS = "dev.ensuregsis.local.EmbeddedServer";

    private final URLClassLoader loader;
    private final AutoCloseable server;
    private final URI uri;

    private EmbeddedServer(URLClassLoader loader, AutoCloseable server, URI uri) {
        this.loader = loader;
        this.server = server;
        this.uri = uri;
    }

    static EmbeddedServer start(List<Path> classPath) throws ServerStartException {
        var loader = new URLClassLoader(
                "dynamodb-local",
                classPath.stream().map(EmbeddedServer::url).toArray(URL[]::new),
                ClassLoader.getPlatformClassLoader());
        var thread = Thread.currentThread();
        var own = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            var type = loader.loadClass(SERVER_CLASS);
            var server = (AutoCloseable) type.getMethod("start").invoke(null);
            return new EmbeddedServer(
                    loader, server, (URI) type.getMethod("uri").invoke(server));
        } catch (InvocationTargetException thrown) {
            throw new ServerStartException("DynamoDB Local did not start: " + thrown.getCause(), thrown);
        } catch (ReflectiveOperationException mismatch) {
            throw new ServerStartException("DynamoDB Local does not fit this plugin: " + mismatch, mismatch);
        } finally {
            thread.setContextClassLoader(own);
        }
    }

    URI uri() {
        return uri;
    }

    @Override
    public void close() throws Exception {
        try {
            server.close();
        } finally {
            loader.close();
        }
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
