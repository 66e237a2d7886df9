package dev.ensuregsis.engine;

import dev.ensuregsis.engine.control.ControlPlane;
import dev.ensuregsis.engine.control.LiveTable;
import dev.ensuregsis.engine.reconcile.Survey.Sight;
import dev.ensuregsis.engine.state.Target;
import java.util.Collection;
import java.util.Optional;

/** Which DynamoDB a survey has seen: what the client says, and the account of the first table that shows it. */
final class Targets {
    private Targets() {}

    static Target of(ControlPlane controlPlane, Collection<Sight> sights) {
        var account = sights.stream()
                .flatMap(sight -> Optional.ofNullable(sight.table()).flatMap(LiveTable::accountId).stream())
                .findFirst()
                .orElse(null);
        var target = controlPlane.target();
        return new Target(account, target.region(), target.endpoint());
    }
}
