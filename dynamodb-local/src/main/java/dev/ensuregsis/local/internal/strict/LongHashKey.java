package dev.ensuregsis.local.internal.strict;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** A query for a hash key that no item could have, because it is too long. DynamoDB Local finds nothing. */
final class LongHashKey implements Rule {

    @Override
    public Optional<Refusal> refusal(DynamoDbRequest request, LiveTables tables) {
        if (!(request instanceof QueryRequest query) || query.tableName() == null || !hasLongValue(query)) {
            return Optional.empty();
        }
        return tables.find(query.tableName()).stream()
                .flatMap(table -> hashKeys(table, query.indexName()).stream())
                .filter(attribute -> isLong(query, attribute))
                .findFirst()
                .map(attribute -> Refusal.invalidValue("Size of hashkey has exceeded the maximum size limit of"
                        + IndexKey.MOST_HASH_BYTES + " bytes"));
    }

    private static boolean hasLongValue(QueryRequest query) {
        return query.expressionAttributeValues().values().stream().anyMatch(LongHashKey::isLong)
                || query.keyConditions().values().stream()
                        .anyMatch(condition ->
                                condition.attributeValueList().stream().anyMatch(LongHashKey::isLong));
    }

    private static boolean isLong(@Nullable AttributeValue value) {
        return value != null && IndexKey.bytesOf(value) > IndexKey.MOST_HASH_BYTES;
    }

    private static List<String> hashKeys(TableDescription table, @Nullable String indexName) {
        var schema = indexName == null
                ? table.keySchema()
                : table.globalSecondaryIndexes().stream()
                        .filter(index -> index.indexName().equals(indexName))
                        .findFirst()
                        .map(GlobalSecondaryIndexDescription::keySchema)
                        .orElse(table.keySchema());
        return schema.stream()
                .filter(key -> key.keyType() == KeyType.HASH)
                .map(KeySchemaElement::attributeName)
                .toList();
    }

    private static boolean isLong(QueryRequest query, String attribute) {
        var condition = query.keyConditions().get(attribute);
        if (condition != null) {
            return condition.attributeValueList().stream().anyMatch(LongHashKey::isLong);
        }
        var expression = query.keyConditionExpression() == null ? "" : query.keyConditionExpression();
        return Pattern.compile("(#?\\w+)\\s*=\\s*(:\\w+)")
                .matcher(expression)
                .results()
                .anyMatch(equality -> attribute.equals(
                                query.expressionAttributeNames().getOrDefault(equality.group(1), equality.group(1)))
                        && isLong(query.expressionAttributeValues().get(equality.group(2))));
    }
}
