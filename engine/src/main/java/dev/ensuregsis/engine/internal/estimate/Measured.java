package dev.ensuregsis.engine.internal.estimate;

import dev.ensuregsis.engine.estimate.DurationRange;
import dev.ensuregsis.engine.spi.BuildFigures.Progress;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of one index's progress. Immutable.
 *
 * @param first the first figure
 * @param latest the latest
 */
public record Measured(Progress first, Progress latest) {
    private static final double WHOLE = 100;

    /**
     * Takes in a figure. One that is no newer, or that says less than was known, says nothing.
     *
     * @param known what was measured before; null for nothing
     * @param figure what was measured now; null for nothing
     * @return what is known now; null for nothing
     */
    public static @Nullable Measured with(@Nullable Measured known, @Nullable Progress figure) {
        if (figure == null) {
            return known;
        }
        if (known == null) {
            return new Measured(figure, figure);
        }
        return figure.at().isAfter(known.latest.at()) && figure.percent() >= known.latest.percent()
                ? new Measured(known.first, figure)
                : known;
    }

    /**
     * How much longer it takes at the pace that was measured: between the figures, or since it began where there is one.
     *
     * @param began when it was asked for
     * @param now what time it is
     * @return that; null if it has not moved
     */
    public @Nullable DurationRange left(Instant began, Instant now) {
        boolean moved = latest.percent() > first.percent();
        var since = Duration.between(moved ? first.at() : began, latest.at());
        double done = moved ? latest.percent() - first.percent() : latest.percent();
        if (done <= 0 || since.isNegative() || since.isZero()) {
            return null;
        }
        var rest = Duration.ofSeconds(Math.round(since.toSeconds() * (WHOLE - latest.percent()) / done));
        var left = rest.minus(Duration.between(latest.at(), now));
        var some = left.isNegative() ? Duration.ZERO : left;
        return new DurationRange(some, some);
    }
}
