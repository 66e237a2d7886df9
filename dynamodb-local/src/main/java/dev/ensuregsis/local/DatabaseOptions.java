package dev.ensuregsis.local;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a database of an {@link EmbeddedServer} shows of AWS that DynamoDB Local, as it is, doesn't. Immutable.
 *
 * @param strict what it refuses
 * @param indexLag how long after a write the global secondary indexes show it; zero for a lag that only an {@link IndexLag}
 *     makes; null for none, which costs nothing and has no {@link IndexLag}
 * @since 0.1
 */
public record DatabaseOptions(Strict strict, @Nullable Duration indexLag) {

    /** {@link Strict#DEFAULT}, and no lag. */
    public static final DatabaseOptions DEFAULT = new DatabaseOptions(Strict.DEFAULT, null);

    /**
     * Takes the parts as they are.
     *
     * @throws IllegalArgumentException if the lag is negative
     */
    public DatabaseOptions {
        Objects.requireNonNull(strict, "strict");
        if (indexLag != null && indexLag.isNegative()) {
            throw new IllegalArgumentException("An index can't be ahead of its table: " + indexLag + " is negative.");
        }
    }

    /**
     * The same, with another strictness.
     *
     * @param other what the database refuses
     * @return new options
     */
    public DatabaseOptions with(Strict other) {
        return new DatabaseOptions(other, indexLag);
    }

    /**
     * The same, with an index lag.
     *
     * @param lag how long after a write the global secondary indexes show it; zero or more
     * @return new options
     */
    public DatabaseOptions withIndexLag(Duration lag) {
        return new DatabaseOptions(strict, Objects.requireNonNull(lag, "lag"));
    }
}
