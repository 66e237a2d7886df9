package dev.ensuregsis.engine.check;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far a check is.
 *
 * @param tableName the table that is being read
 * @param tablesDone how many tables are done
 * @param tables how many there are to be read
 * @param items how many items of this table have been read
 * @param itemsToRead how many are to be read, as DynamoDB last counted: it can be fewer than there are
 * @param readUnits read units that this table has taken
 * @param misfits the misfits found in it
 * @param left how long all that is left will take at the pace so far; null where that can't be told
 * @param throttled whether DynamoDB refuses to serve more just now
 */
public record CheckProgress(
        String tableName,
        int tablesDone,
        int tables,
        long items,
        long itemsToRead,
        double readUnits,
        long misfits,
        @Nullable Duration left,
        boolean throttled) {}
