package dev.ensuregsis.maven.internal.option;

import dev.ensuregsis.engine.GsiEngine;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait, and how often to say so.
 *
 * @param waits whether to wait until all is ACTIVE
 * @param longest when to stop waiting; null for never
 * @param stall how long a table may refuse its next change while nothing on it changes
 * @param progressInterval how long between two reports; null for what fits the reader
 * @param metrics whether CloudWatch may be asked how far an index has come
 */
public record WaitingOptions(
        boolean waits,
        @Nullable Duration longest,
        Duration stall,
        @Nullable Duration progressInterval,
        boolean metrics) {

    /**
     * Reads the options.
     *
     * @param options what the user gave; is told what is refused
     * @return the options
     */
    public static WaitingOptions read(OptionReader options) {
        var stall = options.duration("gsi.stallTimeout");
        return new WaitingOptions(
                options.flag("gsi.wait", true),
                options.duration("gsi.timeout"),
                stall == null ? GsiEngine.DEFAULT_STALL_TIMEOUT : stall,
                options.duration("gsi.progressInterval"),
                metrics(options));
    }

    private static boolean metrics(OptionReader options) {
        var choice = options.text("gsi.metrics");
        if (choice != null && !choice.equals("auto") && !choice.equals("off")) {
            options.refuse("gsi.metrics", "auto or off");
        }
        return !"off".equals(choice);
    }
}
