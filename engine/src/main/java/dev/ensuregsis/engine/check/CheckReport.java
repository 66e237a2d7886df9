package dev.ensuregsis.engine.check;

import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.spi.Target;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check found.
 *
 * @param target where
 * @param sample how many items were to be read
 * @param startedAt when it began
 * @param endedAt when it ended
 * @param tables each table, in the order of the definitions
 * @param abortedBy what ended it before its end; null if nothing did
 */
public record CheckReport(
        Target target,
        Sample sample,
        Instant startedAt,
        Instant endedAt,
        List<TableCheck> tables,
        @Nullable Failure abortedBy) {

    /** Copies the list. */
    public CheckReport {
        tables = List.copyOf(tables);
    }

    /** How a check ends. */
    public enum Verdict {
        /** No item that was read is left out of an index but by design. */
        FITS,
        /** Items are left out. */
        MISFITS,
        /** A table could not be read to its end, whatever was found in others. */
        NOT_CHECKED,
        /** There are tables defined, and not one of them exists. */
        NO_TABLE
    }

    /**
     * How it ended.
     *
     * @return the verdict
     */
    public Verdict verdict() {
        if (abortedBy != null || tables.stream().anyMatch(table -> table.failure() != null)) {
            return Verdict.NOT_CHECKED;
        }
        if (!tables.isEmpty() && tables.stream().noneMatch(TableCheck::exists)) {
            return Verdict.NO_TABLE;
        }
        return misfits() > 0 ? Verdict.MISFITS : Verdict.FITS;
    }

    /**
     * Whether all was read that was to be.
     *
     * @return true if so; false if a table, or the whole check, ended before
     */
    public boolean isComplete() {
        return abortedBy == null && tables.stream().allMatch(TableCheck::complete);
    }

    /**
     * The items that are left out, added up over all indexes.
     *
     * @return how many of those that were read
     */
    public long misfits() {
        return tables.stream().mapToLong(TableCheck::misfits).sum();
    }
}
