package dev.ensuregsis.engine.internal.statetable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.Capacity;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.definition.IndexShape;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.definition.Projection;
import dev.ensuregsis.engine.definition.Throughput;
import dev.ensuregsis.engine.internal.state.LockRules;
import dev.ensuregsis.engine.spi.EndedRun;
import dev.ensuregsis.engine.spi.FailureKind;
import dev.ensuregsis.engine.spi.GsiEntry;
import dev.ensuregsis.engine.spi.GsiStatus;
import dev.ensuregsis.engine.spi.LockOwner;
import dev.ensuregsis.engine.spi.RaisedCapacity;
import dev.ensuregsis.engine.spi.StateContents;
import dev.ensuregsis.engine.spi.StateSummary;
import dev.ensuregsis.engine.spi.Target;
import dev.ensuregsis.engine.spi.Undertaking;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How large the items of a state become, in bytes as DynamoDB counts them, which takes 400 KiB. */
class ItemSizeTest {
    private static final int MOST_BYTES = 100_000;
    private static final Target HERE = new Target("123456789012", "eu-central-1", null);
    private static final StateKey KEY = StateKey.of("s".repeat(255), HERE).orElseThrow();
    private static final Instant NOW = Instant.parse("2026-02-01T10:30:00Z");

    /** As long as a name of a table, of an index or of an attribute in a key can be. */
    private static final int LONGEST = 255;

    /** Three bytes each, the most that one char has. */
    private static final String LONG_CHAR = "語";

    @Test
    void anEntryWithTheLongestNamesErrorAndDefinitionHasRoom() {
        var entry = new GsiEntry(
                longest(0),
                GsiStatus.FAILED,
                NOW,
                NOW,
                Integer.MAX_VALUE,
                LONG_CHAR.repeat(100_000),
                FailureKind.TRIES_USED_UP,
                "0f5c41d2a86b9e37",
                "s".repeat(LONGEST),
                Undertaking.replacementOf(widest())
                        .withNotBefore(NOW)
                        .withRaised(new RaisedCapacity(40_000, new Throughput(40_000L, 40_000L))));

        var item = EntryItem.of(KEY, "g", "w", new StoredEntry(entry, NOW, NOW, Long.MAX_VALUE, true));

        assertThat(CountedRequests.bytes(item)).isBetween(30_000L, (long) MOST_BYTES);
    }

    /** Eight attributes in the key, and twenty besides. */
    private static IndexShape widest() {
        var types = new HashMap<String, AttributeType>();
        var key = IntStream.range(0, 8).mapToObj(ItemSizeTest::attribute).toList();
        key.forEach(name -> types.put(name, AttributeType.S));
        var projected = IntStream.range(8, 28).mapToObj(ItemSizeTest::attribute).toList();
        return new IndexShape(
                new IndexDefinition(
                        longest(0).indexName(),
                        new KeySchema(key.subList(0, 4), key.subList(4, 8)),
                        new Projection.Include(projected),
                        Capacity.UNSTATED),
                types);
    }

    private static String attribute(int number) {
        return "a".repeat(LONGEST - 3) + (100 + number);
    }

    private static IndexId longest(int number) {
        return new IndexId("t".repeat(LONGEST), "i".repeat(LONGEST - 2) + (10 + number));
    }

    @Test
    void aRunNamesTwentyOfEachKindAtMost() {
        var deeds = IntStream.range(0, 50)
                .mapToObj(i -> new EndedRun.Deed(longest(i), NOW))
                .toList();
        var owner = new LockOwner(1, "h".repeat(LONGEST), NOW, "create", "u".repeat(LONGEST), "l".repeat(2_000));
        var run = new EndedRun(NOW, NOW, owner, "ensured", new StateSummary(50, 0, 0, 50, 0), deeds, deeds);

        assertThat(CountedRequests.bytes(RunItem.of(KEY, "token", run))).isLessThan(MOST_BYTES);
    }

    @Test
    void aHeadDoesNotGrowWithTheIndexes() {
        var table = new SimulatedStateTable();
        var lock = new LockRules("create", true, Duration.ZERO, Duration.ZERO, owner -> {});
        var store = new TableStateStore("history", table, new TableRules(lock, TableRules.LEASE, false));
        var entries = new ArrayList<GsiEntry>();
        for (int i = 0; i < 50_000; i++) {
            entries.add(GsiEntry.pending(new IndexId("table-" + i, "index"), null, null));
        }
        try (var session = store.open(HERE, false)) {
            var before = headBytes(table);

            session.replace(new StateContents("history", NOW, NOW, HERE, StateContents.byIndex(entries)));

            assertThat(headBytes(table)).isEqualTo(before);
        }
        assertThat(store.read(HERE).contents().orElseThrow().entries()).hasSize(50_000);
    }

    private static List<Long> headBytes(SimulatedStateTable table) {
        return table.heads().stream()
                .map(head -> CountedRequests.bytes(HeadItem.of(head)))
                .toList();
    }
}
