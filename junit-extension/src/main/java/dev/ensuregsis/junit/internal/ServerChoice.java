package dev.ensuregsis.junit.internal;

import dev.ensuregsis.engine.spi.Loopback;
import dev.ensuregsis.junit.Server;
import dev.ensuregsis.local.DatabaseOptions;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which server is meant. Whoever means the same gets the same: there is one per choice and test run.
 *
 * @param kind the kind of server; never EXTERNAL without an endpoint
 * @param endpoint where it runs; null unless it is external
 * @param accessKeyId the access key of an external server's shared database; null for the default
 * @param region the region of an external server; null for the default
 * @param allowedHosts hosts beyond this machine that an external server may be on
 * @param containerImage the image of a container; null for the default
 * @param sharedDatabase what an embedded server's shared database shows of AWS
 * @param containerRequired whether tests fail, instead of being skipped, where no container engine answers
 */
record ServerChoice(
        Server kind,
        @Nullable URI endpoint,
        @Nullable String accessKeyId,
        @Nullable String region,
        List<String> allowedHosts,
        @Nullable String containerImage,
        DatabaseOptions sharedDatabase,
        boolean containerRequired) {

    /** Whether tests may talk to an endpoint: to this machine, and to whom they name. Case makes no difference. */
    boolean allows(URI to) {
        return Loopback.isHostOf(to) || allowedHosts.stream().anyMatch(to.getHost()::equalsIgnoreCase);
    }

    /** The same, of another kind. */
    ServerChoice as(Server other) {
        return new ServerChoice(
                other, endpoint, accessKeyId, region, allowedHosts, containerImage, sharedDatabase, containerRequired);
    }
}
