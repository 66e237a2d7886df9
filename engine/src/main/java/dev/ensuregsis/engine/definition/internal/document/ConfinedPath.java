package dev.ensuregsis.engine.definition.internal.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Paths that a file names and that have to stay below its folder. */
public final class ConfinedPath {
    private ConfinedPath() {}

    /** The path, if it lies below the folder with {@code ..} and symbolic links counted. */
    public static Optional<Path> below(Path folder, String name) {
        return below(folder, folder, name);
    }

    /** The path that is relative to one folder, if it lies below another. */
    static Optional<Path> below(Path folder, Path relativeTo, String name) {
        try {
            var base = folder.toAbsolutePath().normalize();
            var path = relativeTo.toAbsolutePath().resolve(name).normalize();
            return path.startsWith(base)
                            && (!Files.exists(path) || path.toRealPath().startsWith(base.toRealPath()))
                    ? Optional.of(path)
                    : Optional.empty();
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }
}
