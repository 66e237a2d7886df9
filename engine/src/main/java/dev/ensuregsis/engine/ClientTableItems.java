package dev.ensuregsis.engine;

import dev.ensuregsis.engine.internal.control.SdkTableItems;
import dev.ensuregsis.engine.spi.ControlPlane;
import dev.ensuregsis.engine.spi.ItemPage;
import dev.ensuregsis.engine.spi.ReadableTable;
import dev.ensuregsis.engine.spi.ScanCall;
import dev.ensuregsis.engine.spi.TableItems;
import dev.ensuregsis.engine.spi.Target;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Tables' items through an SDK client, by DescribeTable and Scan alone. Thread-safe as the client is; the client stays the
 * caller's to close.
 */
public final class ClientTableItems implements TableItems {
    private final TableItems items;

    /**
     * Through a client. The endpoint is local if its host is this machine; the account is what the credentials carry.
     *
     * @param client the client
     */
    public ClientTableItems(DynamoDbClient client) {
        this(client, new ClientControlPlane(client));
    }

    /**
     * Through a client whose account another knows.
     *
     * @param client the client
     * @param account is asked for target, account and whether it is local, and for nothing else
     */
    public ClientTableItems(DynamoDbClient client, ControlPlane account) {
        this.items = new SdkTableItems(client, account);
    }

    @Override
    public Optional<ReadableTable> describeTable(String tableName) {
        return items.describeTable(tableName);
    }

    @Override
    public ItemPage scan(ScanCall call) {
        return items.scan(call);
    }

    @Override
    public Target target() {
        return items.target();
    }

    @Override
    public Optional<String> callerAccount() {
        return items.callerAccount();
    }

    @Override
    public boolean isLocal() {
        return items.isLocal();
    }
}
