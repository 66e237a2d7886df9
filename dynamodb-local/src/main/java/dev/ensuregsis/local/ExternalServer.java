package dev.ensuregsis.local;

import java.net.URI;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;

/**
 * A DynamoDB that somebody else started: docker compose, LocalStack, another process. It goes on when this object is
 * closed, and the tables of its shared database stay.
 */
public final class ExternalServer implements LocalServer {

    private final DynamoDbEndpoint shared;
    private final MintedKeys keys = new MintedKeys();
    private boolean isolates;

    private ExternalServer(DynamoDbEndpoint shared) {
        this.shared = shared;
    }

    /**
     * Attaches to a server, and asks it for an answer.
     *
     * @param uri where it listens
     * @param accessKeyId the access key of the database that {@link #shared()} names; {@link
     *     DynamoDbEndpoint#DEFAULT_ACCESS_KEY_ID} where nothing else is asked for
     * @param region the region to sign for; without {@code -sharedDb}, DynamoDB Local has a database for each
     * @param allowed the hosts that may be talked to
     * @return the server
     * @throws LocalServerException if the host isn't allowed (then no connection was opened), or nobody answers
     */
    public static ExternalServer at(URI uri, String accessKeyId, Region region, AllowedHosts allowed) {
        var shared = DynamoDbEndpoint.of(allowed.check(uri), region, accessKeyId);
        try (var client = LocalClients.create(shared)) {
            client.listTables();
        } catch (SdkClientException e) {
            throw new LocalServerException(
                    "No DynamoDB answers at " + uri + ": start it, or correct the endpoint. (" + e.getMessage() + ")",
                    e);
        }
        return new ExternalServer(shared);
    }

    @Override
    public DynamoDbEndpoint shared() {
        return shared;
    }

    /**
     * Makes a database that only the holder of its access key sees, after making sure, once, that this server keeps the
     * tables of different keys apart. Closing it deletes its tables.
     *
     * @throws LocalServerException if the server shows the tables of one key to another
     */
    @Override
    public LocalDatabase newDatabase() {
        requireIsolation();
        return KeyedDatabase.with(keys, shared);
    }

    private synchronized void requireIsolation() {
        if (isolates) {
            return;
        }
        if (IsolationProbe.seesTableOf(shared.withKey(keys.mint()), shared.withKey(keys.mint()))) {
            throw new LocalServerException("The DynamoDB at " + shared.uri() + " shows the tables of one access key to"
                    + " another, so it can't give a class or a method a database of its own. Start it without"
                    + " -sharedDb, or use isolation SHARED.");
        }
        isolates = true;
    }

    /** Does nothing: the server is somebody else's. */
    @Override
    public void close() {}
}
