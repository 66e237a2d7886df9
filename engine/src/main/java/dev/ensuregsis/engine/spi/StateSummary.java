package dev.ensuregsis.engine.spi;

import java.util.Collection;
import java.util.EnumMap;

/**
 * How many indexes are recorded, and how many in each status.
 *
 * @param total all of them
 * @param pending those not attempted yet
 * @param inProgress those begun and not known to be ACTIVE
 * @param active those that are ACTIVE
 * @param failed those given up
 */
public record StateSummary(int total, int pending, int inProgress, int active, int failed) {

    /**
     * Counts entries.
     *
     * @param entries what to count
     * @return the counts
     */
    public static StateSummary of(Collection<GsiEntry> entries) {
        var counts = new EnumMap<GsiStatus, Integer>(GsiStatus.class);
        entries.forEach(entry -> counts.merge(entry.status(), 1, Integer::sum));
        return new StateSummary(
                entries.size(),
                counts.getOrDefault(GsiStatus.PENDING, 0),
                counts.getOrDefault(GsiStatus.IN_PROGRESS, 0),
                counts.getOrDefault(GsiStatus.ACTIVE, 0),
                counts.getOrDefault(GsiStatus.FAILED, 0));
    }

    @Override
    public String toString() {
        return total + (total == 1 ? " index: " : " indexes: ") + pending + " pending, " + inProgress + " in progress, "
                + active + " active, " + failed + " failed";
    }
}
