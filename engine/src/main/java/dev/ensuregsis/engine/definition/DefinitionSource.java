package dev.ensuregsis.engine.definition;

import java.nio.file.Path;
import java.util.List;

/**
 * Where definitions come from. Nothing is looked for before {@link DefinitionReader#read} is called. Immutable.
 */
public sealed interface DefinitionSource permits DocumentSource, TablesSource {

    /** The names of the files that {@link #defaultsIn} looks for. */
    List<String> DEFAULT_FILE_NAMES = DefaultNames.ALL;

    /**
     * One file.
     *
     * @param file the file, in any format that is read
     * @return the source
     */
    static DefinitionSource file(Path file) {
        return new FileSource(file);
    }

    /**
     * A folder: the templates that a {@code cdk.out}'s manifest names, or else all JSON and YAML files that lie directly
     * in it.
     *
     * @param folder the folder
     * @return the source
     */
    static DefinitionSource folder(Path folder) {
        return new FolderSource(folder);
    }

    /**
     * All files that a glob matches; at least one has to.
     *
     * @param base the folder that the glob is relative to
     * @param glob a pattern as {@link java.nio.file.FileSystem#getPathMatcher} has it, with {@code /} between folders
     * @return the source
     */
    static DefinitionSource glob(Path base, String glob) {
        return new GlobSource(base, glob);
    }

    /**
     * A resource of the class path.
     *
     * @param location its path from the root, with or without {@code classpath:} in front
     * @param classLoader where to look
     * @return the source
     */
    static DefinitionSource classpath(String location, ClassLoader classLoader) {
        return new ClasspathSource(location, classLoader);
    }

    /**
     * A text.
     *
     * @param name what to call it in messages; its ending tells JSON from YAML as a file's does
     * @param content the definitions
     * @return the source
     */
    static DefinitionSource text(String name, String content) {
        return new TextSource(name, content);
    }

    /**
     * Tables that were made in memory, of annotations or beans. Those whose creation says nothing but a key (see
     * {@link TableCreation#onDemand}) leave billing and settings to the other sources.
     *
     * @param tables the tables, without prefix and suffix
     * @return the source
     */
    static DefinitionSource tables(List<TableDefinition> tables) {
        return new TablesSource(List.copyOf(tables));
    }

    /**
     * A location as a user writes it: {@code classpath:...}, a glob, a folder or a file.
     *
     * @param location the location
     * @param base the folder that relative ones are relative to
     * @param classLoader where {@code classpath:} locations are looked for
     * @return the source
     */
    static DefinitionSource of(String location, Path base, ClassLoader classLoader) {
        return SourceLocation.parse(location, base, classLoader);
    }

    /**
     * The file that is read if none is named: {@code gsis.json}, {@code gsis.yaml} or {@code gsis.yml} in one of the
     * folders. Several are taken for one if they have the same content, and refused otherwise.
     *
     * @param folders where to look, in order
     * @return the source
     */
    static DefinitionSource defaultsIn(List<Path> folders) {
        return new DefaultFileSource(List.copyOf(folders));
    }

    /**
     * The file that is read if none is named: {@code gsis.json}, {@code gsis.yaml} or {@code gsis.yml} at the root of the
     * class path. Several are taken for one if they have the same content, and refused otherwise.
     *
     * @param classLoader where to look
     * @return the source
     */
    static DefinitionSource defaultsOnClasspath(ClassLoader classLoader) {
        return new DefaultResourceSource(classLoader);
    }
}
