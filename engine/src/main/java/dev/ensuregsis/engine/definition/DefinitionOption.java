package dev.ensuregsis.engine.definition;

/**
 * What completes definitions and only their user can say. Messages that ask for one call it by the name under which it
 * is given.
 *
 * @see DefinitionReader.Builder#optionNames
 */
public enum DefinitionOption {
    /** {@link DefinitionReader.Builder#parameters}. */
    PARAMETERS("parameters"),
    /** {@link DefinitionReader.Builder#tableNames}. */
    TABLE_NAMES("tableNames"),
    /** {@link DefinitionReader.Builder#stacks}. */
    STACK("stacks"),
    /** {@link DefinitionReader.Builder#account}. */
    ACCOUNT("account"),
    /** {@link DefinitionReader.Builder#region}. */
    REGION("region"),
    /** {@link DefinitionReader.Builder#strict}. */
    STRICT_DEFINITIONS("strict");

    private final String builderMethod;

    DefinitionOption(String builderMethod) {
        this.builderMethod = builderMethod;
    }

    /**
     * The method of {@link DefinitionReader.Builder} that takes it.
     *
     * @return the method's name
     */
    public String builderMethod() {
        return builderMethod;
    }
}
