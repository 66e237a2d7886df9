package dev.ensuregsis.engine.internal.check;

import dev.ensuregsis.engine.check.CheckListener;
import dev.ensuregsis.engine.check.CheckProgress;
import dev.ensuregsis.engine.check.IndexTally;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells how far a check is, and how long what is left will take at the pace so far. */
final class Progress {
    private final List<Assignment> tables;
    private final int done;
    private final CheckListener listener;

    Progress(List<Assignment> tables, int done, CheckListener listener) {
        this.tables = tables;
        this.done = done;
        this.listener = listener;
    }

    void tell(TableScan scan) {
        var forecast = scan.assignment().forecast();
        var read = scan.reading().all();
        listener.goesOn(new CheckProgress(
                forecast.tableName(),
                done,
                tables.size(),
                read.items(),
                forecast.items(),
                read.readUnits(),
                read.indexes().values().stream().mapToLong(IndexTally::misfits).sum(),
                left(scan),
                scan.isThrottled()));
    }

    private @Nullable Duration left(TableScan scan) {
        double pace = scan.unitsPerSecond();
        var forecast = scan.assignment().forecast();
        double left = forecast.readUnits() - scan.unitsRead();
        if (pace <= 0 || left <= 0) {
            return null;
        }
        double seconds = left / pace;
        for (var later : tables.subList(done + 1, tables.size())) {
            var limit = later.limit().unitsPerSecond();
            seconds += later.forecast().readUnits() / (limit == null ? pace : limit);
        }
        return Duration.ofMillis((long) (seconds * 1000));
    }
}
