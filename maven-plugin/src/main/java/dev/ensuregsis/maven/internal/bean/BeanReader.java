package dev.ensuregsis.maven.internal.bean;

import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.maven.internal.option.RefusedException;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Reads the DynamoDbEnhanced classes that {@code gsi.beans} names. */
@FunctionalInterface
public interface BeanReader {

    /**
     * Reads the tables of classes.
     *
     * @param tableNames the table's name by the class's name
     * @return the tables
     * @throws dev.ensuregsis.engine.definition.DefinitionException with every class that isn't there or can't be read
     * @throws RefusedException if there is no project that could have classes
     * @throws IOException if what a class needs can't be resolved
     */
    List<TableDefinition> read(Map<String, String> tableNames) throws RefusedException, IOException;
}
