package dev.ensuregsis.engine.internal.statetable;

import dev.ensuregsis.engine.definition.DefinitionException;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.definition.IndexShape;
import dev.ensuregsis.engine.spi.FailureKind;
import dev.ensuregsis.engine.spi.GsiEntry;
import dev.ensuregsis.engine.spi.GsiStatus;
import dev.ensuregsis.engine.spi.Undertaking;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An index's entry as an item. Its fields are named as in the state file. */
final class EntryItem {
    static final String WRITER = "writer";
    static final String NUMBER = "write_number";
    private static final String DELETING = "deleting_definition";
    private static final String REPLACING = "replacing_definition";
    private static final String RAISED = "raised_write_capacity";
    private static final String NOT_BEFORE = "not_created_before";

    /** In the place of an entry that was dropped, so that an older write which comes late doesn't bring it back. */
    private static final String FORGOTTEN = "forgotten";

    /** An error is a stranger's text, and an item has a limit. */
    private static final int LONGEST_ERROR = 10_000;

    private EntryItem() {}

    static Item of(StateKey key, String generation, String writer, StoredEntry entry) {
        var recorded = entry.gsi();
        var kind = recorded.failureKind();
        var item = Item.key(
                        key.entries(generation),
                        recorded.id().tableName() + "/" + recorded.id().indexName())
                .put("table_name", recorded.id().tableName())
                .put("index_name", recorded.id().indexName())
                .put("status", recorded.status().word())
                .put("creation_time", recorded.creationTime())
                .put("active_time", recorded.activeTime())
                .put("retry_count", recorded.retryCount())
                .put("last_error", shortened(recorded.lastError()))
                .put("failure_kind", kind == null ? null : kind.word())
                .put("definition_fingerprint", recorded.fingerprint())
                .put("defined_by", recorded.definedBy())
                .put(DELETING, json(recorded.undertaking().deleting()))
                .put(REPLACING, json(recorded.undertaking().replacing()))
                .put(NOT_BEFORE, recorded.undertaking().notBefore())
                .put("created_at", entry.createdAt())
                .put("updated_at", entry.updatedAt())
                .put(WRITER, writer)
                .put(NUMBER, entry.number())
                .put(Item.EXPIRES, Expiry.ofEntry(entry.updatedAt()).getEpochSecond());
        var raised = recorded.undertaking().raised();
        if (raised != null) {
            item.put(RAISED, RaisedItem.of(raised));
        }
        return entry.isForgotten() ? item.put(FORGOTTEN, 1) : item;
    }

    static StoredEntry read(Item item) {
        var gsi = new GsiEntry(
                new IndexId(item.needed("table_name"), item.needed("index_name")),
                GsiStatus.valueOf(item.needed("status").toUpperCase(Locale.ROOT)),
                item.time("creation_time").orElse(null),
                item.time("active_time").orElse(null),
                Math.toIntExact(item.number("retry_count")),
                item.text("last_error").orElse(null),
                item.text("failure_kind").flatMap(FailureKind::of).orElse(null),
                item.text("definition_fingerprint").orElse(null),
                item.text("defined_by").orElse(null),
                new Undertaking(
                        item.text(DELETING).map(EntryItem::shape).orElse(null),
                        item.text(REPLACING).map(EntryItem::shape).orElse(null),
                        item.map(RAISED).map(RaisedItem::read).orElse(null),
                        item.time(NOT_BEFORE).orElse(null)));
        return new StoredEntry(
                gsi,
                item.time("created_at").orElse(Instant.EPOCH),
                item.time("updated_at").orElse(Instant.EPOCH),
                item.number(NUMBER),
                item.has(FORGOTTEN));
    }

    private static @Nullable String json(@Nullable IndexShape shape) {
        return shape == null ? null : shape.json();
    }

    private static IndexShape shape(String json) {
        try {
            return IndexShape.parse(json);
        } catch (DefinitionException e) {
            throw new IllegalStateException("what was to be deleted is recorded as " + json + ", which is no index", e);
        }
    }

    private static @Nullable String shortened(@Nullable String error) {
        return error == null || error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR) + "…";
    }
}
