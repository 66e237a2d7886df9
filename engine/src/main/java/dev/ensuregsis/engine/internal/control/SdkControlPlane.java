package dev.ensuregsis.engine.internal.control;

import dev.ensuregsis.engine.spi.ChangeGuard;
import dev.ensuregsis.engine.spi.ControlPlane;
import dev.ensuregsis.engine.spi.ControlPlaneException;
import dev.ensuregsis.engine.spi.ControlPlaneFault;
import dev.ensuregsis.engine.spi.CreateIndexCall;
import dev.ensuregsis.engine.spi.CreateTableCall;
import dev.ensuregsis.engine.spi.LiveTable;
import dev.ensuregsis.engine.spi.Loopback;
import dev.ensuregsis.engine.spi.Target;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * The control plane behind an SDK client, whose own retries don't apply to what is sent from here. Thread-safe as the
 * client is; the client stays the caller's to close.
 */
public final class SdkControlPlane implements ControlPlane {
    private static final String NO_SUCH_TABLE = "ResourceNotFoundException";

    private final DynamoDbClient client;
    private final boolean local;
    private final Supplier<Optional<String>> callerAccount;
    private final AwsRequestOverrideConfiguration changes;
    private volatile Optional<URI> resolved = Optional.empty();

    /**
     * Wraps a client. The endpoint is local if its host is this machine; the account is what the credentials carry.
     *
     * @param client the client
     */
    public SdkControlPlane(DynamoDbClient client) {
        this(client, Optional::empty);
    }

    /**
     * Wraps a client. The endpoint is local if its host is this machine.
     *
     * @param client the client
     * @param callerAccount asks whose the credentials are (STS {@code GetCallerIdentity}) where they don't carry it
     *     themselves; called at most once per run, and not for a local endpoint
     */
    public SdkControlPlane(DynamoDbClient client, Supplier<Optional<String>> callerAccount) {
        this(client, isThisMachine(client), callerAccount);
    }

    /**
     * Wraps a client.
     *
     * @param client the client
     * @param local whether it talks to an emulator on this machine or in a container that was started for it
     * @param callerAccount asks whose the credentials are (STS {@code GetCallerIdentity}) where they don't carry it
     *     themselves; called at most once per run, and not for a local endpoint
     */
    public SdkControlPlane(DynamoDbClient client, boolean local, Supplier<Optional<String>> callerAccount) {
        this(client, local, callerAccount, null);
    }

    private SdkControlPlane(
            DynamoDbClient client,
            boolean local,
            Supplier<Optional<String>> callerAccount,
            @Nullable ChangeGuard guard) {
        this.client = client;
        this.local = local;
        this.callerAccount = callerAccount;
        this.changes = Sdk.guarded(guard);
    }

    @Override
    public ControlPlane guardedBy(ChangeGuard guard) {
        return new SdkControlPlane(client, local, callerAccount, guard);
    }

    @Override
    public Optional<LiveTable> describeTable(String tableName) {
        return describe(client, tableName).map(table -> FromSdk.table(tableName, table));
    }

    /** What DescribeTable says; empty if there is no such table. */
    static Optional<TableDescription> describe(DynamoDbClient client, String tableName) {
        try {
            var answer = Sdk.call(() -> client.describeTable(
                    request -> request.tableName(tableName).overrideConfiguration(Sdk.WITHOUT_RETRIES)));
            if (answer.table() == null) {
                // No table is told by an error; an answer without either says nothing.
                throw new ControlPlaneException(
                        new ControlPlaneFault.NoAnswer("DescribeTable answered without a table or an error"));
            }
            return Optional.of(answer.table());
        } catch (ControlPlaneException e) {
            if (e.fault() instanceof ControlPlaneFault.Answered answer && NO_SUCH_TABLE.equals(answer.code())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public Set<String> listTables() {
        return Sdk.call(
                () -> client
                        .listTablesPaginator(request -> request.overrideConfiguration(Sdk.WITHOUT_RETRIES))
                        .tableNames()
                        .stream()
                        .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public Optional<LiveTable> createTable(CreateTableCall call) {
        return Sdk.call(() -> Optional.ofNullable(client.createTable(ToSdk.createTable(call).toBuilder()
                                .overrideConfiguration(changes)
                                .build())
                        .tableDescription())
                .map(table -> FromSdk.table(call.tableName(), table)));
    }

    @Override
    public void createIndex(CreateIndexCall call) {
        Sdk.call(() -> client.updateTable(ToSdk.createIndex(call).toBuilder()
                .overrideConfiguration(changes)
                .build()));
    }

    @Override
    public Target target() {
        var configuration = client.serviceClientConfiguration();
        var region = configuration.region();
        var endpoint = configuration
                .endpointOverride()
                .or(this::resolvedEndpoint)
                .orElseGet(() ->
                        URI.create("https://" + DynamoDbClient.serviceMetadata().endpointFor(region)));
        return new Target(null, region.id(), endpoint.toString());
    }

    /** Asked once: it doesn't change while a client lives. */
    private Optional<URI> resolvedEndpoint() {
        var known = resolved;
        if (known.isEmpty()) {
            known = SentTo.endpoint(client);
            resolved = known;
        }
        return known;
    }

    @Override
    public Optional<String> callerAccount() {
        if (local) {
            // An emulator has no account of its own to protect; its tables' ARNs say what there is to say.
            return Optional.empty();
        }
        var provider = client.serviceClientConfiguration().credentialsProvider();
        return Sdk.call(() -> provider.resolveIdentity().join().accountId()).or(callerAccount);
    }

    @Override
    public boolean isLocal() {
        return local;
    }

    private static boolean isThisMachine(DynamoDbClient client) {
        return client.serviceClientConfiguration()
                .endpointOverride()
                .filter(Loopback::isHostOf)
                .isPresent();
    }
}
