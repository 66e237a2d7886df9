package dev.ensuregsis.engine.definition;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Tells apart what a user may write as a location. */
final class SourceLocation {
    private static final Pattern GLOB = Pattern.compile("[*?\\[{]");

    private SourceLocation() {}

    static DefinitionSource parse(String location, Path base, ClassLoader classLoader) {
        if (location.startsWith(ClasspathSource.PREFIX)) {
            return new ClasspathSource(location, classLoader);
        }
        var glob = GLOB.matcher(location);
        if (!glob.find() || isThere(base, location)) {
            return new FileSource(path(base, location));
        }
        int folderEnd = location.lastIndexOf('/', glob.start());
        return folderEnd < 0
                ? new GlobSource(base, location)
                : new GlobSource(path(base, location.substring(0, folderEnd + 1)), location.substring(folderEnd + 1));
    }

    /** Whether the text is the name of a file, whatever it would mean as a pattern: {@code defs[1].json}. */
    private static boolean isThere(Path base, String location) {
        try {
            return Files.exists(base.resolve(location));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static Path path(Path base, String location) {
        try {
            return base.resolve(location);
        } catch (InvalidPathException e) {
            throw DocumentSource.refused(location, "not a path: " + e.getReason());
        }
    }
}
