package dev.ensuregsis.engine.definition.internal.environment;

import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.TableDefinition;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A table that was read, before it is decided whether this run is about it.
 *
 * @param table the table, or indexes of it
 * @param environment where it is deployed
 * @param isRecorded whether the environment is only where the table was looked at: it tells two apart, and doesn't keep
 *     the definition from being used elsewhere
 * @param isComplete whether the definition has all indexes of the table, so that no other one completes it
 * @param address what its file calls it
 */
public record Candidate(
        TableDefinition table, Environment environment, boolean isRecorded, boolean isComplete, String address) {

    /** Whether both are complete, and have other indexes. */
    boolean isAnotherThan(Candidate other) {
        return isComplete && other.isComplete && !indexNames().equals(other.indexNames());
    }

    private Set<String> indexNames() {
        return table.indexes().stream().map(IndexDefinition::name).collect(Collectors.toSet());
    }

    /** What and where it is, in words for a message. */
    String description() {
        return address + " (" + table.place() + ") is of " + environment;
    }
}
