package dev.ensuregsis.engine;

import dev.ensuregsis.engine.internal.control.SdkControlPlane;
import dev.ensuregsis.engine.spi.ChangeGuard;
import dev.ensuregsis.engine.spi.ControlPlane;
import dev.ensuregsis.engine.spi.ForwardingControlPlane;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * DynamoDB's control plane through an SDK client, whose own retries don't apply to what is sent from here. Thread-safe as
 * the client is; the client stays the caller's to close. It can be wrapped, and given to an engine.
 */
public final class ClientControlPlane extends ForwardingControlPlane {
    private final ControlPlane wrapped;

    /**
     * Through a client. The endpoint is local if its host is this machine; the account is what the credentials carry.
     *
     * @param client the client
     */
    public ClientControlPlane(DynamoDbClient client) {
        this(new SdkControlPlane(client));
    }

    /**
     * Through a client. The endpoint is local if its host is this machine.
     *
     * @param client the client
     * @param callerAccount asks whose the credentials are (STS {@code GetCallerIdentity}) where they don't carry it
     *     themselves; called at most once per run, and not for a local endpoint
     */
    public ClientControlPlane(DynamoDbClient client, Supplier<Optional<String>> callerAccount) {
        this(new SdkControlPlane(client, callerAccount));
    }

    /**
     * Through a client of an emulator, wherever that is: one in a container that was started for it, for instance.
     *
     * @param client the client
     * @return the control plane, which is local
     */
    public static ClientControlPlane ofEmulator(DynamoDbClient client) {
        return new ClientControlPlane(new SdkControlPlane(client, true, Optional::empty));
    }

    private ClientControlPlane(ControlPlane controlPlane) {
        super(controlPlane);
        this.wrapped = controlPlane;
    }

    /** Asked when a call leaves, credentials found and signed with. */
    @Override
    public ControlPlane guardedBy(ChangeGuard guard) {
        return new ClientControlPlane(wrapped.guardedBy(guard));
    }
}
