package dev.ensuregsis.maven.internal.console;

import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.spi.Target;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Values in the words of this tool's output. English, whatever the locale: it is read by scripts too. */
public final class Words {

    private Words() {}

    /**
     * A time span, to the second where it is longer than one.
     *
     * @param duration the time span
     * @return like {@code 3 min 5 s}
     */
    public static String duration(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 1) {
            return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
        }
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min" + (seconds % 60 == 0 ? "" : " " + seconds % 60 + " s");
        }
        return seconds / 3600 + " h" + (seconds / 60 % 60 == 0 ? "" : " " + seconds / 60 % 60 + " min");
    }

    /**
     * A size.
     *
     * @param bytes how many bytes
     * @return like {@code 1.5 MiB}
     */
    public static String bytes(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        var units = new String[] {"KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
        double value = bytes / 1024.0;
        int unit = 0;
        while (value >= 1024 && unit < units.length - 1) {
            value /= 1024;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", value, units[unit]);
    }

    /**
     * A number, with commas.
     *
     * @param number the number
     * @return like {@code 10,000}
     */
    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /**
     * A number of things.
     *
     * @param number how many
     * @param noun what one is called
     * @param nouns what several are called
     * @return like {@code 2 tables}
     */
    public static String count(long number, String noun, String nouns) {
        return number(number) + " " + (number == 1 ? noun : nouns);
    }

    /**
     * A number of indexes.
     *
     * @param number how many
     * @return like {@code 2 GSIs}
     */
    public static String gsis(long number) {
        return count(number, "GSI", "GSIs");
    }

    /**
     * A moment, to the second, in UTC.
     *
     * @param instant the moment; null if it isn't known
     * @return ISO 8601, or a dash
     */
    public static String instant(@Nullable Instant instant) {
        return instant == null ? "-" : instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /**
     * Which DynamoDB.
     *
     * @param target as far as it is known
     * @return account, region and endpoint
     */
    public static String target(Target target) {
        var parts = new ArrayList<String>();
        if (target.accountId() != null) {
            parts.add("account " + target.accountId());
        }
        if (target.region() != null) {
            parts.add("region " + target.region());
        }
        if (target.endpoint() != null) {
            parts.add("endpoint " + target.endpoint());
        }
        return parts.isEmpty() ? "not known" : String.join(", ", parts);
    }

    /**
     * A key.
     *
     * @param key the key
     * @return its attributes, with a slash before those of the sort key
     */
    public static String key(KeySchema key) {
        return key.sortKey().isEmpty()
                ? String.join(" + ", key.partitionKey())
                : String.join(" + ", key.partitionKey()) + " / " + String.join(" + ", key.sortKey());
    }

    /**
     * What an index holds.
     *
     * @param index the index
     * @return its projection
     */
    public static String projection(IndexDefinition index) {
        return Projections.words(index.projectionToCreate());
    }
}
