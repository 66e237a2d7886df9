package dev.ensuregsis.engine.internal.statetable;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * What DescribeTable answers of a state table, without the SDK's types. Every field of the SDK can be null: what isn't told
 * is called so, which is neither the key nor the status that the table has to have.
 */
final class DescribedTable {
    /** Where in an ARN the account stands. */
    private static final int ACCOUNT = 4;

    private DescribedTable() {}

    static TableShape shape(TableDescription table) {
        return new TableShape(
                orUntold(table.tableStatusAsString()),
                key(table),
                !table.replicas().isEmpty(),
                Optional.ofNullable(table.tableArn()).flatMap(DescribedTable::account));
    }

    private static Optional<String> account(String arn) {
        var parts = arn.split(":", -1);
        return parts.length > ACCOUNT && !parts[ACCOUNT].isEmpty() ? Optional.of(parts[ACCOUNT]) : Optional.empty();
    }

    private static String key(TableDescription table) {
        var key = table.keySchema().stream()
                .map(part -> orUntold(part.attributeName()) + " ("
                        + type(part.attributeName(), table.attributeDefinitions()) + ", "
                        + orUntold(part.keyTypeAsString()) + ")")
                .collect(Collectors.joining(", "));
        return key.isEmpty() ? TableShape.UNTOLD : key;
    }

    private static String type(@Nullable String attribute, List<AttributeDefinition> definitions) {
        return definitions.stream()
                .filter(definition -> attribute != null && attribute.equals(definition.attributeName()))
                .map(AttributeDefinition::attributeTypeAsString)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(TableShape.UNTOLD);
    }

    private static String orUntold(@Nullable String told) {
        return told == null ? TableShape.UNTOLD : told;
    }
}
