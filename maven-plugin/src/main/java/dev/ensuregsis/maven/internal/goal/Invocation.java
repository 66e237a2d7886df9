package dev.ensuregsis.maven.internal.goal;

import dev.ensuregsis.maven.internal.aws.Connection;
import dev.ensuregsis.maven.internal.aws.Connector;
import dev.ensuregsis.maven.internal.aws.LoginChooser;
import dev.ensuregsis.maven.internal.bean.BeanReader;
import dev.ensuregsis.maven.internal.build.Build;
import dev.ensuregsis.maven.internal.console.Console;
import dev.ensuregsis.maven.internal.embedded.EmbeddedEndpoint;
import dev.ensuregsis.maven.internal.embedded.PortHolder;
import dev.ensuregsis.maven.internal.option.ConnectionOptions;
import dev.ensuregsis.maven.internal.option.EmbeddedOptions;
import dev.ensuregsis.maven.internal.option.OptionReader;
import dev.ensuregsis.maven.internal.option.RefusedException;
import java.io.IOException;
import java.net.BindException;
import java.util.Objects;

/**
 * One call of a goal.
 *
 * @param build the build in which it runs
 * @param services what that does for it
 * @param options what the user gave
 * @param console where it prints
 */
public record Invocation(Build build, BuildServices services, OptionReader options, Console console) {

    /** The same, with another reader of classes. */
    Invocation with(BeanReader beans) {
        return new Invocation(
                build,
                new BuildServices(services.embedded(), services.keys(), services.proxies(), beans),
                options,
                console);
    }

    /** The same once more: nothing was refused yet, and nothing is printed. */
    Invocation quietlyAgain() {
        return new Invocation(build, services, options.again(), lines -> {});
    }

    /** Connects with what the build has for it. */
    Connection connect(Connector connector, ConnectionOptions connection) throws RefusedException, IOException {
        var login = new LoginChooser(this::start, services.keys()).choose(connection);
        return connector.connect(connection, login, services.proxies());
    }

    /** Starts the embedded server; a port that is taken is refused with who has it. */
    EmbeddedEndpoint start(EmbeddedOptions options) throws RefusedException, IOException {
        try {
            return services.embedded().start(options);
        } catch (BindException taken) {
            var port = Objects.requireNonNullElse(options.port(), 0);
            throw new RefusedException(
                    String.join(
                            System.lineSeparator(),
                            "Port " + port + " can't be had: " + taken.getMessage() + ". " + PortHolder.of(port),
                            "  Next: take a free one: " + build.typed().with("gsi.embeddedPort", "0")),
                    taken);
        }
    }
}
