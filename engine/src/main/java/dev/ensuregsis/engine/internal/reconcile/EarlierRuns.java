package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.internal.state.Ledger;
import dev.ensuregsis.engine.spi.FailureKind;
import dev.ensuregsis.engine.spi.GsiEntry;
import dev.ensuregsis.engine.spi.GsiStatus;
import dev.ensuregsis.engine.spi.RaisedCapacity;
import dev.ensuregsis.engine.spi.StateContents;
import dev.ensuregsis.engine.spi.StoredState;
import dev.ensuregsis.engine.spi.Target;
import dev.ensuregsis.engine.spi.Undertaking;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What earlier runs left, as a run, a plan or a status takes it: an immutable picture. Whoever looks at it changes nothing.
 *
 * @param found what a look at the state found
 * @param failed the indexes that are still failed under the definitions of now
 * @param failedBefore the indexes that an earlier run gave up, a changed definition or not
 */
public record EarlierRuns(StoredState found, Set<IndexId> failed, Set<IndexId> failedBefore) {

    /** Copies the sets. */
    public EarlierRuns {
        failed = Set.copyOf(failed);
        failedBefore = Set.copyOf(failedBefore);
    }

    /**
     * Sees what was found against what is defined now.
     *
     * @param found what a look at the state found
     * @param definitions everything that is defined
     * @param selected which of it the run is about
     * @param scriptName who runs
     * @return the picture
     */
    public static EarlierRuns of(
            StoredState found, Definitions definitions, Predicate<IndexId> selected, String scriptName) {
        var ledger = new Ledger(found, scriptName);
        var failedBefore = failedOnes(ledger);
        if (failedBefore.isEmpty()) {
            // Whatever is defined, nothing fails by that.
            return new EarlierRuns(found, Set.of(), Set.of());
        }
        ledger.define(definitions, selected);
        return new EarlierRuns(found, failedOnes(ledger), failedBefore);
    }

    private static Set<IndexId> failedOnes(Ledger ledger) {
        return ledger.all().stream()
                .filter(entry -> entry.status() == GsiStatus.FAILED)
                .map(GsiEntry::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Whether there is anything to know from: what is damaged, or was never there, says nothing.
     *
     * @return true if so
     */
    public boolean areKnown() {
        return found.contents().isPresent();
    }

    /**
     * The DynamoDB that they were about.
     *
     * @return as far as it is recorded
     */
    public Target target() {
        return found.contents().map(StateContents::target).orElse(Target.UNKNOWN);
    }

    /**
     * What is recorded of an index.
     *
     * @param id which
     * @return its entry; empty if there is none
     */
    public Optional<GsiEntry> entry(IndexId id) {
        return found.contents().flatMap(contents -> contents.entry(id));
    }

    /**
     * The capacity that an index has for its build.
     *
     * @param id which
     * @return what was raised and not lowered; empty if nothing is recorded
     */
    public Optional<RaisedCapacity> raised(IndexId id) {
        return entry(id).map(GsiEntry::undertaking).map(Undertaking::raised);
    }

    /**
     * Until when an index would not be created.
     *
     * @param id which
     * @param now what time it is
     * @param rules which know how late a call may take effect
     * @return when a deletion that was sent can no longer take effect; empty if none may
     */
    public Optional<Instant> heldUntil(IndexId id, Instant now, RunRules rules) {
        return entry(id)
                .flatMap(entry -> Hold.left(entry.undertaking().notBefore(), now, rules.latestCall()))
                .map(left -> now.plus(left).truncatedTo(ChronoUnit.SECONDS));
    }

    /**
     * What a run may do for an index.
     *
     * @param id which
     * @param retryFailed whether the run only retries what failed
     * @return its standing at the beginning
     */
    public Standing standing(IndexId id, boolean retryFailed) {
        if (retryFailed) {
            return failedBefore.contains(id) ? Standing.WANTED : Standing.NOT_THIS_RUN;
        }
        return failed.contains(id) && !failedOverWhatWasThere(id) ? Standing.FAILED_BEFORE : Standing.WANTED;
    }

    /** Whether it is there still shows when its table is looked at, as for one that never failed: it fails again, or is made. */
    private boolean failedOverWhatWasThere(IndexId id) {
        return entry(id)
                .map(GsiEntry::failureKind)
                .filter(kind -> kind == FailureKind.DIFFERS || kind == FailureKind.BEING_DELETED)
                .isPresent();
    }
}
