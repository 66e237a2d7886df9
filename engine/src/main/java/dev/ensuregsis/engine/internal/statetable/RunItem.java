package dev.ensuregsis.engine.internal.statetable;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.spi.EndedRun;
import dev.ensuregsis.engine.spi.EndedRun.Deed;
import dev.ensuregsis.engine.spi.StateSummary;
import java.util.List;

/** A run that has ended as an item, in the order of the ends. */
final class RunItem {
    private RunItem() {}

    static Item of(StateKey key, String token, EndedRun run) {
        var summary = run.summary();
        var item = Item.key(key.runs(), run.endedAt() + "#" + token)
                .put("started_at", run.startedAt())
                .put("ended_at", run.endedAt())
                .put("ending", run.ending())
                .put("total", summary.total())
                .put("pending", summary.pending())
                .put("in_progress", summary.inProgress())
                .put("active", summary.active())
                .put("failed", summary.failed())
                .put("created_indexes", deeds(run.created()))
                .put("failed_indexes", deeds(run.failed()))
                .put(Item.EXPIRES, Expiry.ofRun(run.endedAt()).getEpochSecond());
        var owner = run.owner();
        return owner == null ? item : item.put("owner", HeadItem.owner(owner));
    }

    static EndedRun read(Item item) {
        return new EndedRun(
                item.time("started_at").orElse(null),
                item.time("ended_at").orElseThrow(),
                item.map("owner").map(HeadItem::readOwner).orElse(null),
                item.text("ending").orElse(null),
                new StateSummary(
                        count(item, "total"),
                        count(item, "pending"),
                        count(item, "in_progress"),
                        count(item, "active"),
                        count(item, "failed")),
                readDeeds(item.list("created_indexes")),
                readDeeds(item.list("failed_indexes")));
    }

    private static int count(Item item, String name) {
        return Math.toIntExact(item.number(name));
    }

    private static List<Item> deeds(List<Deed> deeds) {
        return deeds.stream()
                .map(deed -> new Item()
                        .put("table_name", deed.index().tableName())
                        .put("index_name", deed.index().indexName())
                        .put("at", deed.at()))
                .toList();
    }

    private static List<Deed> readDeeds(List<Item> items) {
        return items.stream()
                .map(item -> new Deed(
                        new IndexId(item.needed("table_name"), item.needed("index_name")),
                        item.time("at").orElse(null)))
                .toList();
    }
}
