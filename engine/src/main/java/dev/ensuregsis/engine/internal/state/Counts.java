package dev.ensuregsis.engine.internal.state;

import dev.ensuregsis.engine.spi.GsiStatus;
import dev.ensuregsis.engine.spi.StateSummary;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The counts of a state by the names that they have in the file, in its order. */
final class Counts {
    private Counts() {}

    static Map<String, Integer> of(StateSummary summary) {
        var counts = new LinkedHashMap<String, Integer>();
        counts.put("total", summary.total());
        counts.put(GsiStatus.PENDING.word(), summary.pending());
        counts.put(GsiStatus.IN_PROGRESS.word(), summary.inProgress());
        counts.put(GsiStatus.ACTIVE.word(), summary.active());
        counts.put(GsiStatus.FAILED.word(), summary.failed());
        return Collections.unmodifiableMap(counts);
    }
}
