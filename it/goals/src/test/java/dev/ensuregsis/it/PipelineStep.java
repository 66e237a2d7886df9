package dev.ensuregsis.it;

import java.util.Map;

/** What a job of a pipeline does, whatever server runs it. */
sealed interface PipelineStep {

    /** Whether it is done although one before it has failed. */
    default boolean always() {
        return false;
    }

    /** Brings back the newest folder that was saved under a key that starts so; nothing if there is none. */
    record Restore(String path, String keyPrefix) implements PipelineStep {}

    /** Runs a script, with what it finds in its environment besides. */
    record Shell(String script, Map<String, String> environment) implements PipelineStep {}

    /** Keeps a folder for later jobs. */
    record Save(String path, String key, Overwrite overwrite, boolean always) implements PipelineStep {}

    /** What comes of a folder that is saved under a key that is taken. */
    enum Overwrite {
        /** It is what later jobs find. */
        REPLACES,
        /** It is dropped. */
        IS_REFUSED
    }

    /** Hands a file to whoever reads the job. */
    record Publish(String path, boolean always) implements PipelineStep {}
}
