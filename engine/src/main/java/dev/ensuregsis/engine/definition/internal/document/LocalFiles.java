package dev.ensuregsis.engine.definition.internal.document;

import dev.ensuregsis.engine.definition.Unread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The files that a file refers to: JSON and YAML below the folder of the file that was named, and nothing elsewhere,
 * symbolic links and {@code ..} counted. Each is read once.
 */
public final class LocalFiles {
    private static final Pattern READABLE = Pattern.compile("(?i).*\\.(ya?ml|json|template)");
    private static final Pattern REMOTE = Pattern.compile("(?i)[a-z][a-z0-9+.-]+://.*");

    private final @Nullable Path root;
    private final Consumer<Unread> unread;
    private final Map<Path, Node> read = new HashMap<>();

    /**
     * The files below a file's folder.
     *
     * @param named the file that the user named
     * @param unread takes keys of included files that stand twice
     */
    public LocalFiles(SourceFile named, Consumer<Unread> unread) {
        this.root = named.path() == null ? null : folderOf(named.path());
        this.unread = unread;
    }

    /** A file that was found, or why it isn't read. */
    public sealed interface Found {
        /** A file and its content. */
        record File(Path path, Node content) implements Found {}

        /** Why there is none, as the end of a sentence. */
        record Nothing(String because) implements Found {}
    }

    /**
     * Looks for a file.
     *
     * @param from the file that refers to it
     * @param name its name, relative to that file's folder
     * @throws dev.ensuregsis.engine.definition.DefinitionException if it is malformed
     */
    public Found find(@Nullable Path from, String name) {
        if (REMOTE.matcher(name).matches()) {
            return new Found.Nothing("is somewhere else, and nothing is fetched");
        }
        if (root == null || from == null) {
            return new Found.Nothing("is read only beside a file on disk");
        }
        if (!READABLE.matcher(name).matches()) {
            return new Found.Nothing("is no JSON or YAML, and nothing else is run or read");
        }
        var file = ConfinedPath.below(root, folderOf(from), name);
        if (file.isEmpty()) {
            return new Found.Nothing("lies outside the folder of the file that includes it: only files below are read");
        }
        return content(file.get());
    }

    private Found content(Path file) {
        var known = Optional.ofNullable(read.get(file));
        if (known.isEmpty()) {
            if (!Files.isRegularFile(file)) {
                return new Found.Nothing("isn't there");
            }
            try (var stream = Files.newInputStream(file)) {
                known = Optional.of(Documents.read(SourceFile.read(file.toString(), stream, file), unread));
            } catch (IOException e) {
                return new Found.Nothing("can't be read: " + e.getMessage());
            }
            read.put(file, known.get());
        }
        return new Found.File(file, known.get());
    }

    private static Path folderOf(Path file) {
        var folder = file.toAbsolutePath().normalize().getParent();
        return folder == null ? file.toAbsolutePath() : folder;
    }
}
