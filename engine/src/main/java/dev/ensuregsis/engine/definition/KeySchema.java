package dev.ensuregsis.engine.definition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * The key of a table or of an index: the attributes of its partition key (HASH), then those of its sort key (RANGE), in
 * order. The order matters to DynamoDB and to equality.
 *
 * @param partitionKey 1 to 4 attribute names; more than one only on a global secondary index
 * @param sortKey 0 to 4 attribute names; more than one only on a global secondary index
 */
public record KeySchema(List<String> partitionKey, List<String> sortKey) {

    /** The most attributes that either half of a multi-attribute key may have. Source: DynamoDB quotas, Nov 2025. */
    public static final int MAX_ATTRIBUTES = 4;

    /**
     * Copies both lists.
     *
     * @throws IllegalArgumentException if the number of attributes is out of bounds, or an attribute is named twice or
     *     has no valid name
     */
    public KeySchema {
        partitionKey = List.copyOf(partitionKey);
        sortKey = List.copyOf(sortKey);
        var faults = new ArrayList<String>();
        if (partitionKey.isEmpty()) {
            faults.add("a key needs at least one attribute with KeyType HASH");
        }
        if (partitionKey.size() > MAX_ATTRIBUTES) {
            faults.add("a key has at most " + MAX_ATTRIBUTES + " HASH attributes, not " + partitionKey.size());
        }
        if (sortKey.size() > MAX_ATTRIBUTES) {
            faults.add("a key has at most " + MAX_ATTRIBUTES + " RANGE attributes, not " + sortKey.size());
        }
        var seen = new HashSet<String>();
        for (var half : List.of(partitionKey, sortKey)) {
            for (var attribute : half) {
                Names.attributeFault(attribute).ifPresent(faults::add);
                if (!seen.add(attribute)) {
                    faults.add("attribute \"" + attribute + "\" stands twice in the key");
                }
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
    }

    /**
     * A key of one partition attribute.
     *
     * @param partitionKey the attribute's name
     * @return the key
     */
    public static KeySchema of(String partitionKey) {
        return new KeySchema(List.of(partitionKey), List.of());
    }

    /**
     * A key of one partition and one sort attribute.
     *
     * @param partitionKey the partition attribute's name
     * @param sortKey the sort attribute's name
     * @return the key
     */
    public static KeySchema of(String partitionKey, String sortKey) {
        return new KeySchema(List.of(partitionKey), List.of(sortKey));
    }

    /**
     * All attributes of the key.
     *
     * @return the partition key's attributes, then the sort key's
     */
    public List<String> attributes() {
        return Stream.concat(partitionKey.stream(), sortKey.stream()).toList();
    }

    /**
     * Whether the key needs what only a global secondary index has: several attributes in one half.
     *
     * @return true if either half has more than one attribute
     */
    public boolean isMultiAttribute() {
        return partitionKey.size() > 1 || sortKey.size() > 1;
    }
}
