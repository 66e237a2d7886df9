package dev.ensuregsis.engine;

import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.event.CouldNotLookException;
import dev.ensuregsis.engine.event.GsiListener;
import dev.ensuregsis.engine.internal.control.SdkControlPlane;
import dev.ensuregsis.engine.internal.reconcile.SystemTimeline;
import dev.ensuregsis.engine.internal.reconcile.Timeline;
import dev.ensuregsis.engine.spi.CapacityControl;
import dev.ensuregsis.engine.spi.ControlPlane;
import dev.ensuregsis.engine.spi.IndexRemoval;
import dev.ensuregsis.engine.spi.ProgressSource;
import dev.ensuregsis.engine.spi.RetryPolicies;
import dev.ensuregsis.engine.spi.StateStore;
import dev.ensuregsis.engine.state.GsiStateManager;
import dev.ensuregsis.engine.state.StateStores;
import java.time.Duration;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Ensures that global secondary indexes exist and are ACTIVE. Immutable; one instance may be used for several runs, one
 * at a time. Closes nothing that it was given.
 */
public final class GsiEngine {
    /** How long a table may refuse its next change while nothing on it changes, where nothing else is said. */
    public static final Duration DEFAULT_STALL_TIMEOUT = Duration.ofHours(1);

    private final EngineParts parts;
    private final EngineOptions options;

    private GsiEngine(EngineParts parts, EngineOptions options) {
        this.parts = parts;
        this.options = options;
    }

    /**
     * Starts the configuration of an engine.
     *
     * @return a builder with all defaults
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Creates what is missing and waits until it is ACTIVE.
     *
     * @param definitions what is wanted
     * @return what became of it; a failed index is in the report, not an exception
     */
    public RunReport ensure(Definitions definitions) {
        try (var timeline = new SystemTimeline()) {
            return ensure(definitions, timeline, new SplittableRandom());
        }
    }

    /**
     * The same in another time, as a simulation needs it.
     *
     * @param definitions what is wanted
     * @param timeline where time comes from
     * @param random where jitter comes from
     * @return what became of it
     */
    RunReport ensure(Definitions definitions, Timeline timeline, RandomGenerator random) {
        return new Run(RunScope.ensuring(definitions, options.selection()), parts, options, timeline, random).report();
    }

    /**
     * An engine that can delete, with this one's settings. This one still can't.
     *
     * @param removal how indexes are deleted
     * @return the engine
     */
    public RemovalEngine removing(IndexRemoval removal) {
        return new RemovalEngine(parts.with(Objects.requireNonNull(removal, "removal")), options);
    }

    /**
     * Says what {@link #ensure} would do. Changes nothing and takes no lock.
     *
     * @param definitions what is wanted
     * @return the plan
     * @throws CouldNotLookException if DynamoDB could not be asked, or a run would not begin: the account, or what the state
     *     is about, is another than expected
     * @throws InterruptedException if the thread is interrupted
     */
    public Plan plan(Definitions definitions) throws InterruptedException {
        try (var timeline = new SystemTimeline()) {
            return plan(definitions, timeline, new SplittableRandom());
        }
    }

    /** The same in another time. */
    Plan plan(Definitions definitions, Timeline timeline, RandomGenerator random) throws InterruptedException {
        return new Planner(parts, options).plan(definitions, timeline, random);
    }

    /**
     * Compares the state file with the live tables. Changes nothing and takes no lock.
     *
     * @param definitions what is wanted
     * @return the comparison; if DynamoDB could not be asked, or isn't the one that is meant, the state's side alone and why
     * @throws InterruptedException if the thread is interrupted
     */
    public StatusReport status(Definitions definitions) throws InterruptedException {
        try (var timeline = new SystemTimeline()) {
            return status(definitions, timeline, new SplittableRandom());
        }
    }

    /** The same in another time. */
    StatusReport status(Definitions definitions, Timeline timeline, RandomGenerator random)
            throws InterruptedException {
        return new Comparison(parts, options).status(definitions, timeline, random);
    }

    /** Configures an engine. Not thread-safe; {@link #build()} copies. */
    public static final class Builder {
        private @Nullable ControlPlane controlPlane;
        private @Nullable StateStore store;
        private Runnable takeOver = () -> {};
        private GsiListener listener = GsiListener.SILENT;
        private ProgressSource progress = ProgressSource.NONE;
        private boolean createTables;
        private boolean retryFailed;
        private boolean waitForActive = true;
        private @Nullable Duration timeout;
        private Duration stallTimeout = DEFAULT_STALL_TIMEOUT;
        private Selection selection = Selection.ALL;
        private @Nullable String expectedAccount;
        private Duration progressInterval = Duration.ofMinutes(1);
        private @Nullable RetryPolicies retryPolicies;
        private @Nullable CapacityControl capacity;
        private @Nullable Long backfillWrite;

        private Builder() {}

        /**
         * Talks to DynamoDB through this client. Required, unless {@link #controlPlane} is given.
         *
         * @param client a client; its own retries should be few, see the page on retries
         * @return this
         */
        public Builder client(DynamoDbClient client) {
            return controlPlane(new SdkControlPlane(Objects.requireNonNull(client, "client")));
        }

        /**
         * Talks to this control plane instead of a client.
         *
         * @param controlPlane a control plane
         * @return this
         */
        public Builder controlPlane(ControlPlane controlPlane) {
            this.controlPlane = Objects.requireNonNull(controlPlane, "controlPlane");
            return this;
        }

        /**
         * Keeps its state here. Default: in memory, gone with the engine.
         *
         * @param store the store; stays the caller's to close
         * @return this
         */
        public Builder stateStore(StateStore store) {
            this.store = Objects.requireNonNull(store, "stateStore");
            this.takeOver = () -> {};
            return this;
        }

        /**
         * Keeps its state where a manager keeps it, which hands it over when a run begins.
         *
         * @param state the manager; stays the caller's to close
         * @return this
         */
        public Builder state(GsiStateManager state) {
            this.store = Objects.requireNonNull(state, "state").store();
            this.takeOver = state::handOver;
            return this;
        }

        /**
         * Tells this listener what happens. Default: nobody.
         *
         * @param listener the listener
         * @return this
         */
        public Builder listener(GsiListener listener) {
            this.listener = Objects.requireNonNull(listener, "listener");
            return this;
        }

        /**
         * Asks here how far an index has come. Default: nobody, so that a run estimates it.
         *
         * @param progress knows it
         * @return this
         */
        public Builder progress(ProgressSource progress) {
            this.progress = Objects.requireNonNull(progress, "progress");
            return this;
        }

        /**
         * Creates missing tables too, each with all its indexes in one call. Default: false.
         *
         * @param createTables whether to
         * @return this
         */
        public Builder createTables(boolean createTables) {
            this.createTables = createTables;
            return this;
        }

        /**
         * Tries only the indexes that failed before; pending ones stay pending. Default: false.
         *
         * @param retryFailed whether to
         * @return this
         */
        public Builder retryFailed(boolean retryFailed) {
            this.retryFailed = retryFailed;
            return this;
        }

        /**
         * Waits until what was started is ACTIVE. Default: true. False: starts what can be started, and returns.
         *
         * @param waitForActive whether to
         * @return this
         */
        public Builder waitForActive(boolean waitForActive) {
            this.waitForActive = waitForActive;
            return this;
        }

        /**
         * Stops waiting after this long, state kept. Default: null, never.
         *
         * @param timeout a positive duration, or null
         * @return this
         */
        public Builder timeout(@Nullable Duration timeout) {
            this.timeout = timeout;
            return this;
        }

        /**
         * Gives a table up that refuses its next change (it is in use, or one index of it at a time) while nothing on it
         * changes for this long. One that builds is never given up, nor one that waits for the account's limits or for
         * DynamoDB to take more calls. Default: an hour.
         *
         * @param stallTimeout a positive duration
         * @return this
         */
        public Builder stallTimeout(Duration stallTimeout) {
            this.stallTimeout = Objects.requireNonNull(stallTimeout, "stallTimeout");
            return this;
        }

        /**
         * Works on these only. Default: all.
         *
         * @param selection which tables and indexes
         * @return this
         */
        public Builder selection(Selection selection) {
            this.selection = Objects.requireNonNull(selection, "selection");
            return this;
        }

        /**
         * Stops before any change if the tables belong to another account. Default: null, any.
         *
         * @param accountId 12 digits, or null
         * @return this
         */
        public Builder expectedAccount(@Nullable String accountId) {
            this.expectedAccount = accountId;
            return this;
        }

        /**
         * How often {@link dev.ensuregsis.engine.event.GsiEvent.Waiting} is told per table. Default: one minute.
         *
         * @param interval a duration; zero to be told at each look
         * @return this
         */
        public Builder progressInterval(Duration interval) {
            this.progressInterval = Objects.requireNonNull(interval, "progressInterval");
            return this;
        }

        /**
         * How often and how long to try again after each class of error. Default:
         * {@link RetryPolicies#defaults()}, on a local endpoint {@link RetryPolicies#localDefaults()}.
         *
         * @param retryPolicies the policies
         * @return this
         */
        public Builder retryPolicies(RetryPolicies retryPolicies) {
            this.retryPolicies = Objects.requireNonNull(retryPolicies, "retryPolicies");
            return this;
        }

        /**
         * Lowers write capacity that was raised for a build, by this engine's runs or by earlier ones that their state
         * tells of. Default: null, no capacity is changed.
         *
         * @param control how capacity is changed
         * @return this
         */
        public Builder capacityControl(@Nullable CapacityControl control) {
            this.capacity = control;
            return this;
        }

        /**
         * Builds each index of a provisioned table with at least this write capacity, and lowers it to what it is to have
         * when it is ACTIVE; needs {@link #capacityControl}. Default: null, each is built with its own.
         *
         * @param units write capacity units, at least 1, or null
         * @return this
         */
        public Builder backfillWriteCapacity(@Nullable Long units) {
            this.backfillWrite = units;
            return this;
        }

        /**
         * Makes the engine.
         *
         * @return the engine
         * @throws IllegalStateException if neither a client nor a control plane was given
         * @throws IllegalArgumentException if a setting can't be meant: a timeout that isn't positive, a negative
         *     interval, an account that isn't 12 digits
         */
        public GsiEngine build() {
            if (controlPlane == null) {
                throw new IllegalStateException("give the engine a client or a control plane");
            }
            if (backfillWrite != null && capacity == null) {
                throw new IllegalStateException(
                        "backfillWriteCapacity needs a capacityControl: what is raised for a build has to be lowered");
            }
            var options = new EngineOptions(
                    createTables,
                    retryFailed,
                    waitForActive,
                    timeout,
                    stallTimeout,
                    selection,
                    expectedAccount,
                    progressInterval,
                    retryPolicies,
                    backfillWrite);
            var kept = store == null ? StateStores.inMemory("ensure-gsis") : store;
            return new GsiEngine(
                    new EngineParts(controlPlane, kept, listener, takeOver, null, capacity, progress), options);
        }
    }
}
