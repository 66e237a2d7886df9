package dev.ensuregsis.maven.internal.goal;

import dev.ensuregsis.engine.spi.Target;
import dev.ensuregsis.maven.internal.aws.Connector;
import dev.ensuregsis.maven.internal.option.ConnectionOptions;
import dev.ensuregsis.maven.internal.option.RefusedException;
import dev.ensuregsis.maven.internal.option.StateChoice;
import java.io.IOException;
import javax.inject.Inject;
import javax.inject.Named;

/** Puts the state away. For a state file DynamoDB is asked nothing. */
@Named
public final class ArchiveGoal implements Goal {
    private final Connector connector;
    private final StateOpener states;

    @Inject
    ArchiveGoal(Connector connector, StateOpener states) {
        this.connector = connector;
        this.states = states;
    }

    @Override
    public String name() {
        return "archive";
    }

    @Override
    public Outcome run(Invocation invocation) throws RefusedException, IOException {
        var options = invocation.options();
        var choice = StateChoice.read(options);
        var connection = ConnectionOptions.read(options);
        boolean forced = options.flag("gsi.force", false);
        options.refuseFaults();
        try (var state = states.open(choice, connection, invocation)) {
            if (choice.table() != null) {
                state.manager().recordTarget(target(connection, invocation));
            }
            invocation
                    .console()
                    .print(state.manager()
                            .cleanup(forced)
                            .map(archive ->
                                    (choice.table() == null ? "State file" : "State") + " archived to " + archive)
                            .orElseGet(() -> nothing(choice, invocation)));
            return Outcome.NOTHING;
        }
    }

    private static String nothing(StateChoice choice, Invocation invocation) {
        return choice.table() == null
                ? "There is no state file in " + StateOpener.directory(choice, invocation.build())
                        + ": nothing to archive."
                : "There is no state in table " + choice.table().name() + ": nothing to archive.";
    }

    /** A state in a table is kept by account: that of the credentials, since no table is looked at. */
    private Target target(ConnectionOptions options, Invocation invocation) throws RefusedException, IOException {
        try (var connection = invocation.connect(connector, options)) {
            var controlPlane = connection.controlPlane();
            var target = controlPlane.target();
            var account =
                    options.account() == null ? controlPlane.callerAccount().orElse(null) : options.account();
            return new Target(account, target.region(), target.endpoint());
        }
    }
}
