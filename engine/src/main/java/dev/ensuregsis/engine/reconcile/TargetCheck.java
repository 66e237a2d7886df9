package dev.ensuregsis.engine.reconcile;

import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.state.Target;
import java.util.Optional;

/** Says whether the account, region and endpoint that the first looks found are the ones that are meant. */
@FunctionalInterface
public interface TargetCheck {

    /**
     * Checks. Called once, on the loop's thread, before any change and before anything is recorded.
     *
     * @param target what was found; the account is null where neither a table nor the credentials tell it
     * @return why the run must not go on; empty if it may
     */
    Optional<Failure> objection(Target target);
}
