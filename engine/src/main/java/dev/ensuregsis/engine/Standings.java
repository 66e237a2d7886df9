package dev.ensuregsis.engine;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.reconcile.Standing;
import dev.ensuregsis.engine.state.GsiEntry;
import dev.ensuregsis.engine.state.GsiStateManager;
import dev.ensuregsis.engine.state.GsiStatus;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a run may do for each index, from what the state says of earlier runs.
 *
 * @param failedBefore the indexes that an earlier run gave up, a changed definition or not
 * @param of the standing of each index
 */
record Standings(Set<IndexId> failedBefore, Function<IndexId, Standing> of) {

    /** Reads them before the state learns of changed definitions, which make a failed index pending again. */
    static Set<IndexId> failedBefore(GsiStateManager state) {
        return state.getAllGsis().stream()
                .filter(entry -> entry.status() == GsiStatus.FAILED)
                .map(GsiEntry::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    static Standings of(GsiStateManager state, Set<IndexId> failedBefore, boolean retryFailed) {
        return new Standings(failedBefore, id -> {
            if (retryFailed) {
                return failedBefore.contains(id) ? Standing.WANTED : Standing.NOT_THIS_RUN;
            }
            var stillFailed = state.getGsiStatus(id.tableName(), id.indexName())
                    .filter(entry -> entry.status() == GsiStatus.FAILED)
                    .isPresent();
            return stillFailed ? Standing.FAILED_BEFORE : Standing.WANTED;
        });
    }
}
