package dev.ensuregsis.engine.definition;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Whether an item has its place in a global secondary index, as AWS decides it. What doesn't fit is left out of an index
 * that is added to the table, without an error, and every later write of such an item is refused.
 *
 * <p>Source: <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.OnlineOps.ViolationDetection.html">
 * index key violations</a> in the developer guide.
 */
public sealed interface IndexFit {

    /** The most bytes that one attribute of a partition key may have. Source: DynamoDB quotas. */
    int MOST_PARTITION_KEY_BYTES = 2048;

    /** The most bytes that one attribute of a sort key may have. Source: DynamoDB quotas. */
    int MOST_SORT_KEY_BYTES = 1024;

    /** The item is in the index. */
    record Indexed() implements IndexFit {}

    /**
     * The item is left out by design: the index is sparse.
     *
     * @param missing the key attributes that the item doesn't have, in the order of the key
     */
    record Sparse(List<String> missing) implements IndexFit {
        /** Copies the list. */
        public Sparse {
            missing = List.copyOf(missing);
        }
    }

    /**
     * The item is left out although it has what the key asks for, or a part of it.
     *
     * @param reasons all of them, in the order of the key; never empty
     */
    record Misfit(List<MisfitReason> reasons) implements IndexFit {
        /** Copies the list. */
        public Misfit {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * Looks at one item.
     *
     * @param item the item, or its key attributes at least
     * @param key the index's key
     * @param types the types of the key's attributes; one that isn't given fits whatever a key can be
     * @return where the item belongs
     */
    static IndexFit of(Map<String, AttributeValue> item, KeySchema key, Map<String, AttributeType> types) {
        var reasons = new ArrayList<MisfitReason>();
        addReasons(reasons, item, key.partitionKey(), types, MOST_PARTITION_KEY_BYTES);
        addReasons(reasons, item, key.sortKey(), types, MOST_SORT_KEY_BYTES);
        if (!reasons.isEmpty()) {
            return new Misfit(reasons);
        }
        var missing = key.attributes().stream()
                .filter(attribute -> !item.containsKey(attribute))
                .toList();
        return missing.isEmpty() ? new Indexed() : new Sparse(missing);
    }

    /** One half of the key. Of several attributes either all are there, or none. */
    private static void addReasons(
            List<MisfitReason> reasons,
            Map<String, AttributeValue> item,
            List<String> half,
            Map<String, AttributeType> types,
            int mostBytes) {
        var begun = half.stream().anyMatch(item::containsKey);
        for (var attribute : half) {
            var value = item.get(attribute);
            if (value == null) {
                if (begun) {
                    reasons.add(new MisfitReason.PartMissing(attribute));
                }
                continue;
            }
            var reason = reason(attribute, value, types.get(attribute), mostBytes);
            if (reason != null) {
                reasons.add(reason);
            }
        }
    }

    private static @Nullable MisfitReason reason(
            String attribute, AttributeValue value, @Nullable AttributeType expected, int mostBytes) {
        return switch (value.type()) {
            case NUL -> new MisfitReason.Null(attribute, expected);
            case S -> scalar(attribute, AttributeType.S, expected, bytesOf(value.s(), mostBytes), mostBytes);
            case B -> scalar(attribute, AttributeType.B, expected, value.b().asByteArrayUnsafe().length, mostBytes);
            case N -> number(attribute, expected);
            case BOOL, L, M, SS, NS, BS, UNKNOWN_TO_SDK_VERSION ->
                new MisfitReason.WrongType(attribute, expected, value.type().toString());
        };
    }

    /** A number has 38 digits at most: it is never empty, and never too long. */
    private static @Nullable MisfitReason number(String attribute, @Nullable AttributeType expected) {
        return expected == null || expected == AttributeType.N
                ? null
                : new MisfitReason.WrongType(attribute, expected, "N");
    }

    private static @Nullable MisfitReason scalar(
            String attribute, AttributeType actual, @Nullable AttributeType expected, int bytes, int mostBytes) {
        if (expected != null && expected != actual) {
            return new MisfitReason.WrongType(attribute, expected, actual.name());
        }
        if (bytes == 0) {
            return new MisfitReason.Empty(attribute, actual);
        }
        return bytes > mostBytes ? new MisfitReason.TooLong(attribute, bytes, mostBytes) : null;
    }

    /** The length in UTF-8. It is counted only where it could be too long: a character of Java's has three bytes at most. */
    private static int bytesOf(String text, int mostBytes) {
        return text.length() <= mostBytes / 3 ? text.length() : text.getBytes(StandardCharsets.UTF_8).length;
    }
}
