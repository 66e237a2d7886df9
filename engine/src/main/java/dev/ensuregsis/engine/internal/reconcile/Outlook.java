package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.event.CouldNotLookException;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.internal.reconcile.Survey.Surveyed;
import dev.ensuregsis.engine.spi.LiveTable;
import dev.ensuregsis.engine.spi.StateContents;
import dev.ensuregsis.engine.spi.StateException;
import dev.ensuregsis.engine.spi.StateStore;
import dev.ensuregsis.engine.spi.StoredState;
import dev.ensuregsis.engine.spi.Target;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a run finds out before it begins, for a plan or a status: the tables, whose they are, and what the state keeps of
 * them; with the same objections, so that none of them takes for good what a run refuses. Changes nothing.
 */
public final class Outlook {
    private final Definitions about;
    private final Survey survey;
    private final StateStore store;
    private final @Nullable String expectedAccount;
    private final boolean local;

    /**
     * Makes one.
     *
     * @param about what is defined; the state isn't read if it is kept in one of its tables
     * @param survey looks at the tables
     * @param store where the state is kept
     * @param expectedAccount the account that the user named; null for any
     * @param local whether the endpoint is an emulator
     */
    public Outlook(
            Definitions about, Survey survey, StateStore store, @Nullable String expectedAccount, boolean local) {
        this.about = about;
        this.survey = survey;
        this.store = store;
        this.expectedAccount = expectedAccount;
        this.local = local;
    }

    /**
     * Reads what the state says before the account is known.
     *
     * @return what it says
     * @throws InterruptedException if the thread is interrupted
     */
    public StoredState kept() throws InterruptedException {
        return read(survey.withoutAccount());
    }

    private StoredState read(Target target) throws InterruptedException {
        OwnTable.refuse(about, store, target);
        try {
            return store.read(target);
        } catch (StateException.Interrupted interrupted) {
            throw interrupted.asInterruption();
        }
    }

    /**
     * Looks at tables, whatever the state says.
     *
     * @param tables which
     * @return what was found
     * @throws InterruptedException if the thread is interrupted
     * @throws CouldNotLookException if an error came that every look would meet
     */
    public Bearings take(Collection<String> tables) throws InterruptedException {
        return take(kept(), kept -> tables);
    }

    /**
     * Looks.
     *
     * @param first what the state says before the account is known
     * @param tables the tables to look at, by what is kept
     * @return what was found
     * @throws InterruptedException if the thread is interrupted
     * @throws CouldNotLookException if an error came that every look would meet
     */
    public Bearings take(StoredState first, Function<StoredState, Collection<String>> tables)
            throws InterruptedException {
        var surveyed = survey.lookAt(tables.apply(first));
        if (surveyed.target().accountId() == null
                && (isUntold(first) || rightTarget(first).lacksAccount(surveyed.target()))) {
            surveyed = surveyed.of(survey.callerAccount());
        }
        var kept = first;
        if (isUntold(first)) {
            kept = read(surveyed.target());
            surveyed = survey.lookAt(tables.apply(kept)).of(surveyed.target().accountId());
        }
        return new Bearings(surveyed, kept, objection(surveyed, kept).orElse(null));
    }

    /** Where not one look succeeded, a run tells the failures and that is all. */
    private Optional<Failure> objection(Surveyed surveyed, StoredState kept) {
        var tables = surveyed.tables().values();
        if (!tables.isEmpty() && tables.stream().allMatch(table -> table.failure() != null)) {
            return Optional.empty();
        }
        var account = surveyed.target().accountId();
        return rightTarget(kept)
                .objection(surveyed.target())
                .or(() -> isUntold(kept) ? RightTarget.stateLacksAccount(store.place(), account) : Optional.empty())
                .or(() -> live(surveyed)
                        .flatMap(table -> RightTarget.objection(table, account).stream())
                        .findFirst());
    }

    private static Stream<LiveTable> live(Surveyed surveyed) {
        return surveyed.tables().values().stream().map(Survey.Seen::table).filter(Objects::nonNull);
    }

    private static boolean isUntold(StoredState kept) {
        return kept instanceof StoredState.AccountFirst;
    }

    private RightTarget rightTarget(StoredState kept) {
        var recorded = kept.contents().map(StateContents::target).orElse(Target.UNKNOWN);
        return new RightTarget(expectedAccount, recorded, store.place(), local);
    }

    /**
     * What was found.
     *
     * @param surveyed the tables
     * @param kept what the state says of them
     * @param objection why a run would not begin; null if it would
     */
    public record Bearings(
            Surveyed surveyed, StoredState kept, @Nullable Failure objection) {

        /**
         * These, if a run would begin with them.
         *
         * @return these
         * @throws CouldNotLookException if there is an objection
         */
        public Bearings orRefused() {
            if (objection != null) {
                throw new CouldNotLookException(objection);
            }
            return this;
        }
    }
}
