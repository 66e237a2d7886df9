package dev.ensuregsis.local.internal.strict;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** What AWS says of values that no index of the table could have as its key. */
final class IndexKeyMisfits {

    /** An attribute that is set to a value of the request: {@code passengerId = :p}, {@code #p = :p}. */
    private static final Pattern ASSIGNMENT = Pattern.compile("(#?\\w+)\\s*=\\s*(:\\w+)");

    private final LiveTables tables;

    IndexKeyMisfits(LiveTables tables) {
        this.tables = tables;
    }

    /** Of an item that is put. */
    Optional<String> ofPut(@Nullable String tableName, Map<String, AttributeValue> item) {
        return first(tableName, item).map(IndexKey.Misfit::ofPut);
    }

    /** Of an update by an expression. */
    Optional<String> ofUpdate(
            @Nullable String tableName,
            @Nullable String expression,
            Map<String, String> names,
            Map<String, AttributeValue> values) {
        var assigned = new HashMap<String, AttributeValue>();
        ASSIGNMENT.matcher(expression == null ? "" : expression).results().forEach(assignment -> {
            var value = values.get(assignment.group(2));
            if (value != null) {
                assigned.put(names.getOrDefault(assignment.group(1), assignment.group(1)), value);
            }
        });
        return first(tableName, assigned).map(IndexKey.Misfit::ofUpdate);
    }

    private Optional<IndexKey.Misfit> first(@Nullable String tableName, Map<String, AttributeValue> item) {
        return Optional.ofNullable(tableName).flatMap(tables::find).flatMap(table -> first(table, item));
    }

    private static Optional<IndexKey.Misfit> first(TableDescription table, Map<String, AttributeValue> item) {
        return IndexKey.of(table).stream()
                .flatMap(key -> key.misfit(item).stream())
                .findFirst();
    }
}
