package dev.ensuregsis.maven.internal.goal;

import dev.ensuregsis.maven.internal.report.Finding;
import org.jspecify.annotations.Nullable;

/**
 * What came of a goal.
 *
 * @param finding what it found or did, for a report; null if there was nothing to look at
 * @param complaint what the build fails with; null if it doesn't
 */
public record Outcome(@Nullable Finding finding, @Nullable String complaint) {
    /** Nothing to do, and nothing to report. */
    static final Outcome NOTHING = new Outcome(null, null);

    /** The build goes on. */
    static Outcome green(Finding finding) {
        return new Outcome(finding, null);
    }

    /** What was thrown on the way to it and ended it; null if nothing was. */
    @Nullable
    Throwable thrown() {
        return finding instanceof Finding.Ran ran ? ran.report().thrown() : null;
    }
}
