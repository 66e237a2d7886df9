package dev.ensuregsis.local.internal.lag;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.dynamodb.services.local.shared.model.AttributeValue;

/**
 * An item as it was after a write.
 *
 * @param key which item
 * @param attributes all of it; null if it was deleted
 */
record ItemImage(ItemKey key, @Nullable Map<String, AttributeValue> attributes) {}
