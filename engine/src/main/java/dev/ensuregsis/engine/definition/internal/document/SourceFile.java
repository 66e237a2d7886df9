package dev.ensuregsis.engine.definition.internal.document;

import dev.ensuregsis.engine.definition.internal.environment.Deployment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The text of one file, or of what stands for one.
 *
 * @param name what to call it in messages
 * @param text its text, without a byte-order mark
 * @param path where it lies, for files beside it; null if it isn't on a file system
 * @param deployment what is known of it from outside
 */
public record SourceFile(String name, String text, @Nullable Path path, Deployment deployment) {

    /** A file of which nothing is known from outside. */
    public SourceFile(String name, String text, @Nullable Path path) {
        this(name, text, path, Deployment.UNKNOWN);
    }

    /** The same file, of that deployment. */
    public SourceFile of(Deployment known) {
        return new SourceFile(name, text, path, known);
    }

    /**
     * Reads a file, and of a file that is too large not a byte more than it takes to know that.
     *
     * @throws dev.ensuregsis.engine.definition.DefinitionException if it is too large, or no text
     * @throws IOException if it can't be read
     */
    public static SourceFile read(String name, InputStream stream, @Nullable Path path) throws IOException {
        var bytes = stream.readNBytes(Limits.MAX_BYTES + 1);
        if (bytes.length > Limits.MAX_BYTES) {
            throw Limits.refused(
                    Position.root(name), "larger than " + (Limits.MAX_BYTES >> 20) + " MiB: not a definitions file");
        }
        return new SourceFile(name, TextDecoder.decode(name, bytes), path);
    }
}
