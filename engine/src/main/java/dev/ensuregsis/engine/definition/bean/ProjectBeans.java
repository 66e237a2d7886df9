package dev.ensuregsis.engine.definition.bean;

import dev.ensuregsis.engine.definition.DefinitionException;
import dev.ensuregsis.engine.definition.DefinitionFault;
import dev.ensuregsis.engine.definition.Place;
import dev.ensuregsis.engine.definition.TableDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reads beans of a project that isn't on this class path: a build tool's. The classes, and the Enhanced Client that reads
 * them, are the project's own, apart from everything here but the records that come out, and what is logged.
 */
public final class ProjectBeans {
    private static final String READER = "dev.ensuregsis.engine.definition.bean.BeanTables";
    private static final String ENHANCED_CLIENT = "software/amazon/awssdk/enhanced/";

    private ProjectBeans() {}

    /**
     * Whether a folder of compiled classes has one of this name.
     *
     * @param classes the folder; need not exist
     * @param className the class's name, as {@link #read} takes it
     * @return whether it is there
     */
    public static boolean isCompiled(Path classes, String className) {
        return ProjectClasses.spellings(className)
                .anyMatch(name -> Files.exists(classes.resolve(ProjectClasses.file(name))));
    }

    /**
     * Reads the tables of a project's classes. A nested class may be named with {@code .} or {@code $} before its simple
     * name.
     *
     * @param classpath the project's compiled classes and its dependencies, folders and jars
     * @param tableNames the table's name by the class's name; the tables come out in its order
     * @return the tables
     * @throws DefinitionException with every class that isn't there or can't be read
     */
    public static List<TableDefinition> read(List<Path> classpath, Map<String, String> tableNames) {
        var urls = new ArrayList<URL>();
        urls.add(ProjectBeans.class.getProtectionDomain().getCodeSource().getLocation());
        classpath.forEach(entry -> urls.add(url(entry)));
        var classes = new ProjectClasses(classpath);
        var tables = new ArrayList<TableDefinition>();
        var faults = new ArrayList<DefinitionFault>();
        var thread = Thread.currentThread();
        var own = thread.getContextClassLoader();
        try (var project = new URLClassLoader(urls.toArray(URL[]::new), new SharedClasses())) {
            thread.setContextClassLoader(project);
            tableNames.forEach((className, tableName) -> {
                try {
                    tables.add(read(project, classes, className, tableName));
                } catch (DefinitionException e) {
                    faults.addAll(e.faults());
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            thread.setContextClassLoader(own);
        }
        if (!faults.isEmpty()) {
            throw new DefinitionException(faults);
        }
        return tables;
    }

    private static TableDefinition read(
            ClassLoader project, ProjectClasses classes, String className, String tableName) {
        var binaryName = ProjectClasses.spellings(className)
                .filter(name -> project.getResource(ProjectClasses.file(name)) != null)
                .findFirst()
                .orElseThrow(() -> refused(className, "isn't on the project's class path" + classes.hint(className)));
        try {
            var bean = Class.forName(binaryName, false, project);
            return (TableDefinition) Class.forName(READER, true, project)
                    .getMethod("read", Class.class, String.class)
                    .invoke(null, bean, tableName);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof DefinitionException refused) {
                throw refused;
            }
            throw refused(className, unreadable(Objects.requireNonNullElse(e.getCause(), e)));
        } catch (ReflectiveOperationException | LinkageError e) {
            throw refused(className, unreadable(e));
        }
    }

    private static String unreadable(Throwable cause) {
        if (cause instanceof UnsupportedClassVersionError) {
            return "is compiled for a newer Java than the " + Runtime.version().feature() + " that reads it here: "
                    + cause.getMessage();
        }
        var missing = cause instanceof NoClassDefFoundError || cause instanceof ClassNotFoundException;
        if (missing && String.valueOf(cause.getMessage()).replace('.', '/').contains(ENHANCED_CLIENT)) {
            return "can't be read without the Enhanced Client, which the project doesn't have: add"
                    + " software.amazon.awssdk:dynamodb-enhanced to its dependencies";
        }
        return missing
                ? "can't be read: the project's class path lacks " + cause.getMessage()
                : "can't be read: " + cause;
    }

    private static URL url(Path entry) {
        try {
            return entry.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("not a class path entry: " + entry, e);
        }
    }

    private static DefinitionException refused(String className, String message) {
        return new DefinitionException(List.of(new DefinitionFault(Place.of(className), message)));
    }

    /** Lets through the platform, the records and the log, which both sides share; all else is the project's. */
    private static final class SharedClasses extends ClassLoader {
        private static final String RECORDS = "dev.ensuregsis.engine.definition.";
        private static final String APART = "dev.ensuregsis.engine.definition.bean.";
        private static final String LOG = "org.slf4j.";

        SharedClasses() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith(LOG) || (name.startsWith(RECORDS) && !name.startsWith(APART))) {
                return Class.forName(name, false, ProjectBeans.class.getClassLoader());
            }
            throw new ClassNotFoundException(name);
        }
    }
}
