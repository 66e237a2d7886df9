package dev.ensuregsis.maven.internal.goal;

import dev.ensuregsis.maven.internal.aws.Connection;
import dev.ensuregsis.maven.internal.aws.Connector;
import dev.ensuregsis.maven.internal.aws.LoginChooser;
import dev.ensuregsis.maven.internal.build.Build;
import dev.ensuregsis.maven.internal.console.Console;
import dev.ensuregsis.maven.internal.option.ConnectionOptions;
import dev.ensuregsis.maven.internal.option.OptionReader;
import dev.ensuregsis.maven.internal.option.RefusedException;
import java.io.IOException;

/**
 * One call of a goal.
 *
 * @param build the build in which it runs
 * @param services what that does for it
 * @param options what the user gave
 * @param console where it prints
 */
public record Invocation(Build build, BuildServices services, OptionReader options, Console console) {

    /** Connects with what the build has for it. */
    Connection connect(Connector connector, ConnectionOptions connection) throws RefusedException, IOException {
        var login = new LoginChooser(services.embedded(), services.keys()).choose(connection);
        return connector.connect(connection, login, services.proxies());
    }
}
