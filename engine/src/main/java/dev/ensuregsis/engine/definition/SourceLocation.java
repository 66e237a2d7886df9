package dev.ensuregsis.engine.definition;

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
        if (!glob.find()) {
            return new FileSource(path(base, location));
        }
        int folderEnd = location.lastIndexOf('/', glob.start());
        return folderEnd < 0
                ? new GlobSource(base, location)
                : new GlobSource(path(base, location.substring(0, folderEnd + 1)), location.substring(folderEnd + 1));
    }

    private static Path path(Path base, String location) {
        try {
            return base.resolve(location);
        } catch (InvalidPathException e) {
            throw DocumentSource.refused(location, "not a path: " + e.getReason());
        }
    }
}
