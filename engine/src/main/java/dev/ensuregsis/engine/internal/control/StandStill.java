package dev.ensuregsis.engine.internal.control;

import dev.ensuregsis.engine.spi.LiveIndex;
import dev.ensuregsis.engine.spi.LiveIndex.IndexStatus;
import dev.ensuregsis.engine.spi.LiveTable;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Notices that nothing moves any more in a database of DynamoDB Local, where an index takes about a second: no table looks otherwise
 * than before, and no change is accepted. One for each run. Thread-safe.
 */
public final class StandStill {
    /** Thirty times what the slowest step takes. */
    static final Duration LONGEST = Duration.ofSeconds(30);

    private final LongSupplier nanoTime;
    private final Map<String, List<LiveIndex>> seen = new HashMap<>();
    private long lastMove;

    /**
     * Begins now.
     *
     * @param nanoTime a clock as {@link System#nanoTime} is one
     */
    public StandStill(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.lastMove = nanoTime.getAsLong();
    }

    /** A change was accepted. */
    public synchronized void moved() {
        lastMove = nanoTime.getAsLong();
    }

    /**
     * Takes in a look at a table.
     *
     * @param table what it has shown
     * @return what to say if that is, once more, what has been building for too long
     */
    public synchronized Optional<String> saw(LiveTable table) {
        var before = seen.put(table.name(), table.indexes());
        if (!table.indexes().equals(before)) {
            moved();
        }
        var building = table.indexes().stream()
                .filter(index -> index.status() == IndexStatus.CREATING)
                .map(LiveIndex::name)
                .collect(Collectors.joining(", "));
        return building.isEmpty() ? Optional.empty() : tooLong("index " + building + " of " + table.name(), null);
    }

    /**
     * A change was refused, because of others that are under way.
     *
     * @param change which
     * @param why the words of the refusal
     * @return what to say if they have been under way for too long
     */
    public synchronized Optional<String> refused(String change, String why) {
        return tooLong(change, why);
    }

    private Optional<String> tooLong(String what, @Nullable String why) {
        if (nanoTime.getAsLong() - lastMove < LONGEST.toNanos()) {
            return Optional.empty();
        }
        return Optional.of("Nothing has moved for " + LONGEST.toSeconds() + " s, and " + what
                + (why == null ? " is still being created." : " is still refused: " + why));
    }
}
