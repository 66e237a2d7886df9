package dev.ensuregsis.engine.spi;

import dev.ensuregsis.engine.definition.IndexId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run that has ended, as the history of a state has it. Immutable.
 *
 * @param startedAt when it began; null if that isn't known
 * @param endedAt when it ended
 * @param owner who ran it; null if that isn't known
 * @param ending how it ended, in a word like {@code ensured}; null if that isn't known
 * @param summary how the indexes of the state stood at its end
 * @param created the first indexes that it created, in the order in which they became ACTIVE
 * @param failed the first indexes that it gave up
 */
public record EndedRun(
        @Nullable Instant startedAt,
        Instant endedAt,
        @Nullable LockOwner owner,
        @Nullable String ending,
        StateSummary summary,
        List<Deed> created,
        List<Deed> failed) {

    /** How many indexes of each kind are named at most. */
    public static final int MOST_DEEDS = 20;

    /** Copies the lists, and leaves out what is beyond {@link #MOST_DEEDS}. */
    public EndedRun {
        created = created.stream().limit(MOST_DEEDS).toList();
        failed = failed.stream().limit(MOST_DEEDS).toList();
    }

    /**
     * What became of one index.
     *
     * @param index which
     * @param at when; null if that isn't known
     */
    public record Deed(IndexId index, @Nullable Instant at) {}
}
