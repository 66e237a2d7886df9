package dev.ensuregsis.engine;

import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.event.IndexReport;
import dev.ensuregsis.engine.event.TableFailure;
import dev.ensuregsis.engine.spi.Target;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a run did.
 *
 * @param runId names this run in logs and reports
 * @param target what it was about
 * @param startedAt when it began
 * @param endedAt when it ended
 * @param ending how it ended
 * @param indexes every defined index that the run was to work on, in the order of the definitions
 * @param failedTables tables without any index that could not be made
 * @param waits what each table that the run had not done with was waiting for; none if it ended by itself
 * @param retry what there was to retry; null unless the run only retries what failed
 * @param abortedBy why it ended early; null unless {@link Ending#ABORTED}
 * @param thrown what was thrown, if the run was ended by a fault of a program: for those who look for its cause; else null
 * @param archive where the state was put away; null if it was not
 */
public record RunReport(
        String runId,
        Target target,
        Instant startedAt,
        Instant endedAt,
        Ending ending,
        List<IndexReport> indexes,
        List<TableFailure> failedTables,
        List<GsiEvent.Waiting> waits,
        @Nullable Retry retry,
        @Nullable Failure abortedBy,
        @Nullable Throwable thrown,
        @Nullable String archive) {

    /** Copies the lists. */
    public RunReport {
        indexes = List.copyOf(indexes);
        failedTables = List.copyOf(failedTables);
        waits = List.copyOf(waits);
    }

    /**
     * Of a run that left no table waiting.
     *
     * @param runId names this run in logs and reports
     * @param target what it was about
     * @param startedAt when it began
     * @param endedAt when it ended
     * @param ending how it ended
     * @param indexes every defined index that the run was to work on
     * @param failedTables tables without any index that could not be made
     * @param retry what there was to retry; null unless the run only retries what failed
     * @param abortedBy why it ended early; null unless {@link Ending#ABORTED}
     * @param thrown what was thrown, if the run was ended by a fault of a program; else null
     * @param archive where the state was put away; null if it was not
     */
    public RunReport(
            String runId,
            Target target,
            Instant startedAt,
            Instant endedAt,
            Ending ending,
            List<IndexReport> indexes,
            List<TableFailure> failedTables,
            @Nullable Retry retry,
            @Nullable Failure abortedBy,
            @Nullable Throwable thrown,
            @Nullable String archive) {
        this(
                runId,
                target,
                startedAt,
                endedAt,
                ending,
                indexes,
                failedTables,
                List.of(),
                retry,
                abortedBy,
                thrown,
                archive);
    }

    /**
     * Whether the run was green, and why.
     *
     * @return the verdict by the facts of this report
     */
    public Verdict verdict() {
        return Verdict.of(new Verdict.Facts(ending, indexes, failedTables, retry));
    }

    /**
     * Whether a build may go on.
     *
     * @return true if the verdict is green
     */
    public boolean isSuccessful() {
        return verdict().isGreen();
    }

    /**
     * Why the run was not green, for a person: what ended it, then each table and index that is not as it was to be, with
     * what that means and the next step.
     *
     * @return one text of some lines for each; none if all is as it was to be
     */
    public List<String> complaints() {
        return complaints(Failure::inFull);
    }

    /**
     * The same, for a reader who knows how the next step is taken here.
     *
     * @param words the words for a failure
     * @return one text for each
     */
    public List<String> complaints(Function<Failure, String> words) {
        return Complaints.of(this, words);
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
