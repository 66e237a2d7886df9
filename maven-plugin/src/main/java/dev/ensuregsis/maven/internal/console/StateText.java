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
            case CHOOSE_ONE ->
                wrong.getMessage() + " To take the file into the table: gsi.importState=true; to leave it alone:"
                        + " gsi.importState=false.";
            case MEND_TABLE ->
                wrong.getMessage() + " To have a missing table made: gsi.createStateTable=true; to keep the state in a"
                        + " file: gsi.state=file.";
            case RUN_AGAIN -> String.valueOf(wrong.getMessage());
        };
    }
}
