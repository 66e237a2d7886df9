package dev.ensuregsis.maven.internal.aws;

import dev.ensuregsis.maven.internal.embedded.EmbeddedDatabase;
import dev.ensuregsis.maven.internal.option.ConnectionOptions;
import dev.ensuregsis.maven.internal.option.Endpoint;
import dev.ensuregsis.maven.internal.option.RefusedException;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Chooses where to ask and as whom. Starts the embedded server if that is what the user means. */
public final class LoginChooser {
    private final EmbeddedDatabase embedded;
    private final ServerKeys keys;

    /**
     * Chooses with what the build has for it.
     *
     * @param embedded starts the embedded server
     * @param keys the access keys of the settings
     */
    public LoginChooser(EmbeddedDatabase embedded, ServerKeys keys) {
        this.embedded = embedded;
        this.keys = keys;
    }

    /**
     * Where and as whom, as far as the user says.
     *
     * @param options what the user says
     * @return where and as whom
     * @throws RefusedException if the settings don't have the key that the options name
     * @throws IOException if the embedded server can't be started
     */
    public Login choose(ConnectionOptions options) throws RefusedException, IOException {
        var serverId = options.serverId();
        return new Login(
                url(options.endpoint()),
                options.region(),
                options.profile(),
                serverId == null ? null : keys.of(serverId));
    }

    private @Nullable URI url(Endpoint endpoint) throws IOException {
        if (endpoint instanceof Endpoint.At at) {
            return at.url();
        }
        return endpoint instanceof Endpoint.Embedded ? embedded.start() : null;
    }
}
