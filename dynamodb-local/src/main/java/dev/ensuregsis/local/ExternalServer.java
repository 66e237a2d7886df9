package dev.ensuregsis.local;

import java.net.URI;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/**
 * A DynamoDB that somebody else started: docker compose, LocalStack, another process. It goes on when this object is
 * closed, and the tables of its shared database stay.
 */
public final class ExternalServer implements LocalServer {

    /** Where nobody runs a DynamoDB made for tests. */
    private static final Pattern AWS =
            Pattern.compile("\\.(amazonaws\\.(com|com\\.cn|eu)|api\\.aws)\\.?$", Pattern.CASE_INSENSITIVE);

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
     * @param allowed whether a server may be talked to; asked, with an http or https URL that has a host, before a name is
     *     looked up or a connection opened
     * @return the server
     * @throws LocalServerException if it isn't allowed, or nobody answers
     */
    public static ExternalServer at(URI uri, String accessKeyId, Region region, Predicate<URI> allowed) {
        refuseUnlessAllowed(uri, allowed);
        var shared = DynamoDbEndpoint.of(uri, region, accessKeyId);
        try (var client = LocalClients.create(shared)) {
            client.listTables();
        } catch (DynamoDbException e) {
            throw refusesKey(e)
                    ? new LocalServerException(
                            "The DynamoDB at " + uri + " does not take the access key \"" + accessKeyId
                                    + "\": DynamoDB Local takes letters and digits only. Use another key.",
                            e)
                    : e;
        } catch (SdkClientException e) {
            throw new LocalServerException(
                    "No DynamoDB answers at " + uri + ": start it, or correct the endpoint. (" + e.getMessage() + ")",
                    e);
        }
        return new ExternalServer(shared);
    }

    private static boolean refusesKey(DynamoDbException refusal) {
        return refusal.awsErrorDetails() != null
                && "UnrecognizedClientException"
                        .equals(refusal.awsErrorDetails().errorCode());
    }

    private static void refuseUnlessAllowed(URI uri, Predicate<URI> allowed) {
        var scheme = uri.getScheme();
        var host = uri.getHost();
        if (host == null || !("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme))) {
            throw new LocalServerException(
                    "The endpoint \"" + uri + "\" is no address of a server: write it like http://localhost:8000.");
        }
        if (!allowed.test(uri)) {
            throw new LocalServerException(
                    "Refused to connect to " + uri + ": a test must not reach a real account.",
                    AWS.matcher(host).find() ? new NextStep.LeaveAws() : new NextStep.AllowHost(host));
        }
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
            throw new LocalServerException(
                    "The DynamoDB at " + shared.uri() + " shows the tables of one access key to"
                            + " another, so it can't keep databases apart: start it without -sharedDb.",
                    new NextStep.ShareDatabase());
        }
        isolates = true;
    }

    /** Does nothing: the server is somebody else's. */
    @Override
    public void close() {}
}
