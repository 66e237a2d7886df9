package dev.ensuregsis.engine.definition;

import dev.ensuregsis.engine.definition.internal.document.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/** The default file at the root of the class path. */
record DefaultResourceSource(ClassLoader classLoader) implements DocumentSource {
    @Override
    public List<SourceFile> load(Consumer<Unread> unread) {
        var found = new ArrayList<SourceFile>();
        for (var name : DefaultNames.ALL) {
            try {
                for (var url : Collections.list(classLoader.getResources(name))) {
                    try (var stream = url.openStream()) {
                        found.add(SourceFile.read(url.toString(), stream, null));
                    }
                }
            } catch (IOException e) {
                throw DocumentSource.refused(ClasspathSource.PREFIX + name, "can't be read: " + e.getMessage());
            }
        }
        return DefaultNames.single(found, "the root of the class path (src/main/resources, src/test/resources)")
                .stream()
                .map(file -> new SourceFile(ClasspathSource.PREFIX + nameOf(file), file.text(), null))
                .toList();
    }

    private static String nameOf(SourceFile file) {
        return file.name().substring(file.name().lastIndexOf('/') + 1);
    }
}
