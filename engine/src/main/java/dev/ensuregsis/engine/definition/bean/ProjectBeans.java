package dev.ensuregsis.engine.definition.bean;

import dev.ensuregsis.engine.definition.DefinitionException;
import dev.ensuregsis.engine.definition.DefinitionFault;
import dev.ensuregsis.engine.definition.Place;
import dev.ensuregsis.engine.definition.TableDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads beans of a project that isn't on this class path: a build tool's. The classes, and the Enhanced Client that reads
 * them, are the project's own, apart from everything here but the records that come out.
 */
public final class ProjectBeans {
    private static final String READER = "dev.ensuregsis.engine.definition.bean.BeanTables";

    private ProjectBeans() {}

    /**
     * Reads the tables of a project's classes.
     *
     * @param classpath the project's compiled classes and its dependencies
     * @param tableNames the table's name by the class's name; the tables come out in its order
     * @return the tables
     * @throws DefinitionException with every class that isn't there or can't be read
     */
    public static List<TableDefinition> read(List<URL> classpath, Map<String, String> tableNames) {
        var urls = new ArrayList<>(classpath);
        urls.add(ProjectBeans.class.getProtectionDomain().getCodeSource().getLocation());
        var tables = new ArrayList<TableDefinition>();
        var faults = new ArrayList<DefinitionFault>();
        try (var project = new URLClassLoader(urls.toArray(URL[]::new), new RecordsOnly())) {
            tableNames.forEach((className, tableName) -> {
                try {
                    tables.add(read(project, className, tableName));
                } catch (DefinitionException e) {
                    faults.addAll(e.faults());
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!faults.isEmpty()) {
            throw new DefinitionException(faults);
        }
        return tables;
    }

    private static TableDefinition read(ClassLoader project, String className, String tableName) {
        try {
            var bean = Class.forName(className, false, project);
            return (TableDefinition) Class.forName(READER, true, project)
                    .getMethod("read", Class.class, String.class)
                    .invoke(null, bean, tableName);
        } catch (ClassNotFoundException e) {
            throw refused(className, "isn't on the project's class path: is it compiled, and its name complete?");
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof DefinitionException refused) {
                throw refused;
            }
            throw refused(
                    className,
                    "can't be read, the project lacks " + e.getCause()
                            + ": it needs software.amazon.awssdk:dynamodb-enhanced on its class path");
        } catch (ReflectiveOperationException | LinkageError e) {
            throw refused(className, "can't be read: " + e);
        }
    }

    private static DefinitionException refused(String className, String message) {
        return new DefinitionException(List.of(new DefinitionFault(Place.of(className), message)));
    }

    /** Lets through the platform and the records, which both sides share; all else is the project's. */
    private static final class RecordsOnly extends ClassLoader {
        private static final String SHARED = "dev.ensuregsis.engine.definition.";
        private static final String APART = "dev.ensuregsis.engine.definition.bean.";

        RecordsOnly() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith(SHARED) && !name.startsWith(APART)) {
                return Class.forName(name, false, ProjectBeans.class.getClassLoader());
            }
            throw new ClassNotFoundException(name);
        }
    }
}
