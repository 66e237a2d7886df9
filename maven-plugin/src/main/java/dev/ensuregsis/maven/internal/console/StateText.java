package dev.ensuregsis.maven.internal.console;

import dev.ensuregsis.engine.spi.StateException;

/** What is wrong with a state, and by which option it is helped here. */
public final class StateText {
    private StateText() {}

    /**
     * The message for a reader.
     *
     * @param wrong what is wrong
     * @return what was said, and what to do
     */
    public static String of(StateException wrong) {
        return switch (wrong.remedy()) {
            case WAIT_OR_KEEP_APART, MAKE_WRITABLE, OTHER_VERSION, KEEP_APART ->
                wrong.getMessage() + " Another folder for the state: gsi.stateDir.";
            case FINISH_OR_FORCE ->
                wrong.getMessage() + " To finish: gsi:create; to archive it as it is: gsi.force=true.";
            case RUN_AGAIN -> String.valueOf(wrong.getMessage());
        };
    }
}
