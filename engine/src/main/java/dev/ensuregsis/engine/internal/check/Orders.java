package dev.ensuregsis.engine.internal.check;

import dev.ensuregsis.engine.check.Sample;
import dev.ensuregsis.engine.definition.IndexId;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the user wants of a check.
 *
 * @param selected which indexes, of those that tables have and nobody defines
 * @param sample how many items
 * @param readCapacity how many read units a second to take of a table; null for half of what it has
 * @param expectedAccount the account that the tables have to belong to; null for any
 */
public record Orders(
        Predicate<IndexId> selected,
        Sample sample,
        @Nullable Integer readCapacity,
        @Nullable String expectedAccount) {}
