package dev.ensuregsis.engine;

import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.reconcile.TargetCheck;
import dev.ensuregsis.engine.state.GsiStateManager;
import dev.ensuregsis.engine.state.StateException;
import dev.ensuregsis.engine.state.Target;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets a run change something only where it was meant to: in the account that the user named, and in the one that the
 * state file is about.
 */
final class RightTarget implements TargetCheck {
    private final GsiStateManager state;
    private final @Nullable String expectedAccount;
    private final boolean local;

    RightTarget(GsiStateManager state, @Nullable String expectedAccount, boolean local) {
        this.state = state;
        this.expectedAccount = expectedAccount;
        this.local = local;
    }

    @Override
    public Optional<Failure> objection(Target target) {
        var recorded = state.recordedTarget().map(Target::accountId).orElse(null);
        var account = target.accountId();
        if (expectedAccount != null && account != null && !expectedAccount.equals(account)) {
            return Optional.of(otherAccount(account, expectedAccount));
        }
        var toCompareWith = expectedAccount != null ? expectedAccount : recorded;
        if (account == null && toCompareWith != null && !local) {
            return Optional.of(unknownAccount(toCompareWith));
        }
        try {
            state.recordTarget(target);
            return Optional.empty();
        } catch (StateException e) {
            return Optional.of(new Failure(
                    "OtherTarget", String.valueOf(e.getMessage()), "Nothing was changed.", false, nextStep()));
        }
    }

    private static Failure otherAccount(String account, String expected) {
        return new Failure(
                "OtherAccount",
                "the credentials lead to account " + account + ", but gsi.account is " + expected,
                "Nothing was changed.",
                false,
                "Use the credentials of account " + expected + " (gsi.profile), or correct gsi.account.");
    }

    private static Failure unknownAccount(String expected) {
        return new Failure(
                "UnknownAccount",
                "it can't be told which account the credentials belong to, and this run is to be about account "
                        + expected,
                "None of the tables exists yet, and neither the credentials nor sts:GetCallerIdentity tell the account."
                        + " Nothing was changed.",
                false,
                "Allow sts:GetCallerIdentity, or check the credentials; then run again.");
    }

    private static String nextStep() {
        return "Use the account, region and endpoint that the state is about, or keep a second state beside it:"
                + " gsi.stateDir.";
    }
}
