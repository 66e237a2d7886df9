package dev.ensuregsis.engine.definition;

import dev.ensuregsis.engine.definition.internal.document.SourceFile;
import java.util.List;
import java.util.function.Consumer;

/** A source of files that have to be read and parsed. */
sealed interface DocumentSource extends DefinitionSource
        permits FileSource,
                FolderSource,
                GlobSource,
                ClasspathSource,
                TextSource,
                DefaultFileSource,
                DefaultResourceSource {

    /**
     * Finds and reads the files.
     *
     * @param unread takes what they refer to and isn't read
     * @throws DefinitionException if there is none, or one can't be read
     */
    List<SourceFile> load(Consumer<Unread> unread);

    /** A refusal that concerns the source as a whole. */
    static DefinitionException refused(String source, String message) {
        return new DefinitionException(List.of(new DefinitionFault(Place.of(source), message)));
    }
}
