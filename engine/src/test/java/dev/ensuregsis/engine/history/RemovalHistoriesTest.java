package dev.ensuregsis.engine.history;

import dev.ensuregsis.local.FewerAtTheDesk;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/**
 * Whatever goes wrong while indexes are deleted and replaced, nothing goes that was not named, nothing that is not what was
 * shown, nothing that is not on record; and in the end what was named is as it was to be. See {@link RemovalPlay}.
 */
@AddLifecycleHook(FewerAtTheDesk.class)
class RemovalHistoriesTest {

    @Property(tries = 500, seed = "20261126")
    void every_removal_keeps_the_promises(@ForAll("histories") History history) {
        RemovalPlay.play(history);
    }

    /** No index keeps the capacity that it had for its build, whoever died, and whoever else has changed it. */
    @Property(tries = 300, seed = "20261126")
    void no_capacity_is_left_raised(@ForAll("histories") History history) {
        CapacityPlay.play(history);
    }

    @Provide
    Arbitrary<History> histories() {
        return Combinators.combine(
                        Arbitraries.longs(),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.of(Trouble.class).set())
                .as(History::new);
    }
}
