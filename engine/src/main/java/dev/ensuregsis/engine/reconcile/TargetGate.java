package dev.ensuregsis.engine.reconcile;

import dev.ensuregsis.engine.control.ControlPlane;
import dev.ensuregsis.engine.control.LiveTable;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.state.Target;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Closed until the account is known and checked: by the ARN of the first table that a look finds, or, where no look
 * finds one, by the credentials. Every further table's ARN has to say the same. Used by the loop's thread only.
 */
final class TargetGate {
    private final TargetCheck check;
    private Target target;
    private boolean open;

    TargetGate(ControlPlane controlPlane, TargetCheck check) {
        this.check = check;
        this.target = controlPlane.target();
    }

    Target target() {
        return target;
    }

    boolean isOpen() {
        return open;
    }

    /** Opens, unless the account is not the one that is meant. */
    @Nullable
    Failure open(Optional<String> account) {
        account.ifPresent(known -> target = new Target(known, target.region(), target.endpoint()));
        var objection = check.objection(target);
        open = objection.isEmpty();
        return objection.orElse(null);
    }

    /** Why a table that was looked at later can't belong to this run. */
    @Nullable
    Failure objection(LiveTable table) {
        var account = table.accountId().orElse(null);
        if (account == null || account.equals(target.accountId())) {
            return null;
        }
        if (target.accountId() == null) {
            return open(Optional.of(account));
        }
        return new Failure(
                "OtherAccount",
                "table \"" + table.name() + "\" belongs to account " + account + ", but this run is about account "
                        + target.accountId(),
                "The credentials changed under the run.",
                false,
                "Check the credentials, then run again.");
    }
}
