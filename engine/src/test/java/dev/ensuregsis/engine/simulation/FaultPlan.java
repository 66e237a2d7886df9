package dev.ensuregsis.engine.simulation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/** What goes wrong with which call. */
@FunctionalInterface
public interface FaultPlan {

    /** Nothing ever. */
    FaultPlan NONE = kind -> Fault.NONE;

    /** The fate of the call that is made now. */
    Fault next(CallRecord.Kind kind);

    /** Each call has this chance of meeting one of these faults, until they cease. */
    static FaultPlan random(
            Set<FaultKind> kinds, double chance, Instant until, InstantSource clock, RandomGenerator random) {
        var forMutations = kinds.stream().sorted().toList();
        var forLooks = forMutations.stream().filter(FaultKind::befallsLooks).toList();
        return kind -> {
            List<FaultKind> possible = kind == CallRecord.Kind.LOOK ? forLooks : forMutations;
            boolean befalls = random.nextDouble() < chance && clock.instant().isBefore(until);
            return befalls && !possible.isEmpty() ? Draw.oneOf(random, possible).draw(random) : Fault.NONE;
        };
    }

    /** The first looks meet these faults, one each, whatever else is planned. */
    default FaultPlan beginningWith(List<FaultKind> faults, RandomGenerator random) {
        var ahead = new ArrayDeque<>(faults);
        return kind -> kind == CallRecord.Kind.LOOK && !ahead.isEmpty()
                ? ahead.remove().draw(random)
                : next(kind);
    }

    /** Whether STS says whose the credentials are. */
    default boolean tellsCaller() {
        return true;
    }

    /** The same where STS may not be asked: a table tells the account, or nothing does. */
    default FaultPlan withoutCaller() {
        var same = this;
        return new FaultPlan() {
            @Override
            public Fault next(CallRecord.Kind kind) {
                return same.next(kind);
            }

            @Override
            public boolean tellsCaller() {
                return false;
            }
        };
    }

    /** From an instant on every call hears that the credentials are no longer good. */
    default FaultPlan withCredentialsUntil(Instant expiry, InstantSource clock) {
        return kind -> clock.instant().isBefore(expiry) ? next(kind) : Credentials.EXPIRED;
    }
}
