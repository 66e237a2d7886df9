package dev.ensuregsis.maven.internal.console;

import dev.ensuregsis.engine.estimate.BuildProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** How far an index has come, in words. */
final class ProgressText {
    private ProgressText() {}

    /** What is measured has an age; what is estimated says so; and what takes longer than either foresaw does too. */
    static String of(BuildProgress progress, Instant now) {
        var left = progress.left() == null ? "longer than expected" : left(progress);
        var percent = progress.percent();
        var asOf = progress.asOf();
        if (percent == null || asOf == null) {
            return left;
        }
        return percent(percent) + " " + age(Duration.between(asOf, now)) + ", " + left;
    }

    private static String left(BuildProgress progress) {
        var left = progress.left();
        if (left == null || left.most().isZero()) {
            return "any moment now";
        }
        var words = EstimateText.range(left) + " left";
        return left.least().equals(left.most()) ? "about " + words : words + " by estimate";
    }

    private static String percent(double percent) {
        // Never more than there is: 100 % is all of it.
        return percent < 1
                ? String.format(Locale.ROOT, "%.1f %%", Math.floor(percent * 10) / 10)
                : (long) percent + " %";
    }

    private static String age(Duration age) {
        return age.toMinutes() < 1 ? "just now" : EstimateText.coarse(Duration.ofMinutes(age.toMinutes())) + " ago";
    }
}
