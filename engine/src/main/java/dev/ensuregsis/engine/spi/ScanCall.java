package dev.ensuregsis.engine.spi;

import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A page of a table's items to read.
 *
 * @param tableName the table
 * @param attributes the attributes to return; the whole item is paid for all the same. Never empty
 * @param segment which segment, from 0
 * @param segments how many there are
 * @param after the key after which the page begins; null for the segment's first
 * @param mostItems how many items to read at most; null for a whole page, which is 1 MB
 */
public record ScanCall(
        String tableName,
        SortedSet<String> attributes,
        int segment,
        int segments,
        @Nullable Map<String, AttributeValue> after,
        @Nullable Integer mostItems) {

    /** Copies the collections. */
    public ScanCall {
        attributes = Collections.unmodifiableSortedSet(new TreeSet<>(attributes));
        after = after == null ? null : Map.copyOf(after);
    }
}
