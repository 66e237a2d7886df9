package dev.ensuregsis.engine.check;

import dev.ensuregsis.engine.spi.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check is about to read.
 *
 * @param target where
 * @param tables each table whose items are to be read, in order
 * @param costOnDemand what it costs where the tables are on demand, while a provisioned table gives it of what it has; null
 *     where the region's price isn't known
 */
public record CheckForecast(
        Target target, List<TableForecast> tables, @Nullable ReadCost costOnDemand) {

    /** Copies the list. */
    public CheckForecast {
        tables = List.copyOf(tables);
    }

    /**
     * What it takes.
     *
     * @return read units, estimated
     */
    public double readUnits() {
        return tables.stream().mapToDouble(TableForecast::readUnits).sum();
    }

    /**
     * What is to be read of one table.
     *
     * @param tableName the table
     * @param itemsOfTable how many items it has, as DynamoDB last counted (about every six hours)
     * @param items how many of them are to be read
     * @param readUnits what that takes, estimated from the size as last counted: half a unit for each 4 KiB of the whole
     *     items, whatever is returned of them
     * @param limit how many units a second are taken
     * @param takenUp whether an earlier check has read a part of it already
     */
    public record TableForecast(
            String tableName, long itemsOfTable, long items, double readUnits, ReadLimit limit, boolean takenUp) {}
}
