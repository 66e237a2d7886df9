package dev.ensuregsis.engine.definition;

import dev.ensuregsis.engine.definition.internal.document.SourceFile;
import java.util.List;
import java.util.stream.Collectors;

/** The files that are looked for if none is named. */
final class DefaultNames {
    static final List<String> ALL = List.of("gsis.json", "gsis.yaml", "gsis.yml");

    private DefaultNames() {}

    /** The one that was found; several are one if they have the same content. */
    static List<SourceFile> single(List<SourceFile> found, String lookedIn) {
        if (found.isEmpty()) {
            throw DocumentSource.refused(
                    String.join(" or ", ALL), "not found: looked in " + lookedIn + "; add one, or name your file");
        }
        var first = found.get(0);
        var others = found.stream()
                .filter(file -> !file.text().equals(first.text()))
                .map(SourceFile::name)
                .toList();
        if (!others.isEmpty()) {
            throw DocumentSource.refused(
                    first.name(),
                    "is one of several different definition files: also found " + String.join(", ", others)
                            + "; keep one, or name the one to use");
        }
        return List.of(first);
    }

    static String listed(List<?> places) {
        return places.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
