package dev.ensuregsis.engine.definition;

import java.util.List;

/** Tables that were made in memory. */
record TablesSource(List<TableDefinition> tables) implements DefinitionSource {}
