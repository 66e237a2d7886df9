package dev.ensuregsis.maven.internal.option;

import dev.ensuregsis.engine.check.Sample;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What {@code gsi:check} is told.
 *
 * @param tables which tables, where and as whom
 * @param sample how many items are read
 * @param readCapacity read units a second and table; null for half of what a table has
 * @param file where the misfits' keys go; null for nowhere
 * @param failsOnMisfit whether the build fails if an item is left out
 * @param retry how often to try
 * @param progressInterval how long between two lines; null for what fits the reader
 */
public record CheckOptions(
        TableOptions tables,
        Sample sample,
        @Nullable Integer readCapacity,
        @Nullable String file,
        boolean failsOnMisfit,
        RetryOptions retry,
        @Nullable Duration progressInterval) {
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d+)?)\\s*%");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}");

    /**
     * Reads the options.
     *
     * @param options what the user gave; is told what is refused
     * @return the options
     */
    public static CheckOptions read(OptionReader options) {
        return new CheckOptions(
                TableOptions.read(options),
                sample(options),
                options.count("gsi.checkReadCapacity"),
                options.text("gsi.checkFile"),
                options.flag("gsi.failOnMisfit", true),
                RetryOptions.read(options),
                options.duration("gsi.progressInterval"));
    }

    private static Sample sample(OptionReader options) {
        var text = options.text("gsi.checkSample");
        if (text == null) {
            return Sample.ALL;
        }
        var percent = PERCENT.matcher(text);
        if (percent.matches()) {
            double share = Double.parseDouble(percent.group(1)) / 100;
            if (share == 1) {
                return Sample.ALL;
            }
            if (share > 0 && share < 1) {
                return new Sample.Share(share);
            }
        } else if (NUMBER.matcher(text).matches() && Long.parseLong(text) > 0) {
            return new Sample.Items(Long.parseLong(text));
        }
        options.refuse("gsi.checkSample", "a share like 10%, over 0% and at most 100%, or a number of items");
        return Sample.ALL;
    }
}
