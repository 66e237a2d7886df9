package dev.ensuregsis.engine.internal.control;

import dev.ensuregsis.engine.spi.ControlPlane;
import dev.ensuregsis.engine.spi.ItemPage;
import dev.ensuregsis.engine.spi.ReadableTable;
import dev.ensuregsis.engine.spi.ScanCall;
import dev.ensuregsis.engine.spi.TableItems;
import dev.ensuregsis.engine.spi.Target;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** The items behind an SDK client: DescribeTable and Scan, and no other call. Thread-safe as the client is. */
public final class SdkTableItems implements TableItems {
    private final DynamoDbClient client;
    private final ControlPlane account;

    /**
     * Wraps a client.
     *
     * @param client the client
     * @param account who knows the account behind it
     */
    public SdkTableItems(DynamoDbClient client, ControlPlane account) {
        this.client = client;
        this.account = account;
    }

    @Override
    public Optional<ReadableTable> describeTable(String tableName) {
        return SdkControlPlane.describe(client, tableName)
                .map(table -> new ReadableTable(FromSdk.table(tableName, table), identity(table), onDemand(table)));
    }

    private static @Nullable String identity(TableDescription table) {
        if (table.tableId() != null) {
            return table.tableId();
        }
        return table.creationDateTime() == null
                ? null
                : table.creationDateTime().toString();
    }

    private static @Nullable Long onDemand(TableDescription table) {
        var billing = table.billingModeSummary();
        if (billing == null || !"PAY_PER_REQUEST".equals(billing.billingModeAsString())) {
            return null;
        }
        var warm =
                table.warmThroughput() == null ? null : table.warmThroughput().readUnitsPerSecond();
        var most = table.onDemandThroughput() == null
                ? null
                : table.onDemandThroughput().maxReadRequestUnits();
        return Stream.of(Optional.ofNullable(warm), Optional.ofNullable(most))
                .flatMap(Optional::stream)
                // A maximum of -1 says that there is none.
                .filter(units -> units > 0)
                .min(Long::compare)
                .orElse(null);
    }

    @Override
    public ItemPage scan(ScanCall call) {
        var answer = Sdk.call(() -> client.scan(request(call)));
        return new ItemPage(answer.items(), last(answer), units(answer));
    }

    private static ScanRequest request(ScanCall call) {
        var names = new HashMap<String, String>();
        var projection = new StringJoiner(", ");
        for (var attribute : call.attributes()) {
            var name = "#a" + names.size();
            names.put(name, attribute);
            projection.add(name);
        }
        return ScanRequest.builder()
                .tableName(call.tableName())
                .projectionExpression(projection.toString())
                .expressionAttributeNames(names)
                .segment(call.segment())
                .totalSegments(call.segments())
                .exclusiveStartKey(call.after())
                .limit(call.mostItems())
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .overrideConfiguration(Sdk.WITHOUT_RETRIES)
                .build();
    }

    private static @Nullable Map<String, AttributeValue> last(ScanResponse answer) {
        return answer.hasLastEvaluatedKey() && !answer.lastEvaluatedKey().isEmpty() ? answer.lastEvaluatedKey() : null;
    }

    private static @Nullable Double units(ScanResponse answer) {
        return answer.consumedCapacity() == null
                ? null
                : answer.consumedCapacity().capacityUnits();
    }

    @Override
    public Target target() {
        return account.target();
    }

    @Override
    public Optional<String> callerAccount() {
        return account.callerAccount();
    }

    @Override
    public boolean isLocal() {
        return account.isLocal();
    }
}
