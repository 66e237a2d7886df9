package dev.ensuregsis.engine;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.spi.GsiStatus;
import dev.ensuregsis.engine.spi.LiveIndex;
import dev.ensuregsis.engine.spi.Target;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the state file says beside what DynamoDB says.
 *
 * @param target what was looked at
 * @param statePlace where the state is kept; null if there is none
 * @param rows every index that is defined or recorded
 * @param warnings what there is to know besides, each of a table
 * @param notLooked why DynamoDB could not be asked; null if it was
 */
public record StatusReport(
        Target target,
        @Nullable String statePlace,
        List<Row> rows,
        List<TableWarning> warnings,
        @Nullable Failure notLooked) {

    /** Copies the lists. */
    public StatusReport {
        rows = List.copyOf(rows);
        warnings = List.copyOf(warnings);
    }

    /**
     * One without warnings.
     *
     * @param target what was looked at
     * @param statePlace where the state is kept; null if there is none
     * @param rows every index that is defined or recorded
     * @param notLooked why DynamoDB could not be asked; null if it was
     */
    public StatusReport(Target target, @Nullable String statePlace, List<Row> rows, @Nullable Failure notLooked) {
        this(target, statePlace, rows, List.of(), notLooked);
    }

    /**
     * What there is to know of a live table besides its indexes.
     *
     * @param tableName the table
     * @param text what, in words
     */
    public record TableWarning(String tableName, String text) {}

    /**
     * One index.
     *
     * @param id the index
     * @param defined whether the definitions still have it
     * @param recorded what the state file says; null if it says nothing
     * @param live what DynamoDB says; null if the index isn't there or DynamoDB was not asked
     * @param attempts attempts that used one up, over all runs
     * @param lastError the last error; null if there was none
     * @param since when its creation was last started; null if it never was
     * @param disagreement how file and table contradict each other, in words; null if they don't
     * @param looked whether its table could be looked at; where it couldn't, only what is recorded is known
     */
    public record Row(
            IndexId id,
            boolean defined,
            @Nullable GsiStatus recorded,
            @Nullable LiveIndex live,
            int attempts,
            @Nullable String lastError,
            @Nullable Instant since,
            @Nullable String disagreement,
            boolean looked) {}
}
