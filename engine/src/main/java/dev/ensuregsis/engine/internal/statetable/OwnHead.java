package dev.ensuregsis.engine.internal.statetable;

import java.util.Optional;

/**
 * The head of a state whose lease a run has.
 *
 * @param requests the table
 * @param token the run's own
 */
record OwnHead(StateRequests requests, String token) {

    /**
     * Changes it; gives back what an earlier try of the same run has made of it, if that has landed without an answer: then
     * it is there, though this one is refused.
     */
    Optional<Head> change(Head known, Head changed) {
        try {
            requests.put(changed, known);
            return Optional.empty();
        } catch (StateTableException e) {
            var there = e.fault() instanceof StateTableFault.ConditionFailed failed
                    ? failed.head().filter(actual -> actual.isHeldBy(token) || actual.isAsWritten(changed))
                    : Optional.<Head>empty();
            if (there.isEmpty()) {
                throw e;
            }
            return there;
        }
    }
}
