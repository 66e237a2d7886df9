package dev.ensuregsis.maven.internal.goal;

import dev.ensuregsis.engine.definition.DefinitionSource;
import dev.ensuregsis.maven.internal.build.Workplace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds what a goal is to read: the files that the user names, or those that lie in the modules under a default name. */
final class DefinitionFiles {

    private DefinitionFiles() {}

    /** The sources, in the order of the user or of the modules; empty if none is named and no module has any. */
    static List<DefinitionSource> sources(Workplace workplace, List<String> named) {
        if (!named.isEmpty()) {
            return named.stream()
                    .map(location ->
                            DefinitionSource.of(location, workplace.root(), DefinitionFiles.class.getClassLoader()))
                    .toList();
        }
        return workplace.modules().stream()
                .map(Workplace::definitionFolders)
                .filter(DefinitionFiles::haveDefaults)
                .map(DefinitionSource::defaultsIn)
                .toList();
    }

    private static boolean haveDefaults(List<Path> folders) {
        return folders.stream()
                .anyMatch(folder -> DefinitionSource.DEFAULT_FILE_NAMES.stream()
                        .anyMatch(name -> Files.exists(folder.resolve(name))));
    }
}
