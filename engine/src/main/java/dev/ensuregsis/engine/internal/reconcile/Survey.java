package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.event.CouldNotLookException;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.internal.reconcile.FailedLooks.Consequence;
import dev.ensuregsis.engine.spi.ControlPlane;
import dev.ensuregsis.engine.spi.LiveTable;
import dev.ensuregsis.engine.spi.RetryPolicies;
import dev.ensuregsis.engine.spi.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One look at each of several tables, side by side, with retries; for plans and status. Changes nothing. */
public final class Survey {
    private final Target withoutAccount;
    private final Timeline timeline;
    private final Caller caller;
    private final RetryPolicies policies;
    private final RandomGenerator random;
    private final Map<String, FailedLooks> failedLooks = new HashMap<>();
    private final Map<String, Seen> seen = new LinkedHashMap<>();
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
        this.withoutAccount = controlPlane.target();
        this.timeline = timeline;
        this.caller = new Caller(new Reach(controlPlane, null, null), timeline, event -> {});
        this.policies = policies;
        this.random = random;
    }

    /**
     * Looks at those of the tables that it hasn't looked at.
     *
     * @param tableNames which
     * @return what was seen, all that was looked at before included
     * @throws InterruptedException if the thread is interrupted
     * @throws CouldNotLookException if an error came that every look would meet
     */
    public Surveyed lookAt(Collection<String> tableNames) throws InterruptedException {
        tableNames.stream().filter(name -> !seen.containsKey(name)).forEach(this::look);
        timeline.runUntil(() -> abortedBy != null || seen.keySet().containsAll(tableNames));
        if (abortedBy != null) {
            throw new CouldNotLookException(abortedBy, caller.unexpected());
        }
        return new Surveyed(target(), seen);
    }

    /** What is known of the target without a call. */
    Target withoutAccount() {
        return withoutAccount;
    }

    /**
     * Asks whose the credentials are, for where no table tells it.
     *
     * @return the account; null if it can't be told
     * @throws InterruptedException if the thread is interrupted
     */
    public @Nullable String callerAccount() throws InterruptedException {
        var told = new ArrayList<Optional<String>>();
        caller.account(told::add);
        timeline.runUntil(() -> !told.isEmpty());
        return told.get(0).orElse(null);
    }

    /** What the client says, and the account of the first table that shows it. */
    private Target target() {
        var account = seen.values().stream()
                .flatMap(one -> Optional.ofNullable(one.table()).flatMap(LiveTable::accountId).stream())
                .findFirst()
                .orElse(null);
        return new Target(account, withoutAccount.region(), withoutAccount.endpoint());
    }

    private void look(String tableName) {
        caller.look(tableName, result -> {
            if (result instanceof Caller.Result.Done<Optional<LiveTable>> done) {
                seen.put(tableName, new Seen(done.value().orElse(null), null));
            } else if (result instanceof Caller.Result.Refused<Optional<LiveTable>> refused) {
                onRefused(tableName, refused);
            }
        });
    }

    private void onRefused(String tableName, Caller.Result.Refused<?> refused) {
        failedLooks
                .computeIfAbsent(tableName, table -> new FailedLooks())
                .add(refused, caller.wasAnswered(), policies, random)
                .match(new After(tableName))
                .run();
    }

    /** What is done after a look that failed. */
    private final class After implements Consequence.Cases<Runnable> {
        private final String tableName;

        After(String tableName) {
            this.tableName = tableName;
        }

        @Override
        public Runnable lookAgain(Consequence.LookAgain again) {
            return () -> timeline.schedule(again.delay(), () -> look(tableName));
        }

        @Override
        public Runnable tableFails(Consequence.TableFails fails) {
            return () -> seen.put(tableName, new Seen(null, fails.failure()));
        }

        @Override
        public Runnable runEnds(Consequence.RunEnds ends) {
            return () -> abortedBy = ends.failure();
        }
    }

    /**
     * What was seen of several tables.
     *
     * @param target where
     * @param tables each table by its name
     */
    public record Surveyed(Target target, Map<String, Seen> tables) {

        /** Copies the map. */
        public Surveyed {
            tables = Map.copyOf(tables);
        }

        /**
         * The same in an account.
         *
         * @param accountId which; null if it isn't known
         * @return the tables, of that account
         */
        public Surveyed of(@Nullable String accountId) {
            return new Surveyed(new Target(accountId, target.region(), target.endpoint()), tables);
        }
    }

    /**
     * What was seen of one table.
     *
     * @param table the table; null if there is none, or it could not be looked at
     * @param failure why it could not be looked at; null if it was
     */
    public record Seen(@Nullable LiveTable table, @Nullable Failure failure) {}
}
