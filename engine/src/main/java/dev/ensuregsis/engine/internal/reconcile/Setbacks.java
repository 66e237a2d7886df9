package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.internal.retry.Failures;
import dev.ensuregsis.engine.spi.RetryClass;
import dev.ensuregsis.engine.spi.RetryPolicies;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What follows on a setback of a change: another try after a delay, or, when the tries are used up, a last look. */
final class Setbacks {
    private final RetryPolicies policies;
    private final RandomGenerator random;
    private final Journal journal;

    Setbacks(RetryPolicies policies, RandomGenerator random, Journal journal) {
        this.policies = policies;
        this.random = random;
        this.journal = journal;
    }

    /** Looks again after a delay, and then tries again if the policy of the setback's class allows another try. */
    Next lookAgain(TableWork table, List<? extends Work> works, RetryClass retryClass, Failure failure) {
        return count(works, retryClass, failure)
                .<Next>map(delay -> new Next.Look(table, delay, Next.Purpose.DECIDE))
                .orElseGet(() -> usedUp(table, works, retryClass, failure));
    }

    /** Counts a setback, and says when to try again; empty if the tries are used up. */
    Optional<Duration> count(List<? extends Work> works, RetryClass retryClass, Failure failure) {
        var policy = policies.of(retryClass);
        var times = 0;
        var usedUp = false;
        for (var work : works) {
            times = work.setback(retryClass, policy.usesAttempt());
            usedUp |= times >= policy.maxAttempts()
                    || (policy.usesAttempt() && work.failedAttempts() >= policies.maxAttempts());
        }
        if (usedUp) {
            return Optional.empty();
        }
        var delay = policy.delayAfter(times, random);
        if (policy.usesAttempt()) {
            indexes(works).forEach(index -> {
                index.refused(failure);
                journal.attemptFailed(index, failure, delay);
            });
        }
        return Optional.of(delay);
    }

    /** The last call may have landed, so there is one more look before they are given up, late enough to show it. */
    Next usedUp(TableWork table, List<? extends Work> works, RetryClass retryClass, Failure failure) {
        var tries = works.stream()
                .mapToInt(work -> Math.max(work.setbacks(retryClass), work.failedAttempts()))
                .max()
                .orElse(0);
        var why = Failures.triesUsedUp(failure, tries);
        var indexes = indexes(works);
        if (indexes.isEmpty()) {
            return new Next.GiveUp(table, works, why);
        }
        indexes.forEach(index -> index.exhausted(why));
        return new Next.Look(table, policies.of(retryClass).cap(), Next.Purpose.DECIDE);
    }

    private static List<IndexWork> indexes(List<? extends Work> works) {
        return works.stream()
                .filter(IndexWork.class::isInstance)
                .map(IndexWork.class::cast)
                .toList();
    }
}
