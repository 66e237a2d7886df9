package dev.ensuregsis.engine.definition;

import java.util.List;
import java.util.stream.Collectors;

/** Definitions that can't be used: every fault that was found in them, in one go. Nothing has been touched. */
public final class DefinitionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<DefinitionFault> faults;

    /**
     * Makes the exception; its message is one line per fault.
     *
     * @param faults what is wrong; at least one
     */
    public DefinitionException(List<DefinitionFault> faults) {
        super(faults.stream().map(DefinitionFault::toString).collect(Collectors.joining(System.lineSeparator())));
        this.faults = List.copyOf(faults);
    }

    /**
     * What is wrong.
     *
     * @return the faults, in the order of the files
     */
    public List<DefinitionFault> faults() {
        return faults;
    }
}
