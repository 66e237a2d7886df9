package dev.ensuregsis.engine.definition.internal.serverless;

import dev.ensuregsis.engine.definition.DefinitionException;
import dev.ensuregsis.engine.definition.internal.document.ConfinedPath;
import dev.ensuregsis.engine.definition.internal.document.Documents;
import dev.ensuregsis.engine.definition.internal.document.Node;
import dev.ensuregsis.engine.definition.internal.document.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The files that a file includes: JSON and YAML below its own folder, and nothing elsewhere, symbolic links and
 * {@code ..} counted. Each is read once.
 */
final class IncludedFiles {
    private final @Nullable Path including;
    private final Map<String, Node> read = new HashMap<>();

    IncludedFiles(SourceFile including) {
        this.including = including.path();
    }

    /**
     * The content of a file, or why it isn't read.
     *
     * @throws DefinitionException if it is malformed
     */
    Node content(String name, Node at) {
        var known = read.get(name);
        if (known == null) {
            known = load(name, at);
            read.put(name, known);
        }
        return known;
    }

    private Node load(String name, Node at) {
        if (including == null) {
            return new Node.Unresolved(at.position(), "file(" + name + ") is read only beside a file on disk");
        }
        if (!name.matches("(?i).*\\.(ya?ml|json)")) {
            return new Node.Unresolved(
                    at.position(), "file(" + name + ") is no JSON or YAML, and nothing else is run or read");
        }
        var folder = including.toAbsolutePath().getParent();
        var file = folder == null ? Optional.<Path>empty() : ConfinedPath.below(folder, name);
        if (file.isEmpty()) {
            return new Node.Unresolved(
                    at.position(),
                    "file(" + name
                            + ") lies outside the folder of the file that includes it: only files below are read");
        }
        if (!Files.isRegularFile(file.get())) {
            return new Node.Unresolved(at.position(), "file(" + name + ") isn't there");
        }
        try (var stream = Files.newInputStream(file.get())) {
            return Documents.read(SourceFile.read(file.get().toString(), stream, file.get()));
        } catch (IOException e) {
            return new Node.Unresolved(at.position(), "file(" + name + ") can't be read: " + e.getMessage());
        }
    }
}
