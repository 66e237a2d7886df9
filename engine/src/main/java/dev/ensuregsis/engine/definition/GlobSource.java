package dev.ensuregsis.engine.definition;

import dev.ensuregsis.engine.definition.internal.document.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** All files below a folder that a pattern matches; or the one file that has the pattern for its name. */
record GlobSource(Path base, String glob) implements DocumentSource {
    private static final String FOLDERS = "**/";

    @Override
    public List<SourceFile> load(Consumer<Unread> unread) {
        var named = fileOfThatName();
        if (named.isPresent()) {
            return new FileSource(named.get()).load(unread);
        }
        var matchers = patterns(glob).stream()
                .map(pattern -> FileSystems.getDefault().getPathMatcher("glob:" + pattern))
                .toList();
        try (var walk = Files.walk(base)) {
            var files = walk.filter(
                            file -> matchers.stream().anyMatch(matcher -> matcher.matches(base.relativize(file)))
                                    && Files.isRegularFile(file))
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

    /** A file can be named like a glob: {@code defs[1].json}. */
    private Optional<Path> fileOfThatName() {
        try {
            return Optional.of(base.resolve(glob)).filter(Files::isRegularFile);
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }

    /** As people write them for other tools, folders between slashes ({@code **}) may be none at all. */
    private static Set<String> patterns(String glob) {
        var patterns = new LinkedHashSet<String>();
        patterns.add(glob);
        for (int at = glob.indexOf(FOLDERS); at >= 0; at = glob.indexOf(FOLDERS, at + 1)) {
            if (at == 0 || glob.charAt(at - 1) == '/') {
                var rest = patterns(glob.substring(at + FOLDERS.length()));
                var start = glob.substring(0, at);
                rest.forEach(pattern -> patterns.add(start + pattern));
                rest.forEach(pattern -> patterns.add(start + FOLDERS + pattern));
            }
        }
        return patterns;
    }
}
