package dev.ensuregsis.engine.definition;

import dev.ensuregsis.engine.definition.internal.document.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** The definition files of a folder. */
record FolderSource(Path folder) implements DocumentSource {
    private static final List<String> ENDINGS = List.of(".json", ".yaml", ".yml");

    @Override
    public List<SourceFile> load(Consumer<Unread> unread) {
        if (!Files.isDirectory(folder)) {
            throw DocumentSource.refused(folder.toString(), "no such folder");
        }
        if (CloudAssembly.isIn(folder)) {
            return CloudAssembly.templates(folder, unread);
        }
        try (var list = Files.list(folder)) {
            var files = list.filter(Files::isRegularFile)
                    .filter(file -> ENDINGS.stream()
                            .anyMatch(file.getFileName().toString().toLowerCase(Locale.ROOT)::endsWith))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw DocumentSource.refused(folder.toString(), "no JSON or YAML file in this folder");
            }
            return files.stream()
                    .flatMap(file -> new FileSource(file).load(unread).stream())
                    .toList();
        } catch (IOException e) {
            throw DocumentSource.refused(folder.toString(), "can't be read: " + e.getMessage());
        }
    }
}
