package dev.ensuregsis.engine;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.event.IndexReport;
import dev.ensuregsis.engine.event.IndexReport.Outcome;
import dev.ensuregsis.engine.internal.reconcile.EarlierRuns;
import java.util.Set;

/**
 * What a run that only retries what failed had to retry.
 *
 * @param stateIsKnown whether there was a state of earlier runs to know it from
 * @param failedBefore the indexes that had failed
 */
public record Retry(boolean stateIsKnown, Set<IndexId> failedBefore) {

    /** Copies the set. */
    public Retry {
        failedBefore = Set.copyOf(failedBefore);
    }

    static Retry of(EarlierRuns earlierRuns) {
        return new Retry(earlierRuns.areKnown(), earlierRuns.failedBefore());
    }

    /** A retry is about what failed; without a state it can't know what did. */
    boolean mayStayPending(IndexReport index) {
        return stateIsKnown && index.outcome() == Outcome.PENDING && !failedBefore.contains(index.id());
    }
}
