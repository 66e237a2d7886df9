package dev.ensuregsis.engine.internal.statetable;

import dev.ensuregsis.engine.internal.state.LockRules;
import dev.ensuregsis.engine.spi.LockOwner;
import dev.ensuregsis.engine.spi.StateException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One run's way to the lease of a state: it looks, waits where it is to, and writes its own token into the head. */
final class LeaseTaking {
    /** How often in the time of a lease it is looked at: its owner renews it three times in that. */
    private static final int LOOKS = 12;

    /** Some half a minute. */
    private static final int MOST_FAILURES = 12;

    private final StateRequests requests;
    private final TableTime time;
    private final LockRules rules;
    private final Asking asking;
    private final String place;

    private final String token;
    private @Nullable Watch watch;
    private @Nullable Long firstSentNanos;
    private Instant firstSentWall = Instant.EPOCH;
    private boolean told;
    private int failures;

    LeaseTaking(StateRequests requests, TableTime time, LockRules rules, String place) {
        this.requests = requests;
        this.time = time;
        this.rules = rules;
        this.asking = new Asking(time, place);
        this.place = place;
        this.token = time.draw();
    }

    /**
     * What was taken.
     *
     * @param head with this run's token in it
     * @param holding from when its time counts
     * @param from whose it was, where it had stood still; null if it was nobody's
     */
    record Taken(Head head, Holding holding, @Nullable LockOwner from) {}

    /**
     * Takes the lease.
     *
     * @throws StateException.Locked if another run has it that lives, or if that is not to be found out
     */
    Taken take(StateKey key, Duration lasts, boolean mayWait) {
        LeasesHere.begin(token);
        try {
            return taken(key, lasts, mayWait);
        } catch (RuntimeException | Error e) {
            LeasesHere.end(token);
            throw e;
        }
    }

    private Taken taken(StateKey key, Duration lasts, boolean mayWait) {
        var begun = time.nanoTime();
        LockOwner from = null;
        while (true) {
            var head = asking.ask(() -> requests.head(key));
            if (head.filter(found -> found.isHeldBy(token)).isPresent()) {
                return new Taken(head.get(), holding(lasts), from);
            }
            var sight = Watch.look(watch, head, time.nanoTime());
            if (sight instanceof Sight.Free free) {
                from = null;
                tryToTake(key, free.head(), lasts);
            } else if (sight instanceof Sight.StoodStill still) {
                from = still.lease().owner();
                tryToTake(key, still.head(), lasts);
            } else if (sight instanceof Sight.Lives lives) {
                watch = lives.watch();
                refuseUnless(mayWait && isPatient(lives.lease(), begun), lives.lease(), begun);
                waitFor(lives.lease(), lives.lease().lasts());
            } else if (sight instanceof Sight.Unmoved unmoved) {
                watch = unmoved.watch();
                refuseUnless(mayWait, unmoved.lease(), begun);
                waitFor(unmoved.lease(), unmoved.left());
            }
        }
    }

    /** What was sent may have been done, whatever was answered: the next look shows it. */
    private void tryToTake(StateKey key, @Nullable Head follows, Duration lasts) {
        var owner = LockOwner.thisProcess(rules.activity(), time.now()).withJob();
        var lease = new Lease(token, lasts, owner);
        if (firstSentNanos == null) {
            firstSentNanos = time.nanoTime();
            firstSentWall = time.now();
        }
        var head = follows == null ? Head.first(key, time.draw(), lease) : follows.taken(lease);
        try {
            requests.put(head, follows);
        } catch (StateTableException e) {
            if (e.fault() instanceof StateTableFault.Passing && ++failures < MOST_FAILURES) {
                asking.pause(Pauses.after(failures, time));
            } else if (!(e.fault() instanceof StateTableFault.ConditionFailed)) {
                throw asking.meaning(e.fault());
            }
        }
    }

    /** From the first sending, since that may be the one which has landed. */
    private Holding holding(Duration lasts) {
        return new Holding(firstSentNanos == null ? time.nanoTime() : firstSentNanos, firstSentWall, lasts);
    }

    private boolean isPatient(Lease lease, long begun) {
        var patience = LeasesHere.has(lease) ? rules.withinJvm() : rules.betweenProcesses();
        return waited(begun).compareTo(patience) < 0;
    }

    private Duration waited(long begun) {
        return Duration.ofNanos(time.nanoTime() - begun);
    }

    private void refuseUnless(boolean mayGoOn, Lease lease, long begun) {
        if (!mayGoOn) {
            var patient = !rules.betweenProcesses().isZero();
            throw patient
                    ? new StateException.Locked(place, lease.owner(), waited(begun))
                    : new StateException.Locked(place, lease.owner());
        }
    }

    private void waitFor(Lease lease, Duration left) {
        if (!told) {
            told = true;
            rules.whenWaiting().accept(Optional.of(lease.owner()));
        }
        var pace = lease.lasts().dividedBy(LOOKS);
        asking.pause(pace.compareTo(left) < 0 ? pace : left);
    }
}
