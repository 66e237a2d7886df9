package dev.ensuregsis.maven;

import dev.ensuregsis.maven.internal.aws.LoginException;
import dev.ensuregsis.maven.internal.console.StatusText;
import java.io.IOException;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Shows where the creation of each index stands: what the state file says beside what DynamoDB says. Changes nothing and
 * takes no lock, so it can be run beside a {@code gsi:create}.
 */
@Mojo(name = "status", requiresProject = false, threadSafe = true)
public final class StatusMojo extends TableMojo {

    /**
     * Made by Maven.
     *
     * @param repositorySystem resolves the embedded DynamoDB Local
     * @param settingsDecrypter decrypts a server's password
     */
    @Inject
    public StatusMojo(RepositorySystem repositorySystem, SettingsDecrypter settingsDecrypter) {
        super(repositorySystem, settingsDecrypter);
    }

    @Override
    String goalName() {
        return "status";
    }

    @Override
    void run(TableGoal goal)
            throws LoginException, RefusedException, IOException, InterruptedException, MojoFailureException {
        try (var client = goal.connect();
                var state = goal.openState()) {
            print(StatusText.lines(goal.engine(state).client(client).build().status(goal.definitions())));
        }
    }
}
