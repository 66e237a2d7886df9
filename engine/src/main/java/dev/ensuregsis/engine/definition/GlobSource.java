package dev.ensuregsis.engine.definition;

import dev.ensuregsis.engine.definition.internal.document.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** All files below a folder that a pattern matches. */
record GlobSource(Path base, String glob) implements DocumentSource {
    @Override
    public List<SourceFile> load(Consumer<Unread> unread) {
        var matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        try (var walk = Files.walk(base)) {
            var files = walk.filter(file -> matcher.matches(base.relativize(file)) && Files.isRegularFile(file))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw DocumentSource.refused(glob, "no file below " + base.toAbsolutePath() + " matches");
            }
            return files.stream()
                    .flatMap(file -> new FileSource(file).load(unread).stream())
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw DocumentSource.refused(glob, "can't look through " + base + ": " + e.getMessage());
        }
    }
}
