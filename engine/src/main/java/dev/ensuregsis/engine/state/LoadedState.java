package dev.ensuregsis.engine.state;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** What lay in the state directory when the manager looked. */
public sealed interface LoadedState {

    /**
     * Where it lay.
     *
     * @return the state file
     */
    Path file();

    /**
     * What the user should know about it.
     *
     * @param scriptName who runs now
     * @return a sentence; empty if all is well
     */
    Optional<String> warning(String scriptName);

    /**
     * A state file that is resumed.
     *
     * @param file where it lies
     * @param scriptName who made it
     * @param createdAt when it was made
     * @param updatedAt when it was last written
     * @param summary what it held
     */
    record Resumed(Path file, String scriptName, Instant createdAt, Instant updatedAt, StateSummary summary)
            implements LoadedState {

        static Resumed of(Path file, StateDocument document) {
            return new Resumed(
                    file, document.scriptName(), document.createdAt(), document.updatedAt(), document.summary());
        }

        @Override
        public Optional<String> warning(String runningName) {
            return scriptName.equals(runningName)
                    ? Optional.empty()
                    : Optional.of("The state file " + file + " was made by \"" + scriptName + "\", this is \""
                            + runningName + "\". If they are two deployments, give each a state directory of its own"
                            + " (gsi.stateDir).");
        }

        /**
         * Its times and summary, in words.
         *
         * @return one line
         */
        public String description() {
            return "created " + Timestamps.format(createdAt) + ", updated " + Timestamps.format(updatedAt) + ", "
                    + summary;
        }

        @Override
        public String toString() {
            return "Loaded state from " + file + ": " + description();
        }
    }

    /**
     * A state file that can't be used. It is put aside at the first change; the run goes on by looking at DynamoDB.
     *
     * @param file where it lay
     * @param reason what is wrong with it
     * @param line where, from 1
     * @param column where in that line, from 1
     */
    record Damaged(Path file, String reason, int line, int column) implements LoadedState {
        @Override
        public Optional<String> warning(String runningName) {
            return Optional.of(this + ". It is put aside before anything is changed; what exists is found by looking.");
        }

        @Override
        public String toString() {
            return "The state file " + file + " is damaged at line " + line + ", column " + column + ": " + reason;
        }
    }
}
