package dev.ensuregsis.engine.internal.estimate;

import dev.ensuregsis.engine.estimate.BuildProgress;
import dev.ensuregsis.engine.estimate.BuildThrottling;
import dev.ensuregsis.engine.estimate.DurationRange;
import dev.ensuregsis.engine.estimate.IndexEstimate;
import dev.ensuregsis.engine.spi.BuildFigures;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An index that is building, with what was expected of it and what was measured.
 *
 * @param began when it was asked for
 * @param expected what was expected of it; null if nothing
 * @param measured how far it had come when that was measured; null if it wasn't yet
 * @param throttling what throttles it, when last asked; null if nothing is known to
 */
public record Build(
        Instant began,
        @Nullable IndexEstimate expected,
        @Nullable Measured measured,
        @Nullable BuildThrottling throttling) {
    /** Where nothing is expected, what takes this long is slow. */
    private static final Duration LONG = Duration.ofMinutes(30);

    /**
     * An index of which nothing is measured yet.
     *
     * @param began when it was asked for
     * @param expected what was expected of it; null if nothing
     */
    public Build(Instant began, @Nullable IndexEstimate expected) {
        this(began, expected, null, null);
    }

    /**
     * Takes in what was measured.
     *
     * @param figures the figures
     * @return the index as it is known now
     */
    public Build with(BuildFigures figures) {
        var events = figures.throttling();
        return new Build(
                began,
                expected,
                Measured.with(measured, figures.progress()),
                events == null || events.events() <= 0
                        ? null
                        : new BuildThrottling(events.consumedPerSecond(), expected == null ? null : expected.bound()));
    }

    /**
     * How far it has come.
     *
     * @param now what time it is
     * @return that; null if nothing is known
     */
    public @Nullable BuildProgress progress(Instant now) {
        var whole = expected == null ? null : expected.duration();
        var rest = whole == null ? null : rest(whole, Duration.between(began, now));
        if (measured != null) {
            var latest = measured.latest();
            var left = measured.left(began, now);
            return new BuildProgress(latest.percent(), latest.at(), left == null ? rest : left, throttling);
        }
        return whole == null && throttling == null ? null : new BuildProgress(null, null, rest, throttling);
    }

    private static @Nullable DurationRange rest(DurationRange whole, Duration passed) {
        var most = whole.most().minus(passed);
        var least = whole.least().minus(passed);
        return most.isNegative() || most.isZero()
                ? null
                : new DurationRange(least.isNegative() ? Duration.ZERO : least, most);
    }

    /**
     * Whether it moves slower than was expected.
     *
     * @param now what time it is
     * @return true if it has taken longer already, or will at the pace that was measured
     */
    public boolean isSlow(Instant now) {
        var whole = expected == null ? null : expected.duration();
        var longest = whole == null ? LONG : whole.most();
        var left = measured == null ? null : measured.left(began, now);
        var soFar = Duration.between(began, now);
        return (left == null ? soFar : soFar.plus(left.most())).compareTo(longest) > 0;
    }
}
