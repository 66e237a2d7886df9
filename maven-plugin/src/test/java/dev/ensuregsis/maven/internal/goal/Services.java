package dev.ensuregsis.maven.internal.goal;

import dev.ensuregsis.maven.internal.aws.Login.AccessKey;
import dev.ensuregsis.maven.internal.embedded.EmbeddedDatabase;
import dev.ensuregsis.maven.internal.embedded.EmbeddedEndpoint;
import dev.ensuregsis.maven.internal.option.RefusedException;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/** What a build without anything of Maven's does for goals. */
final class Services {
    /** Nothing. */
    static final BuildServices NONE = new BuildServices(
            options -> {
                throw new IOException("no embedded server here");
            },
            Services::noKey,
            List::of,
            beans -> {
                throw new RefusedException("no classes here");
            });

    private Services() {}

    /** An embedded server that runs already. */
    static BuildServices embeddedAt(URI server) {
        return embedded(options -> new EmbeddedEndpoint(server));
    }

    /** An embedded server. */
    static BuildServices embedded(EmbeddedDatabase database) {
        return new BuildServices(database, NONE.keys(), NONE.proxies(), NONE.beans());
    }

    private static AccessKey noKey(String id) throws RefusedException {
        throw new RefusedException("no <server> " + id);
    }
}
