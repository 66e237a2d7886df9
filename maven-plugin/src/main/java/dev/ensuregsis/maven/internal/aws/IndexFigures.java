package dev.ensuregsis.maven.internal.aws;

import dev.ensuregsis.engine.spi.BuildFigures;
import dev.ensuregsis.engine.spi.BuildFigures.Progress;
import dev.ensuregsis.engine.spi.BuildFigures.Throttling;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an answer says of one index. A value that is missing is not zero: nothing is known then. */
final class IndexFigures {
    private final Map<IndexMetric.Kind, Value> latest = new EnumMap<>(IndexMetric.Kind.class);

    private record Value(Instant at, double value) {}

    /** Takes the values of a metric in; an answer may come in pages. */
    void take(IndexMetric.Kind kind, List<Instant> timestamps, List<Double> values) {
        for (int i = 0; i < Math.min(timestamps.size(), values.size()); i++) {
            var value = new Value(timestamps.get(i), values.get(i));
            latest.merge(kind, value, (one, other) -> other.at().isAfter(one.at()) ? other : one);
        }
    }

    BuildFigures known() {
        return new BuildFigures(progress(), throttling());
    }

    private @Nullable Progress progress() {
        var percent = latest.get(IndexMetric.Kind.PERCENT);
        return percent == null ? null : new Progress(percent.value(), percent.at());
    }

    private @Nullable Throttling throttling() {
        var events = latest.get(IndexMetric.Kind.THROTTLE_EVENTS);
        if (events == null) {
            return null;
        }
        var consumed = latest.get(IndexMetric.Kind.CONSUMED_UNITS);
        return new Throttling(
                events.value(),
                consumed == null
                        ? 0
                        : consumed.value()
                                / IndexMetric.Kind.CONSUMED_UNITS.period().toSeconds());
    }
}
