package dev.ensuregsis.engine.internal.statetable;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dev.ensuregsis.engine.internal.control.SdkControlPlane;
import dev.ensuregsis.engine.spi.EndedRun;
import dev.ensuregsis.engine.spi.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/** The state table behind an SDK client, which stays the caller's to close; its own retries don't apply. */
public final class SdkStateRequests implements StateRequests {
    /** An older write that comes late changes nothing; the same one, sent once more, is no other. */
    private static final String NOT_OUTDATED =
            "attribute_not_exists(#writer) OR #writer <> :writer OR #number <= :number";

    private final DynamoDbClient client;
    private final String table;
    private final StateTableMaking making;

    /**
     * Wraps a client.
     *
     * @param client the client
     * @param table the table's name
     */
    public SdkStateRequests(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
        this.making = new StateTableMaking(client, table);
    }

    @Override
    public String tableName() {
        return table;
    }

    @Override
    public Target target() {
        return new SdkControlPlane(client).target();
    }

    @Override
    public TableShape describe() {
        return making.describe();
    }

    @Override
    public void create() {
        making.create();
    }

    @Override
    public void complete() {
        making.complete();
    }

    @Override
    public Optional<Head> head(StateKey key) {
        var answer = StateTableErrors.call(() -> client.getItem(request -> request.tableName(table)
                .key(HeadItem.key(key).attributes())
                .consistentRead(true)
                .overrideConfiguration(StateTableErrors.ONCE)));
        return Optional.of(answer.item()).filter(item -> !item.isEmpty()).map(this::readHead);
    }

    private Head readHead(Map<String, AttributeValue> item) {
        return Item.of(item).as(head -> HeadItem.read(head, table));
    }

    @Override
    public List<Head> heads() {
        return query(HeadItem.PARTITION, true, Integer.MAX_VALUE, item -> HeadItem.readIfLegible(item, table)).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public List<StoredEntry> entries(StateKey key, String generation) {
        return query(key.entries(generation), true, Integer.MAX_VALUE, item -> item.as(EntryItem::read));
    }

    @Override
    public List<EndedRun> runs(StateKey key, int most) {
        return query(key.runs(), false, most, item -> item.as(RunItem::read));
    }

    /** Page after page, as far as it is asked for. */
    private <T> List<T> query(String partition, boolean forward, int most, Function<Item, T> reader) {
        var found = new ArrayList<T>();
        var request = QueryRequest.builder()
                .tableName(table)
                .consistentRead(true)
                .scanIndexForward(forward)
                .keyConditionExpression("#partition = :partition")
                .expressionAttributeNames(Map.of("#partition", Item.PARTITION))
                .expressionAttributeValues(Map.of(":partition", fromS(partition)))
                .overrideConfiguration(StateTableErrors.ONCE);
        if (most < Integer.MAX_VALUE) {
            request.limit(most);
        }
        Map<String, AttributeValue> from = Map.of();
        do {
            var page = request.exclusiveStartKey(from.isEmpty() ? null : from).build();
            var answer = StateTableErrors.call(() -> client.query(page));
            answer.items().forEach(item -> found.add(reader.apply(Item.of(item))));
            from = answer.lastEvaluatedKey();
        } while (!from.isEmpty() && found.size() < most);
        return found;
    }

    @Override
    public void put(Head head, @Nullable Head follows) {
        var request = PutItemRequest.builder()
                .tableName(table)
                .item(HeadItem.of(head).attributes())
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .overrideConfiguration(StateTableErrors.ONCE);
        if (follows == null) {
            request.conditionExpression("attribute_not_exists(#partition)")
                    .expressionAttributeNames(Map.of("#partition", Item.PARTITION));
        } else {
            var names = Map.of("#beat", HeadItem.BEAT, "#token", HeadItem.TOKEN);
            var values = new HashMap<String, AttributeValue>();
            values.put(":beat", fromN(Long.toString(follows.beat())));
            follows.token().ifPresent(token -> values.put(":token", fromS(token)));
            request.conditionExpression("#beat = :beat AND "
                            + (follows.lease() == null ? "attribute_not_exists(#token)" : "#token = :token"))
                    .expressionAttributeNames(names)
                    .expressionAttributeValues(values);
        }
        StateTableErrors.call(() -> client.putItem(request.build()), this::readHead);
    }

    @Override
    public void write(StateKey key, String generation, String token, List<StoredEntry> entries) {
        var items = entries.stream()
                .map(entry -> TransactWriteItem.builder()
                        .put(put -> put.tableName(table)
                                .item(EntryItem.of(key, generation, token, entry)
                                        .attributes())
                                .conditionExpression(NOT_OUTDATED)
                                .expressionAttributeNames(
                                        Map.of("#writer", EntryItem.WRITER, "#number", EntryItem.NUMBER))
                                .expressionAttributeValues(Map.of(
                                        ":writer", fromS(token), ":number", fromN(Long.toString(entry.number())))))
                        .build())
                .toList();
        transact(key, token, items);
    }

    @Override
    public void write(StateKey key, String token, EndedRun run) {
        transact(
                key,
                token,
                List.of(TransactWriteItem.builder()
                        .put(put -> put.tableName(table)
                                .item(RunItem.of(key, token, run).attributes()))
                        .build()));
    }

    /** The check of the lease comes first, so that its place in the reasons of a refusal is known. */
    private void transact(StateKey key, String token, List<TransactWriteItem> writes) {
        var items = new ArrayList<TransactWriteItem>();
        items.add(TransactWriteItem.builder()
                .conditionCheck(check -> check.tableName(table)
                        .key(HeadItem.key(key).attributes())
                        .conditionExpression("#token = :token")
                        .expressionAttributeNames(Map.of("#token", HeadItem.TOKEN))
                        .expressionAttributeValues(Map.of(":token", fromS(token)))
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build());
        items.addAll(writes);
        var request = TransactWriteItemsRequest.builder()
                .transactItems(items)
                .overrideConfiguration(StateTableErrors.ONCE)
                .build();
        StateTableErrors.call(() -> client.transactWriteItems(request), this::readHead);
    }
}
