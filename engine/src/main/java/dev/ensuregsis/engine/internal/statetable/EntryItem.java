package dev.ensuregsis.engine.internal.statetable;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.spi.FailureKind;
import dev.ensuregsis.engine.spi.GsiEntry;
import dev.ensuregsis.engine.spi.GsiStatus;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An index's entry as an item. Its fields are named as in the state file. */
final class EntryItem {
    static final String WRITER = "writer";
    static final String NUMBER = "write_number";

    /** An error is a stranger's text, and an item has a limit. */
    private static final int LONGEST_ERROR = 10_000;

    private EntryItem() {}

    static Item of(StateKey key, String generation, String writer, StoredEntry entry) {
        var gsi = entry.gsi();
        var kind = gsi.failureKind();
        return Item.key(
                        key.entries(generation),
                        gsi.id().tableName() + "/" + gsi.id().indexName())
                .put("table_name", gsi.id().tableName())
                .put("index_name", gsi.id().indexName())
                .put("status", gsi.status().word())
                .put("creation_time", gsi.creationTime())
                .put("active_time", gsi.activeTime())
                .put("retry_count", gsi.retryCount())
                .put("last_error", shortened(gsi.lastError()))
                .put("failure_kind", kind == null ? null : kind.word())
                .put("definition_fingerprint", gsi.fingerprint())
                .put("defined_by", gsi.definedBy())
                .put("created_at", entry.createdAt())
                .put("updated_at", entry.updatedAt())
                .put(WRITER, writer)
                .put(NUMBER, entry.number())
                .put(Item.EXPIRES, Expiry.ofEntry(entry.updatedAt()).getEpochSecond());
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
                item.text("defined_by").orElse(null));
        return new StoredEntry(
                gsi,
                item.time("created_at").orElse(Instant.EPOCH),
                item.time("updated_at").orElse(Instant.EPOCH),
                item.number(NUMBER));
    }

    private static @Nullable String shortened(@Nullable String error) {
        return error == null || error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR) + "…";
    }
}
