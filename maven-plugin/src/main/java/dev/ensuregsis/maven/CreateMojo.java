package dev.ensuregsis.maven;

import dev.ensuregsis.maven.internal.goal.CreateGoal;
import dev.ensuregsis.maven.internal.goal.MavenRunner;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Creates the global secondary indexes that are defined and missing, and waits until they are ACTIVE. An interrupted run
 * is resumed by the same command. Nothing is ever deleted.
 */
@Mojo(name = "create", requiresProject = false, threadSafe = true)
public final class CreateMojo extends EnsuringMojo {

    /** Waits until all is ACTIVE. False: starts what can be started, and leaves. */
    @Parameter(property = "gsi.wait", defaultValue = "true")
    @Nullable
    String wait;

    /** Stops waiting after this long, like {@code 90m} or {@code PT1H30M}; state is kept. Default: never. */
    @Parameter(property = "gsi.timeout")
    @Nullable
    String timeout;

    /**
     * Fails a table that refuses its next change (in use, or one index at a time) while nothing on it changes for this
     * long. One that builds, or waits for the account's limits or for DynamoDB to take calls, never is. Default: 1 h.
     */
    @Parameter(property = "gsi.stallTimeout")
    @Nullable
    String stallTimeout;

    /**
     * How long between two reports while waiting: one line in batch mode, the tables that are waited for too on a
     * terminal. Default: a minute in batch mode, 15 s on a terminal.
     */
    @Parameter(property = "gsi.progressInterval")
    @Nullable
    String progressInterval;

    /**
     * {@code auto}: CloudWatch is asked how far an index has come, and whether it is throttled, where it may be read; at most
     * every five minutes. {@code off}: it is estimated.
     */
    @Parameter(property = "gsi.metrics", defaultValue = "auto")
    @Nullable
    String metrics;

    /**
     * How often the creation of an index is attempted in one run. Per class of error there are
     * {@code gsi.retry.<class>.attempts}, {@code .base} and {@code .cap}; see the page on retries. Default: 5.
     */
    @Parameter(property = "gsi.maxAttempts")
    @Nullable
    String maxAttempts;

    /**
     * Made by Maven.
     *
     * @param runner runs goals
     * @param goal what this one does
     */
    @Inject
    public CreateMojo(MavenRunner runner, CreateGoal goal) {
        super(runner, goal);
    }

    @Override
    void handOn(GivenOptions given) {
        super.handOn(given);
        given.put("gsi.wait", wait);
        given.put("gsi.timeout", timeout);
        given.put("gsi.stallTimeout", stallTimeout);
        given.put("gsi.progressInterval", progressInterval);
        given.put("gsi.metrics", metrics);
        given.put("gsi.maxAttempts", maxAttempts);
    }
}
