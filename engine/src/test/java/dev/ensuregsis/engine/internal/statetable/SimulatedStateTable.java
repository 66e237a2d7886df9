package dev.ensuregsis.engine.internal.statetable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.spi.EndedRun;
import dev.ensuregsis.engine.spi.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A state table as DynamoDB keeps it: conditions hold or they don't, at one moment. It writes down what it acknowledged, so
 * that nothing of that can be lost unseen. Items are kept as items, so each passes through the mapping.
 */
public final class SimulatedStateTable implements StateRequests {
    private static final int MOST_BYTES = 100_000;

    private final Map<String, NavigableMap<String, Item>> partitions = new HashMap<>();
    private final Map<String, StoredEntry> acknowledged = new HashMap<>();
    private final Map<String, String> writers = new HashMap<>();
    private @Nullable TableShape shape = new TableShape(TableShape.ACTIVE, TableShape.KEY, false, Optional.empty());
    private boolean goesAway;
    private boolean gone;
    private int completions;
    private int writes;
    private int meddlings;

    /** It is still to be made. */
    public SimulatedStateTable missing() {
        shape = null;
        return this;
    }

    /** It is that account's, as its ARN says. */
    public SimulatedStateTable of(String accountId) {
        shape = new TableShape(TableShape.ACTIVE, TableShape.KEY, false, Optional.of(accountId));
        return this;
    }

    SimulatedStateTable as(TableShape described) {
        shape = described;
        return this;
    }

    /** It doesn't answer any more when a state is to move on to another generation. */
    public SimulatedStateTable goingAwayWithTheGeneration() {
        goesAway = true;
        return this;
    }

    public boolean isThere() {
        return shape != null;
    }

    /** How often what it lacks was looked for. */
    public int completions() {
        return completions;
    }

    @Override
    public String tableName() {
        return "states";
    }

    @Override
    public Target target() {
        return new Target(null, "eu-central-1", null);
    }

    @Override
    public TableShape describe() {
        if (shape == null) {
            throw new StateTableException(new StateTableFault.Missing("Requested resource not found"));
        }
        return shape;
    }

    @Override
    public void create() {
        shape = new TableShape(TableShape.ACTIVE, TableShape.KEY, false, Optional.empty());
    }

    @Override
    public void complete() {
        completions++;
    }

    @Override
    public Optional<Head> head(StateKey key) {
        return Optional.ofNullable(partition(HeadItem.PARTITION).get(key.text()))
                .map(this::head);
    }

    private Head head(Item item) {
        return HeadItem.read(item, tableName());
    }

    @Override
    public List<Head> heads() {
        return partition(HeadItem.PARTITION).values().stream()
                .flatMap(item -> HeadItem.readIfLegible(item, tableName()).stream())
                .toList();
    }

    @Override
    public List<StoredEntry> entries(StateKey key, String generation) {
        return partition(key.entries(generation)).values().stream()
                .map(EntryItem::read)
                .toList();
    }

    @Override
    public List<EndedRun> runs(StateKey key, int most) {
        return partition(key.runs()).descendingMap().values().stream()
                .map(RunItem::read)
                .limit(most)
                .toList();
    }

    @Override
    public void put(Head head, @Nullable Head follows) {
        gone |= goesAway && follows != null && !head.generation().equals(follows.generation());
        if (gone) {
            throw new StateTableException(new StateTableFault.Passing("gone"));
        }
        var there = head(head.key());
        var holds = follows == null
                ? there.isEmpty()
                : there.filter(actual -> actual.beat() == follows.beat()
                                && actual.token().equals(follows.token()))
                        .isPresent();
        if (!holds) {
            throw new StateTableException(new StateTableFault.ConditionFailed(there));
        }
        keep(HeadItem.of(head));
    }

    @Override
    public void write(StateKey key, String generation, String token, List<StoredEntry> entries) {
        checkLease(key, token);
        var items = entries.stream()
                .map(entry -> EntryItem.of(key, generation, token, entry))
                .toList();
        for (var item : items) {
            var there = partition(item.needed(Item.PARTITION)).get(item.needed(Item.SORT));
            if (there != null
                    && there.needed(EntryItem.WRITER).equals(token)
                    && there.number(EntryItem.NUMBER) > item.number(EntryItem.NUMBER)) {
                throw new StateTableException(new StateTableFault.Outdated());
            }
        }
        items.forEach(this::keep);
    }

    @Override
    public void write(StateKey key, String token, EndedRun run) {
        checkLease(key, token);
        keep(RunItem.of(key, token, run));
    }

    private void checkLease(StateKey key, String token) {
        var head = head(key);
        if (head.filter(there -> there.isHeldBy(token)).isEmpty()) {
            throw new StateTableException(new StateTableFault.ConditionFailed(head));
        }
    }

    private void keep(Item item) {
        writes++;
        assertThat(CountedRequests.bytes(item)).as("size of an item").isLessThan(MOST_BYTES);
        partition(item.needed(Item.PARTITION)).put(item.needed(Item.SORT), item);
    }

    private NavigableMap<String, Item> partition(String name) {
        return partitions.computeIfAbsent(name, fresh -> new TreeMap<>());
    }

    /** The answer has reached who asked. */
    void acknowledge(StateKey key, String generation, String token, List<StoredEntry> entries) {
        for (var entry : entries) {
            var place = key.entries(generation) + "/" + entry.id();
            acknowledged.put(place, entry);
            writers.put(place, token);
        }
    }

    /** What was acknowledged is there, or something that was written after it. */
    public void assertNothingAcknowledgedIsLost() {
        acknowledged.forEach((place, entry) -> {
            var found = partitions.values().stream()
                    .flatMap(partition -> partition.values().stream())
                    .filter(item -> item.text(EntryItem.WRITER).isPresent())
                    .filter(item -> place.equals(item.needed(Item.PARTITION) + "/"
                            + EntryItem.read(item).id()))
                    .findFirst();
            assertThat(found).as("the item of %s", place).isPresent();
            if (found.get().needed(EntryItem.WRITER).equals(writers.get(place))) {
                assertThat(found.get().number(EntryItem.NUMBER))
                        .as("the write of %s that stands", place)
                        .isGreaterThanOrEqualTo(entry.number());
            }
        });
    }

    /** Whose token stands in a head, by the beginning that each process gives it; null if nobody's does. */
    public @Nullable String holder() {
        var tokens = new ArrayList<String>();
        heads().forEach(head -> head.token().ifPresent(tokens::add));
        return tokens.isEmpty() ? null : tokens.get(0).replaceFirst("-[0-9a-f]+$", "");
    }

    /** Somebody deletes the head by hand. */
    public void deleteHeads() {
        meddlings++;
        partition(HeadItem.PARTITION).clear();
    }

    /** Somebody breaks the lease by hand. */
    public void breakLease() {
        meddlings++;
        partition(HeadItem.PARTITION).values().forEach(item -> item.attributes().remove(HeadItem.TOKEN));
    }

    /** How often somebody did something by hand. */
    public int meddlings() {
        return meddlings;
    }

    public int writes() {
        return writes;
    }
}
