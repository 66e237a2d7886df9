package dev.ensuregsis.engine.definition.internal.document;

import dev.ensuregsis.engine.definition.DefinitionException;
import dev.ensuregsis.engine.definition.DefinitionFault;
import java.util.List;

/**
 * How large a document may be, so that none exhausts memory or the stack. Each is far above what a person or a tool
 * writes: the largest CloudFormation template is 1 MB, large Terraform states have some ten.
 */
final class Limits {
    static final int MAX_BYTES = 32 << 20;
    static final int MAX_YAML_CHARS = 4 << 20;
    static final int MAX_DEPTH = 100;
    static final int MAX_NODES = 1_000_000;

    private final String source;
    private int nodes;

    Limits(String source) {
        this.source = source;
    }

    /** Counts one node, aliases' copies included, and refuses what is too many or too deep. */
    void enter(Position position, int depth) {
        if (depth > MAX_DEPTH) {
            throw refused(position, "nested deeper than " + MAX_DEPTH + " levels");
        }
        if (++nodes > MAX_NODES) {
            throw refused(Position.root(source), "more than " + MAX_NODES + " values (YAML aliases counted each time)");
        }
    }

    static DefinitionException refused(Position position, String message) {
        return new DefinitionException(List.of(new DefinitionFault(position.place(), message)));
    }
}
