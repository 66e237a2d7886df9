package dev.ensuregsis.engine.internal.control;

import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.IndexFit;
import dev.ensuregsis.engine.definition.MisfitReason;
import dev.ensuregsis.engine.spi.CreateIndexCall;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;

/**
 * Items at which DynamoDB Local's backfill of a new index dies: those with NULL, a boolean, a list, a map or a set for an
 * attribute of its key. The index would stay CREATING for ever, and five of them would keep a database from any other.
 */
public final class ItemsInTheWay {
    /** How many are named; the others are counted. */
    private static final int NAMED = 3;

    private ItemsInTheWay() {}

    /**
     * Looks through a table.
     *
     * @param client reads it
     * @param call what is to be added to it
     * @return which items don't let the index be added; empty if there are none such
     */
    public static Optional<String> of(DynamoDbClient client, CreateIndexCall call) {
        return Sdk.call(() -> found(client, call));
    }

    private static Optional<String> found(DynamoDbClient client, CreateIndexCall call) {
        var tableKey = client.describeTable(table -> table.tableName(call.tableName()))
                .table()
                .keySchema();
        var found = client
                .scanPaginator(scan -> scan.tableName(call.tableName()).consistentRead(true))
                .items()
                .stream()
                .flatMap(item -> described(item, tableKey, call).stream())
                .toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(message(call, found));
    }

    private static Optional<String> described(
            Map<String, AttributeValue> item, List<KeySchemaElement> tableKey, CreateIndexCall call) {
        var reasons = blocking(IndexFit.of(item, call.index().keySchema(), call.attributeTypes()));
        if (reasons.isEmpty()) {
            return Optional.empty();
        }
        var key = new LinkedHashMap<String, String>();
        tableKey.forEach(part -> key.put(part.attributeName(), valueOf(item.get(part.attributeName()))));
        return Optional.of(key + ": " + reasons.stream().map(MisfitReason::told).collect(Collectors.joining(", ")));
    }

    private static List<MisfitReason> blocking(IndexFit fit) {
        return fit instanceof IndexFit.Misfit misfit
                ? misfit.reasons().stream().filter(ItemsInTheWay::blocks).toList()
                : List.of();
    }

    /** A string where a number should be is put into the index by DynamoDB Local; only what no key can be is the end of it. */
    private static boolean blocks(MisfitReason reason) {
        return reason instanceof MisfitReason.Null
                || (reason instanceof MisfitReason.WrongType wrong
                        && Stream.of(AttributeType.values())
                                .map(AttributeType::name)
                                .noneMatch(wrong.actual()::equals));
    }

    private static String valueOf(@Nullable AttributeValue key) {
        if (key == null) {
            return "";
        }
        return key.s() != null ? key.s() : key.n() != null ? key.n() : key.toString();
    }

    private static String message(CreateIndexCall call, List<String> found) {
        var more = found.size() - NAMED;
        return (found.size() == 1 ? "An item" : found.size() + " items") + " of " + call.tableName()
                + " can't be in index " + call.index().name() + ": "
                + found.stream().limit(NAMED).collect(Collectors.joining("; "))
                + (more > 0 ? "; and " + more + " more" : "");
    }
}
