package dev.ensuregsis.engine.definition;

import dev.ensuregsis.engine.definition.internal.document.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** The default file in one of several folders. */
record DefaultFileSource(List<Path> folders) implements DocumentSource {
    @Override
    public List<SourceFile> load(Consumer<Unread> unread) {
        var found = folders.stream()
                .flatMap(folder -> DefaultNames.ALL.stream().map(folder::resolve))
                .filter(Files::exists)
                .flatMap(file -> new FileSource(file).load(unread).stream())
                .toList();
        return DefaultNames.single(found, DefaultNames.listed(folders));
    }
}
