package dev.ensuregsis.engine.internal.statetable;

import dev.ensuregsis.engine.spi.Loopback;
import dev.ensuregsis.engine.spi.Target;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a state is kept, for people.
 *
 * @param table the table's name
 * @param target where that is
 */
record TablePlace(String table, Target target) {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    String text() {
        return "table " + table;
    }

    /** Whether a table of its name that is there is this very one, which its ARN says is this account's. */
    boolean isIn(Target there, @Nullable String accountId) {
        var port = portOfThisMachine(target.endpoint());
        boolean oneEmulator = port.isPresent() && port.equals(portOfThisMachine(there.endpoint()));
        return new Target(accountId, target.region(), oneEmulator ? null : target.endpoint())
                .conflictWith(there)
                .isEmpty();
    }

    /** This machine has many names. */
    private static Optional<Integer> portOfThisMachine(@Nullable String endpoint) {
        if (endpoint == null) {
            return Optional.empty();
        }
        try {
            var uri = URI.create(endpoint);
            var byScheme = "https".equalsIgnoreCase(uri.getScheme()) ? HTTPS : HTTP;
            return Optional.of(uri.getPort() < 0 ? byScheme : uri.getPort()).filter(port -> Loopback.isHostOf(uri));
        } catch (IllegalArgumentException notAUri) {
            return Optional.empty();
        }
    }
}
