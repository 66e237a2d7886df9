package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.internal.retry.ErrorClass;
import dev.ensuregsis.engine.internal.retry.Failures;
import dev.ensuregsis.engine.spi.RetryClass;
import dev.ensuregsis.engine.spi.RetryPolicies;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The looks at one table that failed in a row, and the one policy for a look that fails, wherever it does: each class of
 * error is counted by itself, and throttling is never used up.
 */
final class FailedLooks {
    private final Map<RetryClass, Integer> inARow = new EnumMap<>(RetryClass.class);

    /** A look has succeeded. */
    void clear() {
        inARow.clear();
    }

    /** What follows on a look that failed. */
    sealed interface Consequence {
        <R> R match(Cases<R> cases);

        /** Another look, after a delay. */
        record LookAgain(Duration delay, Failure passing) implements Consequence {
            @Override
            public <R> R match(Cases<R> cases) {
                return cases.lookAgain(this);
            }
        }

        /** No look at this table will do better. */
        record TableFails(Failure failure) implements Consequence {
            @Override
            public <R> R match(Cases<R> cases) {
                return cases.tableFails(this);
            }
        }

        /** No look at all will do better. */
        record RunEnds(Failure failure) implements Consequence {
            @Override
            public <R> R match(Cases<R> cases) {
                return cases.runEnds(this);
            }
        }

        /** A case for each kind. */
        interface Cases<R> {
            R lookAgain(LookAgain again);

            R tableFails(TableFails fails);

            R runEnds(RunEnds ends);
        }
    }

    /**
     * Counts a failed look and says what follows.
     *
     * @param refused what came of it
     * @param answeredBefore whether any call of the run has had an answer: before that, a broken connection is borne for
     *     fewer tries
     * @param policies how often and how long
     * @param random where jitter comes from
     */
    Consequence add(
            Caller.Result.Refused<?> refused, boolean answeredBefore, RetryPolicies policies, RandomGenerator random) {
        return refused.meaning().match(new Meaning(refused, answeredBefore, policies, random));
    }

    private final class Meaning implements ErrorClass.Cases<Consequence> {
        private final Caller.Result.Refused<?> refused;
        private final boolean answeredBefore;
        private final RetryPolicies policies;
        private final RandomGenerator random;

        Meaning(
                Caller.Result.Refused<?> refused,
                boolean answeredBefore,
                RetryPolicies policies,
                RandomGenerator random) {
            this.refused = refused;
            this.answeredBefore = answeredBefore;
            this.policies = policies;
            this.random = random;
        }

        private Consequence again(RetryClass ofClass, RetryClass boundedBy) {
            int tries = inARow.merge(ofClass, 1, Integer::sum);
            var passing = Failures.passing(refused.fault());
            return tries >= policies.of(boundedBy).maxAttempts()
                    ? new Consequence.RunEnds(Failures.triesUsedUp(passing, tries))
                    : new Consequence.LookAgain(policies.of(RetryClass.LOOK).delayAfter(tries, random), passing);
        }

        @Override
        public Consequence slowDown(ErrorClass.SlowDown slowDown) {
            int times = inARow.merge(RetryClass.THROTTLING, 1, Integer::sum);
            return new Consequence.LookAgain(
                    policies.of(RetryClass.THROTTLING).delayAfter(times, random), Failures.passing(refused.fault()));
        }

        @Override
        public Consequence backOff(ErrorClass.BackOff backOff) {
            var nobodyYet = backOff.retryClass() == RetryClass.NO_ANSWER && !answeredBefore;
            return again(backOff.retryClass(), nobodyYet ? RetryClass.NO_ANSWER : RetryClass.LOOK);
        }

        @Override
        public Consequence wait(ErrorClass.Wait wait) {
            return again(RetryClass.TABLE_BUSY, RetryClass.LOOK);
        }

        @Override
        public Consequence fewerTables(ErrorClass.FewerTables fewer) {
            return again(RetryClass.TABLES_IN_FLIGHT, RetryClass.LOOK);
        }

        @Override
        public Consequence exists(ErrorClass.Exists exists) {
            return again(RetryClass.LOOK, RetryClass.LOOK);
        }

        /** No look is ever held back. */
        @Override
        public Consequence heldBack(ErrorClass.HeldBack heldBack) {
            return again(RetryClass.LOOK, RetryClass.LOOK);
        }

        @Override
        public Consequence gone(ErrorClass.Gone gone) {
            return again(RetryClass.LOOK, RetryClass.LOOK);
        }

        @Override
        public Consequence stopIndex(ErrorClass.StopIndex stop) {
            return new Consequence.TableFails(stop.failure());
        }

        @Override
        public Consequence stopTable(ErrorClass.StopTable stop) {
            return new Consequence.TableFails(stop.failure());
        }

        @Override
        public Consequence abortRun(ErrorClass.AbortRun abort) {
            return new Consequence.RunEnds(abort.failure());
        }
    }
}
