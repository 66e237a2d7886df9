package dev.ensuregsis.junit.internal;

import dev.ensuregsis.engine.definition.DefinitionReader;
import java.util.Map;

/**
 * What the build supplies to the templates that it reads.
 *
 * @param parameters {@code gsi.parameters}: values of parameters and variables, by name
 * @param tableNames {@code gsi.tableNames}: real names of tables, by logical id
 */
record TemplateValues(Map<String, String> parameters, Map<String, String> tableNames) {

    /** Copies the maps. */
    TemplateValues {
        parameters = Map.copyOf(parameters);
        tableNames = Map.copyOf(tableNames);
    }

    DefinitionReader reader() {
        return DefinitionReader.builder()
                .parameters(parameters)
                .tableNames(tableNames)
                .build();
    }
}
