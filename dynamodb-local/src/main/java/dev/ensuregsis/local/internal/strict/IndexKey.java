package dev.ensuregsis.local.internal.strict;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * An attribute that is a key of an index.
 *
 * @param index the index's name
 * @param attribute the attribute's name
 * @param type the type that the table defines for it: S, N or B
 * @param mostBytes how long its value may be
 */
record IndexKey(String index, String attribute, @Nullable String type, int mostBytes) {
    static final int MOST_HASH_BYTES = 2048;
    private static final int MOST_RANGE_BYTES = 1024;

    /** Those of all indexes that aren't the table's too, by the indexes' names: AWS names the first. */
    static List<IndexKey> of(TableDescription table) {
        var types = table.attributeDefinitions().stream()
                .collect(Collectors.toMap(
                        AttributeDefinition::attributeName, AttributeDefinition::attributeTypeAsString));
        return Stream.concat(
                        table.globalSecondaryIndexes().stream()
                                .flatMap(index -> keys(index.indexName(), index.keySchema(), types)),
                        table.localSecondaryIndexes().stream()
                                .flatMap(index -> keys(index.indexName(), index.keySchema(), types)))
                .filter(key -> table.keySchema().stream()
                        .noneMatch(ofTable -> ofTable.attributeName().equals(key.attribute())))
                .sorted(Comparator.comparing(IndexKey::index))
                .toList();
    }

    private static Stream<IndexKey> keys(String index, List<KeySchemaElement> schema, Map<String, String> types) {
        return schema.stream()
                .map(key -> new IndexKey(
                        index,
                        key.attributeName(),
                        types.get(key.attributeName()),
                        key.keyType() == KeyType.HASH ? MOST_HASH_BYTES : MOST_RANGE_BYTES));
    }

    /** What keeps an item out of the index; empty if its value fits, or it has none. */
    Optional<Misfit> misfit(Map<String, AttributeValue> item) {
        var value = item.get(attribute);
        if (value == null || type == null) {
            return Optional.empty();
        }
        var actual = typeOf(value);
        if (!actual.equals(type)) {
            return Optional.of(new WrongType(this, actual));
        }
        var bytes = bytesOf(value);
        return bytes > mostBytes ? Optional.of(new TooLong(this, bytes)) : Optional.empty();
    }

    private static String typeOf(AttributeValue value) {
        return value.type() == AttributeValue.Type.NUL ? "NULL" : value.type().name();
    }

    /** The length of a string or of bytes; 0 for all else. */
    static int bytesOf(AttributeValue value) {
        if (value.s() != null) {
            return value.s().getBytes(StandardCharsets.UTF_8).length;
        }
        return value.b() == null ? 0 : value.b().asByteArrayUnsafe().length;
    }

    /** Why a value is no key of an index. */
    sealed interface Misfit {

        /** What AWS says of an item that is put. */
        String ofPut();

        /** What AWS says of an update. */
        String ofUpdate();
    }

    private record WrongType(IndexKey key, String actual) implements Misfit {
        @Override
        public String ofPut() {
            return Refusal.INVALID + "Type mismatch for Index Key " + key.attribute() + " Expected: " + key.type()
                    + " Actual: " + actual + " IndexName: " + key.index();
        }

        @Override
        public String ofUpdate() {
            return "The update expression attempted to update the secondary index key to unsupported type";
        }
    }

    private record TooLong(IndexKey key, int bytes) implements Misfit {
        @Override
        public String ofPut() {
            return Refusal.INVALID + "Size limit exceeded for Index Key " + key.attribute() + " Actual Size: " + bytes
                    + " bytes Max Size: " + key.mostBytes() + " bytes IndexName: " + key.index();
        }

        @Override
        public String ofUpdate() {
            return "The update expression attempted to update the secondary index key beyond allowed size limits";
        }
    }
}
