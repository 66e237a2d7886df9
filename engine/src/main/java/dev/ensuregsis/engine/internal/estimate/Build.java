package dev.ensuregsis.engine.internal.estimate;

import dev.ensuregsis.engine.estimate.BuildProgress;
import dev.ensuregsis.engine.estimate.DurationRange;
import dev.ensuregsis.engine.estimate.IndexEstimate;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An index that is building, with what was expected of it and what was measured.
 *
 * @param began when it was asked for
 * @param expected what was expected of it; null if nothing
 * @param measured what was measured; null if nothing yet
 */
public record Build(
        Instant began,
        @Nullable IndexEstimate expected,
        @Nullable Measured measured) {
    /** Where nothing is expected, what takes this long is slow. */
    private static final Duration LONG = Duration.ofMinutes(30);

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
            return new BuildProgress(latest.percent(), latest.at(), left == null ? rest : left);
        }
        return whole == null ? null : new BuildProgress(null, null, rest);
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
