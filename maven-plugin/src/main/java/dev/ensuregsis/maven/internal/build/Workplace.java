package dev.ensuregsis.maven.internal.build;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a goal works. From the command line that is the whole reactor with its root; bound to a phase it is one module;
 * without a project it is the working directory.
 *
 * @param root where the state file lies and relative paths start
 * @param modules the folders in which definitions are looked for
 * @param name what the state file calls the one who runs
 * @param bound whether the goal is bound to a phase
 */
public record Workplace(Path root, List<Path> modules, String name, boolean bound) {
    private static final String RESOURCES = "src/main/resources";

    /** Copies the list. */
    public Workplace {
        modules = List.copyOf(modules);
    }

    /**
     * The folders of a module in which its definitions are looked for.
     *
     * @param module the module's folder
     * @return the folders, in order
     */
    public static List<Path> definitionFolders(Path module) {
        return Stream.of(module, module.resolve(RESOURCES)).toList();
    }
}
