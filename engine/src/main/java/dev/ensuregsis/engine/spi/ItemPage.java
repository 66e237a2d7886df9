package dev.ensuregsis.engine.spi;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A page of items.
 *
 * @param items the items, each with those of the attributes asked for that it has
 * @param last the key after which the next page begins; null if the segment is read
 * @param readUnits what it took; null where the endpoint doesn't tell
 */
public record ItemPage(
        List<Map<String, AttributeValue>> items,
        @Nullable Map<String, AttributeValue> last,
        @Nullable Double readUnits) {

    /** Copies the outer collections. */
    public ItemPage {
        items = List.copyOf(items);
        last = last == null ? null : Map.copyOf(last);
    }
}
