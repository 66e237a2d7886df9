package dev.ensuregsis.maven.internal.aws;

import dev.ensuregsis.maven.internal.aws.Login.AccessKey;
import dev.ensuregsis.maven.internal.embedded.EmbeddedDatabase;
import dev.ensuregsis.maven.internal.embedded.EmbeddedEndpoint;
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
        return new Login(url(options.endpoint()), options.region(), options.profile(), key(options));
    }

    private @Nullable URI url(Endpoint endpoint) throws RefusedException, IOException {
        if (endpoint instanceof Endpoint.At at) {
            return at.url();
        }
        return endpoint instanceof Endpoint.Embedded own
                ? embedded.start(own.options()).uri()
                : null;
    }

    /** The embedded server takes any key: one that would have to be looked for, or renewed, is no better. */
    private @Nullable AccessKey key(ConnectionOptions options) throws RefusedException {
        var serverId = options.serverId();
        if (serverId != null) {
            return keys.of(serverId);
        }
        return options.isEmbedded() && options.profile() == null
                ? new AccessKey(EmbeddedEndpoint.ACCESS_KEY_ID, EmbeddedEndpoint.SECRET_ACCESS_KEY)
                : null;
    }
}
