package dev.ensuregsis.engine.internal.statetable;

import dev.ensuregsis.engine.spi.LockOwner;
import dev.ensuregsis.engine.spi.StateException;
import dev.ensuregsis.engine.spi.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A head as an item. All heads of a table lie together, so that one query shows which states it holds. */
final class HeadItem {
    /** Where the heads lie. */
    static final String PARTITION = "states";

    static final String TOKEN = "token";
    static final String BEAT = "beat";

    /** The version of the format that is read and written. */
    private static final String VERSION = "1";

    private HeadItem() {}

    static Item key(StateKey key) {
        return Item.key(PARTITION, key.text());
    }

    static Item of(Head head) {
        var target = head.key().target();
        var item = key(head.key())
                .put("version", VERSION)
                .put("script_name", head.key().scriptName())
                .put("account_id", target.accountId())
                .put("region", target.region())
                .put("endpoint", target.endpoint())
                .put("generation", head.generation())
                .put(BEAT, head.beat());
        var lease = head.lease();
        if (lease != null) {
            item.put(TOKEN, lease.token()).put("lease_millis", lease.lasts().toMillis());
            item.put("owner", owner(lease.owner()));
        }
        return item;
    }

    static Head read(Item item, String table) {
        var version = item.needed("version");
        if (!version.equals(VERSION)) {
            throw new StateException.OtherVersion("table " + table, version, VERSION);
        }
        var target = new Target(
                item.text("account_id").orElse(null),
                item.text("region").orElse(null),
                item.text("endpoint").orElse(null));
        var key = StateKey.read(item.needed("script_name"), target, item.needed(Item.SORT));
        return new Head(key, item.needed("generation"), item.number(BEAT), lease(item));
    }

    /** The same of another's, which is none of ours to refuse. */
    static Optional<Head> readIfLegible(Item item, String table) {
        try {
            return Optional.of(item.as(head -> read(head, table)));
        } catch (StateException.OtherVersion | StateTableException illegible) {
            return Optional.empty();
        }
    }

    private static @Nullable Lease lease(Item item) {
        return item.text(TOKEN)
                .map(token -> new Lease(
                        token,
                        Duration.ofMillis(item.number("lease_millis")),
                        item.map("owner").map(HeadItem::readOwner).orElseThrow()))
                .orElse(null);
    }

    static Item owner(LockOwner owner) {
        return new Item()
                .put("pid", owner.pid())
                .put("host", owner.host())
                .put("user", owner.user())
                .put("since", owner.since())
                .put("activity", owner.activity())
                .put("link", owner.link());
    }

    static LockOwner readOwner(Item item) {
        return new LockOwner(
                item.number("pid"),
                item.needed("host"),
                item.time("since").orElse(Instant.EPOCH),
                item.needed("activity"),
                item.text("user").orElse(null),
                item.text("link").orElse(null));
    }
}
