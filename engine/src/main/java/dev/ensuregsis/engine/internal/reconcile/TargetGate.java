package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.spi.LiveTable;
import dev.ensuregsis.engine.spi.Target;
import java.util.Optional;

/**
 * Closed until the account is known and checked: by the ARN of the first table that a look finds, or, where no look
 * finds one, by the credentials. Every further table's ARN has to say the same. Used by the loop's thread only.
 */
final class TargetGate {
    private RightTarget rightTarget;
    private Target target;
    private boolean open;

    /** Begins with what is known of the target without a call. */
    TargetGate(Target withoutAccount, RightTarget rightTarget) {
        this.target = withoutAccount;
        this.rightTarget = rightTarget;
    }

    Target target() {
        return target;
    }

    boolean isOpen() {
        return open;
    }

    /** The account is known now, or will never be. */
    void account(Optional<String> account) {
        account.ifPresent(known -> target = new Target(known, target.region(), target.endpoint()));
    }

    /** Whether it can't open for want of an account to check. */
    boolean lacksAccount() {
        return rightTarget.lacksAccount(target);
    }

    /** What the state is about is known only now. */
    void recorded(Target recorded) {
        rightTarget =
                new RightTarget(rightTarget.expectedAccount(), recorded, rightTarget.place(), rightTarget.local());
    }

    /** Opens, unless the account is not the one that is meant. */
    Optional<Failure> open() {
        var objection = rightTarget.objection(target);
        open = objection.isEmpty();
        return objection;
    }

    /** Why a table that was looked at can't belong to this run. The first that shows an account can tell it late. */
    Optional<Failure> objection(LiveTable table) {
        var known = target.accountId();
        if (known == null && table.accountId().isPresent()) {
            boolean begun = open;
            account(table.accountId());
            return begun ? open().map(RightTarget::tooLate) : open();
        }
        return known == null ? Optional.empty() : RightTarget.objection(table, known);
    }
}
