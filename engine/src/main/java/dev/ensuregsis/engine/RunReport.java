package dev.ensuregsis.engine;

import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.IndexReport;
import dev.ensuregsis.engine.event.TableFailure;
import dev.ensuregsis.engine.state.Target;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run did.
 *
 * @param runId names this run in logs and reports
 * @param target what it was about
 * @param startedAt when it began
 * @param endedAt when it ended
 * @param ending how it ended
 * @param isSuccessful whether every index that the run was to ensure is ACTIVE; in a run that only retries failed ones,
 *     each that had failed
 * @param indexes every defined index that the run was to work on, in the order of the definitions
 * @param failedTables tables without any index that could not be made
 * @param abortedBy why it ended early; null unless {@link Ending#ABORTED}
 * @param archive where the state file was put away; null if it was not
 */
public record RunReport(
        String runId,
        Target target,
        Instant startedAt,
        Instant endedAt,
        Ending ending,
        boolean isSuccessful,
        List<IndexReport> indexes,
        List<TableFailure> failedTables,
        @Nullable Failure abortedBy,
        @Nullable Path archive) {

    /** Copies the lists. */
    public RunReport {
        indexes = List.copyOf(indexes);
        failedTables = List.copyOf(failedTables);
    }

    /** How a run ended. */
    public enum Ending {
        /** Each index it was to work on is ACTIVE or failed. */
        COMPLETE,
        /** It was told not to wait: what could be started is building. */
        LEFT_BUILDING,
        /** It was told to stop waiting at a time that came. */
        TIMED_OUT,
        /** An error that every further call would have met. */
        ABORTED,
        /** It was interrupted. */
        INTERRUPTED
    }

    /**
     * The indexes of one outcome.
     *
     * @param outcome which
     * @return the indexes, in order
     */
    public List<IndexReport> with(IndexReport.Outcome outcome) {
        return indexes.stream().filter(index -> index.outcome() == outcome).toList();
    }
}
