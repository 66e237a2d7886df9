package dev.ensuregsis.local.internal.lag;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.dynamodb.services.local.shared.access.DDBType;
import software.amazon.dynamodb.services.local.shared.access.LocalDBAccess;
import software.amazon.dynamodb.services.local.shared.model.AttributeValue;

/** The second copy of the tables, as the indexes show them. */
final class IndexCopy {
    private static final Set<DDBType> KEY_TYPES = Set.of(DDBType.S, DDBType.N, DDBType.B);

    private final LocalDBAccess access;

    IndexCopy(LocalDBAccess access) {
        this.access = access;
    }

    LocalDBAccess access() {
        return access;
    }

    void take(List<ItemImage> images) {
        images.forEach(this::take);
    }

    private void take(ItemImage image) {
        var item = image.attributes();
        if (item == null) {
            access.deleteRecord(image.key().table(), image.key().attributes(), false);
            return;
        }
        try {
            put(image.key(), item);
        } catch (RuntimeException e) {
            put(image.key(), withoutUnfitKeys(image.key(), item));
        }
    }

    private void put(ItemKey key, Map<String, AttributeValue> item) {
        access.putRecord(key.table(), item, key.hash(), key.range(), false);
    }

    /** An index that was added after the write may have a key that no value of the item can be: the item isn't in it. */
    private Map<String, AttributeValue> withoutUnfitKeys(ItemKey key, Map<String, AttributeValue> item) {
        var table = access.getTableInfo(key.table());
        var fit = new HashMap<>(item);
        fit.entrySet()
                .removeIf(attribute -> table.indexedAttributeType(attribute.getKey()) != null
                        && !KEY_TYPES.contains(attribute.getValue().getType()));
        return fit;
    }
}
