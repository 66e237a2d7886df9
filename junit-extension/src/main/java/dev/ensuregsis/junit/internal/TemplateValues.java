package dev.ensuregsis.junit.internal;

import dev.ensuregsis.engine.definition.DefinitionOption;
import dev.ensuregsis.engine.definition.DefinitionReader;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the build supplies to the definitions that it reads.
 *
 * @param parameters {@code gsi.parameters}: values of parameters and variables, by name
 * @param tableNames {@code gsi.tableNames}: real names of tables, by logical id
 * @param stacks {@code gsi.stack}: the stacks, stages or workspaces that are meant; empty for all
 * @param account {@code gsi.account}: the account that is meant; null for any
 * @param region {@code gsi.region}: the region that is meant; null for any
 * @param strict {@code gsi.strictDefinitions}: whether what isn't read is refused
 */
record TemplateValues(
        Map<String, String> parameters,
        Map<String, String> tableNames,
        List<String> stacks,
        @Nullable String account,
        @Nullable String region,
        boolean strict) {

    /** Copies the collections. */
    TemplateValues {
        parameters = Map.copyOf(parameters);
        tableNames = Map.copyOf(tableNames);
        stacks = List.copyOf(stacks);
    }

    DefinitionReader reader() {
        return DefinitionReader.builder()
                .parameters(parameters)
                .tableNames(tableNames)
                .stacks(stacks)
                .account(account)
                .region(region)
                .strict(strict)
                .optionNames(TemplateValues::property)
                .build();
    }

    private static String property(DefinitionOption option) {
        return switch (option) {
            case PARAMETERS -> "gsi.parameters";
            case TABLE_NAMES -> "gsi.tableNames";
            case STACK -> "gsi.stack";
            case ACCOUNT -> "gsi.account";
            case REGION -> "gsi.region";
            case STRICT_DEFINITIONS -> "gsi.strictDefinitions";
        };
    }
}
