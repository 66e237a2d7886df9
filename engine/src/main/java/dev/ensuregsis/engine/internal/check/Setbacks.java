package dev.ensuregsis.engine.internal.check;

import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.NextStep;
import dev.ensuregsis.engine.event.NextStep.Kind;
import dev.ensuregsis.engine.internal.reconcile.Moment;
import dev.ensuregsis.engine.internal.retry.Circumstances;
import dev.ensuregsis.engine.internal.retry.Circumstances.Operation;
import dev.ensuregsis.engine.internal.retry.ErrorClass;
import dev.ensuregsis.engine.internal.retry.ErrorClassifier;
import dev.ensuregsis.engine.internal.retry.Failures;
import dev.ensuregsis.engine.spi.ControlPlaneFault;
import dev.ensuregsis.engine.spi.FailureKind;
import dev.ensuregsis.engine.spi.RetryClass;
import dev.ensuregsis.engine.spi.RetryPolicies;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What follows on a page that could not be read: each class of error is counted by itself, and part by part. */
final class Setbacks {
    /** For so long a table may refuse every page for what it takes. */
    static final Duration LONGEST_THROTTLING = Duration.ofMinutes(30);

    private final String tableName;
    private final RetryPolicies policies;
    private final RandomGenerator random;
    private final Map<Integer, Map<RetryClass, Integer>> inARow = new HashMap<>();
    private Moment lastPage;

    Setbacks(String tableName, RetryPolicies policies, RandomGenerator random, Moment begun) {
        this.tableName = tableName;
        this.policies = policies;
        this.random = random;
        this.lastPage = begun;
    }

    /** What follows. */
    sealed interface Consequence {}

    /** The same page again, after a delay. */
    record Again(Duration delay, boolean throttled) implements Consequence {}

    /** The table can't be read; perhaps no other can. */
    record Fails(Failure failure, boolean endsAll) implements Consequence {}

    void arrived(int part, Moment now) {
        inARow.remove(part);
        lastPage = now;
    }

    Consequence add(int part, ControlPlaneFault fault, Moment now) {
        var meaning = ErrorClassifier.classify(fault, new Circumstances(Operation.SCAN, tableName, false, true));
        return meaning.match(new After(part, fault, now));
    }

    private final class After implements ErrorClass.Cases<Consequence> {
        private final int part;
        private final ControlPlaneFault fault;
        private final Moment now;

        After(int part, ControlPlaneFault fault, Moment now) {
            this.part = part;
            this.fault = fault;
            this.now = now;
        }

        private Consequence again(RetryClass retryClass) {
            int tries = inARow.computeIfAbsent(part, one -> new EnumMap<>(RetryClass.class))
                    .merge(retryClass, 1, Integer::sum);
            var policy = policies.of(retryClass);
            return tries >= policy.maxAttempts()
                    ? new Fails(Failures.triesUsedUp(Failures.passing(fault), tries), false)
                    : new Again(policy.delayAfter(tries, random), retryClass == RetryClass.THROTTLING);
        }

        @Override
        public Consequence slowDown(ErrorClass.SlowDown slowDown) {
            var refused = now.since(lastPage);
            return refused.compareTo(LONGEST_THROTTLING) >= 0
                    ? new Fails(throttledForGood(refused), false)
                    : again(RetryClass.THROTTLING);
        }

        private Failure throttledForGood(Duration refused) {
            var last = Failures.passing(fault);
            return new Failure(
                    FailureKind.TRIES_USED_UP,
                    last.code(),
                    last.message(),
                    "DynamoDB has served no page of the table for " + refused.toMinutes()
                            + " min: others take all of its read capacity.",
                    true,
                    NextStep.of(Kind.TRY_LATER));
        }

        @Override
        public Consequence backOff(ErrorClass.BackOff backOff) {
            return again(backOff.retryClass());
        }

        /** Only changes are. */
        @Override
        public Consequence heldBack(ErrorClass.HeldBack heldBack) {
            return again(RetryClass.SERVER_ERROR);
        }

        /** A look or a change can meet with these, a scan doesn't; if one does, it is an error like others. */
        @Override
        public Consequence wait(ErrorClass.Wait wait) {
            return again(RetryClass.SERVER_ERROR);
        }

        @Override
        public Consequence fewerTables(ErrorClass.FewerTables fewer) {
            return again(RetryClass.SERVER_ERROR);
        }

        @Override
        public Consequence exists(ErrorClass.Exists exists) {
            return again(RetryClass.SERVER_ERROR);
        }

        @Override
        public Consequence gone(ErrorClass.Gone gone) {
            return again(RetryClass.SERVER_ERROR);
        }

        @Override
        public Consequence stopIndex(ErrorClass.StopIndex stop) {
            var said = stop.failure();
            return new Fails(
                    new Failure(
                            said.kind(),
                            said.code(),
                            said.message(),
                            "DynamoDB refuses to read the table; the same call would be refused again.",
                            said.waitingHelps(),
                            NextStep.of(Kind.REPORT)),
                    false);
        }

        @Override
        public Consequence stopTable(ErrorClass.StopTable stop) {
            return new Fails(stop.failure(), false);
        }

        @Override
        public Consequence abortRun(ErrorClass.AbortRun abort) {
            return new Fails(abort.failure(), true);
        }
    }
}
