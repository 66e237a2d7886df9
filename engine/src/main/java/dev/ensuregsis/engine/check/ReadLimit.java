package dev.ensuregsis.engine.check;

import dev.ensuregsis.engine.definition.BillingMode;
import dev.ensuregsis.engine.spi.ReadableTable;
import org.jspecify.annotations.Nullable;

/**
 * How many read units a second a check takes of a table.
 *
 * @param unitsPerSecond so many; null for as many as there are
 * @param basis where that comes from
 */
public record ReadLimit(@Nullable Double unitsPerSecond, Basis basis) {

    /**
     * What an on-demand table serves from its first day, in read units a second. Source: on-demand capacity mode, "initial
     * throughput", in the developer guide.
     */
    public static final long INITIAL_ON_DEMAND_READ_UNITS = 12_000;

    /** Where a limit comes from. */
    public enum Basis {
        /** The user says so. */
        GIVEN,
        /** Half of the provisioned read capacity. */
        HALF_OF_PROVISIONED,
        /** Half of what the on-demand table serves: its warm throughput or its maximum. */
        HALF_OF_ON_DEMAND,
        /** Half of what every on-demand table serves: this one doesn't tell its own. */
        HALF_OF_INITIAL,
        /** None: an emulator has no capacity. */
        EMULATOR
    }

    /**
     * The limit for a table.
     *
     * @param table the table
     * @param given what the user says; null for half of what the table has
     * @param local whether it lies in an emulator
     * @return the limit
     */
    public static ReadLimit of(ReadableTable table, @Nullable Integer given, boolean local) {
        if (given != null) {
            return new ReadLimit((double) given, Basis.GIVEN);
        }
        if (local) {
            return new ReadLimit(null, Basis.EMULATOR);
        }
        var live = table.table();
        var provisioned = live.throughput() == null ? null : live.throughput().read();
        if (live.billingMode() == BillingMode.PROVISIONED && provisioned != null && provisioned > 0) {
            return new ReadLimit(provisioned / 2.0, Basis.HALF_OF_PROVISIONED);
        }
        var onDemand = table.onDemandReadUnits();
        return onDemand == null
                ? new ReadLimit(INITIAL_ON_DEMAND_READ_UNITS / 2.0, Basis.HALF_OF_INITIAL)
                : new ReadLimit(onDemand / 2.0, Basis.HALF_OF_ON_DEMAND);
    }
}
