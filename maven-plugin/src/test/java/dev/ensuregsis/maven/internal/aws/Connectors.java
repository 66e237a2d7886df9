package dev.ensuregsis.maven.internal.aws;

import dev.ensuregsis.maven.internal.option.RefusedException;
import java.net.URI;

/** Connectors for tests. */
public final class Connectors {
    private Connectors() {}

    /** One whose embedded server runs already, in a build without settings. */
    public static Connector embeddedAt(URI server) {
        return new Connector(new LoginChooser(() -> server, id -> {
            throw new RefusedException("no <server> " + id);
        }));
    }
}
