package dev.ensuregsis.engine;

import dev.ensuregsis.engine.check.CheckJournal;
import dev.ensuregsis.engine.check.CheckListener;
import dev.ensuregsis.engine.check.CheckReport;
import dev.ensuregsis.engine.check.Sample;
import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.event.CouldNotLookException;
import dev.ensuregsis.engine.internal.check.Checking;
import dev.ensuregsis.engine.internal.check.Means;
import dev.ensuregsis.engine.internal.check.Orders;
import dev.ensuregsis.engine.internal.reconcile.SystemTimeline;
import dev.ensuregsis.engine.internal.reconcile.Timeline;
import dev.ensuregsis.engine.spi.RetryPolicies;
import dev.ensuregsis.engine.spi.TableItems;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Reads the items of tables and counts, for each index that is defined or there, which of them it holds, which it leaves
 * out by design, and which it leaves out although they have what its key asks for. It can't change anything. Immutable;
 * closes nothing that it was given.
 */
public final class ItemCheck {
    private final TableItems items;
    private final Builder options;

    private ItemCheck(Builder options) {
        this.items = options.items;
        this.options = options;
    }

    /**
     * Starts the configuration of a check.
     *
     * @param items where to read
     * @return a builder with all defaults: every item, half of what each table has, any account
     */
    public static Builder of(TableItems items) {
        return new Builder(items);
    }

    /**
     * Reads, and counts.
     *
     * @param definitions the tables, and the indexes that are to fit them
     * @return what was found; a table that could not be read is in it, not an exception
     * @throws CouldNotLookException if DynamoDB could not be asked, or the tables belong to another account than expected
     * @throws InterruptedException if the thread is interrupted; the journal has what was read
     */
    public CheckReport check(Definitions definitions) throws InterruptedException {
        try (var timeline = new SystemTimeline()) {
            return check(definitions, timeline, new SplittableRandom());
        }
    }

    /** The same in another time, as a simulation needs it. */
    CheckReport check(Definitions definitions, Timeline timeline, RandomGenerator random) throws InterruptedException {
        var means = new Means(items, timeline, random, policies(), options.journal);
        var orders = new Orders(
                id -> isSelected(definitions, id), options.sample, options.readCapacity, options.expectedAccount);
        return new Checking(means, orders, options.listener).check(options.selection.of(definitions));
    }

    private RetryPolicies policies() {
        if (options.retryPolicies != null) {
            return options.retryPolicies;
        }
        return items.isLocal() ? RetryPolicies.localDefaults() : RetryPolicies.defaults();
    }

    /** Of the indexes that a table has: those that are selected; one that is defined, and not selected, isn't. */
    private boolean isSelected(Definitions definitions, IndexId id) {
        return options.selection.selects(id) && !definitions.indexIds().contains(id);
    }

    /** Configures a check. Not thread-safe; {@link #build()} copies. */
    public static final class Builder {
        private final TableItems items;
        private Selection selection = Selection.ALL;
        private Sample sample = Sample.ALL;
        private @Nullable Integer readCapacity;
        private @Nullable String expectedAccount;
        private @Nullable RetryPolicies retryPolicies;
        private CheckJournal journal = CheckJournal.NONE;
        private CheckListener listener = CheckListener.SILENT;

        private Builder(TableItems items) {
            this.items = Objects.requireNonNull(items, "items");
        }

        /**
         * Which tables and indexes; an index that is there and not defined counts if it is selected.
         *
         * @param selected the selection
         * @return this
         */
        public Builder selection(Selection selected) {
            this.selection = Objects.requireNonNull(selected, "selection");
            return this;
        }

        /**
         * How many items of each table.
         *
         * @param read how many
         * @return this
         */
        public Builder sample(Sample read) {
            this.sample = Objects.requireNonNull(read, "sample");
            return this;
        }

        /**
         * How much of a table's read capacity is taken.
         *
         * @param unitsPerSecond read units a second and table, at least 1; null for half of what the table has
         * @return this
         * @throws IllegalArgumentException if it is less than 1
         */
        public Builder readCapacity(@Nullable Integer unitsPerSecond) {
            if (unitsPerSecond != null && unitsPerSecond < 1) {
                throw new IllegalArgumentException("readCapacity must be at least 1, not " + unitsPerSecond);
            }
            this.readCapacity = unitsPerSecond;
            return this;
        }

        /**
         * Whose tables they have to be.
         *
         * @param account 12 digits; null for any
         * @return this
         */
        public Builder expectedAccount(@Nullable String account) {
            this.expectedAccount = account;
            return this;
        }

        /**
         * How often and how long after each class of error a call is sent again. By default those of
         * {@link RetryPolicies#defaults()}, or {@link RetryPolicies#localDefaults()} where an emulator is asked.
         *
         * @param policies the policies
         * @return this
         */
        public Builder retryPolicies(RetryPolicies policies) {
            this.retryPolicies = Objects.requireNonNull(policies, "retryPolicies");
            return this;
        }

        /**
         * What keeps misfits and places.
         *
         * @param keeper the journal
         * @return this
         */
        public Builder journal(CheckJournal keeper) {
            this.journal = Objects.requireNonNull(keeper, "journal");
            return this;
        }

        /**
         * Who is told.
         *
         * @param told the listener
         * @return this
         */
        public Builder listener(CheckListener told) {
            this.listener = Objects.requireNonNull(told, "listener");
            return this;
        }

        /**
         * Makes the check.
         *
         * @return a check of what this says now
         * @throws IllegalArgumentException if a setting can't be meant: an account that isn't 12 digits
         */
        public ItemCheck build() {
            EngineOptions.refuseUnlessAccount(expectedAccount);
            var copy = new Builder(items);
            copy.selection = selection;
            copy.sample = sample;
            copy.readCapacity = readCapacity;
            copy.expectedAccount = expectedAccount;
            copy.retryPolicies = retryPolicies;
            copy.journal = journal;
            copy.listener = listener;
            return new ItemCheck(copy);
        }
    }
}
