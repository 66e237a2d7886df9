package dev.ensuregsis.engine.definition.bean;

import java.util.List;
import software.amazon.awssdk.enhanced.dynamodb.IndexMetadata;
import software.amazon.awssdk.enhanced.dynamodb.KeyAttributeMetadata;

/**
 * The key attributes of one index, in order.
 *
 * @param partitionKey the names; empty for a local index
 * @param sortKey the names
 */
record BeanIndexKeys(List<String> partitionKey, List<String> sortKey) {

    @SuppressWarnings("deprecation")
    static BeanIndexKeys of(IndexMetadata index) {
        try {
            return new BeanIndexKeys(names(index.partitionKeys()), names(index.sortKeys()));
        } catch (NoSuchMethodError e) {
            // An Enhanced Client from before keys of several attributes; the user's build decides which one is there.
            return new BeanIndexKeys(
                    names(index.partitionKey().stream().toList()),
                    names(index.sortKey().stream().toList()));
        }
    }

    private static List<String> names(List<KeyAttributeMetadata> attributes) {
        return attributes.stream().map(KeyAttributeMetadata::name).toList();
    }
}
