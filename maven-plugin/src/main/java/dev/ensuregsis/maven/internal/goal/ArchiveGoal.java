package dev.ensuregsis.maven.internal.goal;

import dev.ensuregsis.maven.internal.option.RefusedException;
import dev.ensuregsis.maven.internal.option.StateChoice;
import javax.inject.Inject;
import javax.inject.Named;

/** Puts the state file away. Asks DynamoDB nothing. */
@Named
public final class ArchiveGoal implements Goal {
    private final StateOpener states;

    @Inject
    ArchiveGoal(StateOpener states) {
        this.states = states;
    }

    @Override
    public String name() {
        return "archive";
    }

    @Override
    public Outcome run(Invocation invocation) throws RefusedException {
        var options = invocation.options();
        var choice = StateChoice.read(options);
        boolean forced = options.flag("gsi.force", false);
        options.refuseFaults();
        try (var state = states.openFile(choice, invocation.build())) {
            invocation
                    .console()
                    .print(state.cleanup(forced)
                            .map(archive -> "State file archived to " + archive)
                            .orElseGet(() -> "There is no state file in "
                                    + StateOpener.directory(choice, invocation.build()) + ": nothing to archive."));
            return Outcome.NOTHING;
        }
    }
}
