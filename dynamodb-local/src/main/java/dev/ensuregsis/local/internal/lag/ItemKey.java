package dev.ensuregsis.local.internal.lag;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.dynamodb.services.local.shared.access.TableInfo;
import software.amazon.dynamodb.services.local.shared.model.AttributeValue;

/**
 * Which item of a table.
 *
 * @param table the table's name
 * @param attributes its key attributes by name
 * @param hash the value of its hash attribute
 * @param range the value of its range attribute; null where the table has none
 */
record ItemKey(
        String table,
        Map<String, AttributeValue> attributes,
        AttributeValue hash,
        @Nullable AttributeValue range) {

    /** The key of an item, or of a map that holds no more than the key. */
    static ItemKey of(TableInfo table, Map<String, AttributeValue> item) {
        var attributes = new HashMap<String, AttributeValue>();
        var hash = value(table.getHashKey().attributeName(), item, attributes);
        var range = table.hasRangeKey() ? value(table.getRangeKey().attributeName(), item, attributes) : null;
        return new ItemKey(table.getTableName(), attributes, hash, range);
    }

    private static AttributeValue value(
            String name, Map<String, AttributeValue> item, Map<String, AttributeValue> attributes) {
        var value = Objects.requireNonNull(item.get(name), name);
        attributes.put(name, value);
        return value;
    }
}
