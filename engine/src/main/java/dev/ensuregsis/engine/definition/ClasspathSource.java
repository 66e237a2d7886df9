package dev.ensuregsis.engine.definition;

import dev.ensuregsis.engine.definition.internal.document.SourceFile;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** A resource of the class path. */
record ClasspathSource(String location, ClassLoader classLoader) implements DocumentSource {
    static final String PREFIX = "classpath:";

    @Override
    public List<SourceFile> load(Consumer<Unread> unread) {
        var path = location.startsWith(PREFIX) ? location.substring(PREFIX.length()) : location;
        var name = path.startsWith("/") ? path.substring(1) : path;
        try (var stream = classLoader.getResourceAsStream(name)) {
            if (stream == null) {
                throw DocumentSource.refused(
                        PREFIX + name,
                        "not on the class path: put the file in src/main/resources or src/test/resources");
            }
            return List.of(SourceFile.read(PREFIX + name, stream, null));
        } catch (IOException e) {
            throw DocumentSource.refused(PREFIX + name, "can't be read: " + e.getMessage());
        }
    }
}
