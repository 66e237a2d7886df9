package dev.ensuregsis.maven.internal.aws;

import dev.ensuregsis.maven.internal.embedded.EmbeddedDatabase;
import dev.ensuregsis.maven.internal.option.ConnectionOptions;
import dev.ensuregsis.maven.internal.option.Endpoint;
import dev.ensuregsis.maven.internal.option.RefusedException;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Chooses where to ask and as whom. Starts the embedded server if that is what the user means. */
final class LoginChooser {
    private final EmbeddedDatabase embedded;
    private final ServerKeys keys;

    LoginChooser(EmbeddedDatabase embedded, ServerKeys keys) {
        this.embedded = embedded;
        this.keys = keys;
    }

    Login choose(ConnectionOptions options) throws RefusedException, IOException {
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
