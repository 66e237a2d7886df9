package dev.ensuregsis.maven.internal.bean;

import dev.ensuregsis.engine.definition.DefinitionException;
import dev.ensuregsis.engine.definition.DefinitionFault;
import dev.ensuregsis.engine.definition.Place;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.definition.bean.ProjectBeans;
import dev.ensuregsis.maven.internal.build.Build;
import dev.ensuregsis.maven.internal.build.MavenExecution;
import dev.ensuregsis.maven.internal.option.RefusedException;
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
import org.apache.maven.project.ProjectDependenciesResolver;

/**
 * Reads beans of the modules of a build. Each class is read with the class path of the module that compiled it; one that
 * no module compiled may be in a dependency.
 */
public final class ModuleBeanReader implements BeanReader {
    private static final List<String> LANGUAGES = List.of(".java", ".kt", ".groovy", ".scala");

    private final ModuleClassPath classPath;
    private final MavenExecution execution;
    private final Build build;

    /**
     * Reads the beans of an execution's build.
     *
     * @param dependencies resolves what they need
     * @param execution the execution
     * @param build its build
     */
    public ModuleBeanReader(ProjectDependenciesResolver dependencies, MavenExecution execution, Build build) {
        this.classPath = new ModuleClassPath(dependencies, execution.session());
        this.execution = execution;
        this.build = build;
    }

    @Override
    public List<TableDefinition> read(Map<String, String> tableNames) throws RefusedException, IOException {
        if (execution.project().getFile() == null) {
            throw new RefusedException("gsi.beans names classes of a project, but there is no pom.xml in "
                    + build.workplace().root() + ". Run it in the project that has them.");
        }
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
                        "isn't compiled yet, only its source is there (" + source.get() + "): " + compileFirst()));
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

    private List<MavenProject> modules() {
        return build.workplace().bound()
                ? List.of(execution.project())
                : execution.session().getProjects();
    }

    private String compileFirst() {
        return build.workplace().bound()
                ? "bind this goal to the phase process-classes or a later one"
                : "type: " + build.typed().afterCompile();
    }

    private Optional<MavenProject> compiledBy(String className) {
        return modules().stream()
                .filter(module -> ProjectBeans.isCompiled(ModuleClassPath.classes(module), className))
                .findFirst();
    }

    /** The source that a class of this name, or the one around it, would be compiled from. */
    private Optional<Path> source(String className) {
        return modules().stream()
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
        for (var module : modules()) {
            all.addAll(classPath.of(module));
        }
        return List.copyOf(all);
    }
}
