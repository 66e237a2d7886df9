package dev.ensuregsis.engine.internal.estimate;

import dev.ensuregsis.engine.estimate.DurationRange;
import dev.ensuregsis.engine.spi.GsiEntry;
import dev.ensuregsis.engine.spi.GsiStatus;
import dev.ensuregsis.engine.spi.StateContents;
import dev.ensuregsis.engine.spi.StoredState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the indexes took that earlier runs saw become ACTIVE.
 *
 * @param byTable from the call until ACTIVE, of each index of a table
 */
public record EarlierBuilds(Map<String, List<Duration>> byTable) {
    /** How far the next index may lie from those before it: half as long again, or that much shorter. */
    private static final double ALLOWANCE = 1.5;

    /** Nothing is remembered. */
    public static final EarlierBuilds NONE = new EarlierBuilds(Map.of());

    /**
     * What a state remembers.
     *
     * @param found what a look at it found
     * @return the durations
     */
    public static EarlierBuilds of(StoredState found) {
        return of(found.contents().map(StateContents::entries).orElse(Map.of()).values());
    }

    /** What these entries remember. */
    static EarlierBuilds of(Collection<GsiEntry> entries) {
        var byTable = new LinkedHashMap<String, List<Duration>>();
        for (var entry : entries) {
            var asked = entry.creationTime();
            var active = entry.activeTime();
            if (entry.status() == GsiStatus.ACTIVE && asked != null && active != null && active.isAfter(asked)) {
                byTable.computeIfAbsent(entry.id().tableName(), name -> new ArrayList<>())
                        .add(Duration.between(asked, active));
            }
        }
        return new EarlierBuilds(byTable);
    }

    /** What those of these tables took. */
    Optional<Learnt> of(Predicate<String> tables) {
        var took = byTable.entrySet().stream()
                .filter(table -> tables.test(table.getKey()))
                .flatMap(table -> table.getValue().stream())
                .sorted()
                .toList();
        return took.isEmpty()
                ? Optional.empty()
                : Optional.of(new Learnt(
                        new DurationRange(
                                scaled(took.get(0), 1 / ALLOWANCE), scaled(took.get(took.size() - 1), ALLOWANCE)),
                        took.size()));
    }

    private static Duration scaled(Duration duration, double factor) {
        return Duration.ofSeconds(Math.round(duration.toSeconds() * factor));
    }

    /** What the next one may take, and from how many that was learnt. */
    record Learnt(DurationRange range, int indexes) {}
}
