package dev.ensuregsis.it;

import java.util.Map;

/** What a job of a pipeline does, whatever server runs it. */
sealed interface PipelineStep {

    /** Whether it is done although one before it has failed. */
    default boolean always() {
        return false;
    }

    /** Runs a script, with what it finds in its environment besides. */
    record Shell(String script, Map<String, String> environment) implements PipelineStep {}

    /** Hands a file to whoever reads the job. */
    record Publish(String path, boolean always) implements PipelineStep {}
}
