package dev.ensuregsis.engine.reconcile;

import dev.ensuregsis.engine.control.ControlPlane;
import dev.ensuregsis.engine.control.LiveTable;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.retry.ErrorClass;
import dev.ensuregsis.engine.retry.Failures;
import dev.ensuregsis.engine.retry.RetryClass;
import dev.ensuregsis.engine.retry.RetryPolicies;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One look at each of several tables, side by side, with retries; for plans and status. Changes nothing. */
public final class Survey {
    private final Timeline timeline;
    private final Caller caller;
    private final RetryPolicies policies;
    private final RandomGenerator random;
    private final Map<String, Integer> failedLooks = new HashMap<>();
    private final Map<String, Sight> sights = new LinkedHashMap<>();
    private @Nullable Failure abortedBy;

    /**
     * Makes a survey.
     *
     * @param controlPlane where to look
     * @param policies how often and how long after each class of error
     * @param timeline time
     * @param random where jitter comes from
     */
    public Survey(ControlPlane controlPlane, RetryPolicies policies, Timeline timeline, RandomGenerator random) {
        this.timeline = timeline;
        this.caller = new Caller(controlPlane, timeline, event -> {});
        this.policies = policies;
        this.random = random;
    }

    /**
     * Looks at tables.
     *
     * @param tableNames which
     * @return what was seen of each
     * @throws InterruptedException if the thread is interrupted
     * @throws CouldNotLook if an error came that every look would meet
     */
    public Map<String, Sight> lookAt(Collection<String> tableNames) throws InterruptedException {
        tableNames.forEach(this::look);
        timeline.runUntil(() -> abortedBy != null || sights.size() == tableNames.size());
        if (abortedBy != null) {
            throw new CouldNotLook(abortedBy);
        }
        return sights;
    }

    private void look(String tableName) {
        caller.look(tableName, result -> {
            if (result instanceof Caller.Result.Done<Optional<LiveTable>> done) {
                sights.put(tableName, new Sight(done.value().orElse(null), null));
            } else if (result instanceof Caller.Result.Refused<Optional<LiveTable>> refused) {
                onRefused(tableName, refused);
            }
        });
    }

    private void onRefused(String tableName, Caller.Result.Refused<?> refused) {
        var error = refused.meaning();
        if (error instanceof ErrorClass.AbortRun abort) {
            abortedBy = abort.failure();
        } else if (error instanceof ErrorClass.StopTable stop) {
            sights.put(tableName, new Sight(null, stop.failure()));
        } else if (error instanceof ErrorClass.StopIndex stop) {
            sights.put(tableName, new Sight(null, stop.failure()));
        } else {
            var retryClass = error instanceof ErrorClass.SlowDown ? RetryClass.THROTTLING : RetryClass.LOOK;
            var policy = policies.of(retryClass);
            var inARow = failedLooks.merge(tableName, 1, Integer::sum);
            if (inARow >= policy.maxAttempts()) {
                abortedBy = Failures.triesUsedUp(Failures.passing(refused.fault()), inARow);
            } else {
                timeline.schedule(policy.delayAfter(inARow, random), () -> look(tableName));
            }
        }
    }

    /**
     * What was seen of one table.
     *
     * @param table the table; null if there is none, or it could not be looked at
     * @param failure why it could not be looked at; null if it was
     */
    public record Sight(@Nullable LiveTable table, @Nullable Failure failure) {}

    /** DynamoDB could not be asked. */
    public static final class CouldNotLook extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Failure failure;

        CouldNotLook(Failure failure) {
            super(failure.summary());
            this.failure = failure;
        }

        /**
         * Why.
         *
         * @return the failure
         */
        public Failure failure() {
            return failure;
        }
    }
}
