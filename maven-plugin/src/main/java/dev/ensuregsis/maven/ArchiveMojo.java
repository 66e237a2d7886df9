package dev.ensuregsis.maven;

import dev.ensuregsis.engine.state.GsiStateManager;
import dev.ensuregsis.engine.state.StateOptions;
import dev.ensuregsis.maven.internal.option.OptionReader;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Puts the state file away by hand, under a name with the time. {@code gsi:create} does so by itself when everything is
 * ACTIVE. Asks DynamoDB nothing.
 */
@Mojo(name = "archive", requiresProject = false, threadSafe = true)
public final class ArchiveMojo extends GsiMojo {

    /** Puts it away although some indexes are pending, in progress or failed. */
    @Parameter(property = "gsi.force", defaultValue = "false")
    String force = "false";

    /** Made by Maven. */
    public ArchiveMojo() {}

    @Override
    String goalName() {
        return "archive";
    }

    @Override
    void run(OptionReader options, Workplace workplace) throws RefusedException {
        var forced = options.flag("gsi.force", force);
        refuseFaults(options);
        var directory = stateDirectory(workplace);
        try (var state = new GsiStateManager(
                workplace.name(), directory, StateOptions.DEFAULT.withActivity("gsi:" + goalName()))) {
            state.cleanup(forced)
                    .ifPresentOrElse(
                            archive -> getLog().info("State file archived to " + archive),
                            () -> getLog().info("There is no state file in " + directory + ": nothing to archive."));
        }
    }
}
