package dev.ensuregsis.maven.internal.bean;

import dev.ensuregsis.engine.definition.DefinitionException;
import dev.ensuregsis.engine.definition.DefinitionFault;
import dev.ensuregsis.engine.definition.Place;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.definition.bean.ProjectBeans;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.project.MavenProject;

/**
 * Reads beans of the modules of a build. Each class is read with the class path of the module that compiled it; one that
 * no module compiled may be in a dependency.
 */
public final class BeansOfModules {
    private static final List<String> LANGUAGES = List.of(".java", ".kt", ".groovy", ".scala");

    private final List<MavenProject> modules;
    private final ModuleClassPath classPath;
    private final String compileFirst;

    /**
     * The beans of some modules.
     *
     * @param modules where classes are looked for, in order
     * @param classPath finds the class path of a module
     * @param compileFirst what to do if a class has not been compiled yet
     */
    public BeansOfModules(List<MavenProject> modules, ModuleClassPath classPath, String compileFirst) {
        this.modules = List.copyOf(modules);
        this.classPath = classPath;
        this.compileFirst = compileFirst;
    }

    /**
     * Reads the tables of classes.
     *
     * @param tableNames the table's name by the class's name
     * @return the tables
     * @throws DefinitionException with every class that isn't there or can't be read
     * @throws IOException if what a class needs can't be resolved
     */
    public List<TableDefinition> read(Map<String, String> tableNames) throws IOException {
        var compiled = new LinkedHashMap<MavenProject, Map<String, String>>();
        var elsewhere = new LinkedHashMap<String, String>();
        var faults = new ArrayList<DefinitionFault>();
        tableNames.forEach((className, tableName) -> {
            var module = compiledBy(className);
            var source = source(className);
            if (module.isPresent()) {
                compiled.computeIfAbsent(module.get(), any -> new LinkedHashMap<>())
                        .put(className, tableName);
            } else if (source.isPresent()) {
                faults.add(new DefinitionFault(
                        Place.of(className),
                        "isn't compiled yet, only its source is there (" + source.get() + "): " + compileFirst));
            } else {
                elsewhere.put(className, tableName);
            }
        });
        var tables = new ArrayList<TableDefinition>();
        for (var module : compiled.entrySet()) {
            read(classPath.of(module.getKey()), module.getValue(), tables, faults);
        }
        if (!elsewhere.isEmpty()) {
            read(allClassPaths(), elsewhere, tables, faults);
        }
        if (!faults.isEmpty()) {
            throw new DefinitionException(faults);
        }
        return tables;
    }

    private static void read(
            List<Path> classPath,
            Map<String, String> tableNames,
            List<TableDefinition> tables,
            List<DefinitionFault> faults) {
        try {
            tables.addAll(ProjectBeans.read(classPath, tableNames));
        } catch (DefinitionException refused) {
            faults.addAll(refused.faults());
        }
    }

    private Optional<MavenProject> compiledBy(String className) {
        return modules.stream()
                .filter(module -> ProjectBeans.isCompiled(ModuleClassPath.classes(module), className))
                .findFirst();
    }

    /** The source that a class of this name, or the one around it, would be compiled from. */
    private Optional<Path> source(String className) {
        return modules.stream()
                .flatMap(module -> module.getCompileSourceRoots().stream())
                .flatMap(root -> around(className)
                        .flatMap(name ->
                                LANGUAGES.stream().map(language -> Path.of(root, name.replace('.', '/') + language))))
                .filter(Files::exists)
                .findFirst();
    }

    /** A class's name, then those that its source may have, were it a nested one. */
    private static Stream<String> around(String className) {
        return Stream.iterate(
                className.replace('$', '.'),
                name -> !name.isEmpty(),
                name -> name.substring(0, Math.max(0, name.lastIndexOf('.'))));
    }

    private List<Path> allClassPaths() throws IOException {
        var all = new LinkedHashSet<Path>();
        for (var module : modules) {
            all.addAll(classPath.of(module));
        }
        return List.copyOf(all);
    }
}
