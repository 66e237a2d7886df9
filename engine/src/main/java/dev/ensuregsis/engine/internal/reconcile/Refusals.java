package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.spi.LiveIndex;
import dev.ensuregsis.engine.spi.LiveIndex.IndexStatus;
import dev.ensuregsis.engine.spi.LiveReplica;
import dev.ensuregsis.engine.spi.LiveTable;
import dev.ensuregsis.engine.spi.LiveTable.TableStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The refusals in a row of one table's changes: for how long it goes on, and for how long the table itself has refused
 * while nothing on it changed. Touched by the loop's thread only.
 */
final class Refusals {
    private @Nullable Moment since;
    private @Nullable Moment stillSince;

    /** Somebody else stands in the way: the account, or DynamoDB as a whole. For how long changes have been refused. */
    Duration byOthers(Moment now) {
        stillSince = null;
        return inARow(now);
    }

    /** The table itself stands in the way. For how long changes have been refused. */
    Duration byTable(Moment now) {
        if (stillSince == null) {
            stillSince = now;
        }
        return inARow(now);
    }

    private Duration inARow(Moment now) {
        if (since == null) {
            since = now;
        }
        return now.since(since);
    }

    /** For how long the table has refused while nothing on it changed; nothing at all if it doesn't. */
    Duration stalledFor(Moment now) {
        return stillSince == null ? Duration.ZERO : now.since(stillSince);
    }

    /** A change was accepted, or there is none to be made. */
    void areOver() {
        since = null;
        stillSince = null;
    }

    /** What a look showed, after the one before: if it is something new, the table is at work. */
    void saw(Optional<LiveTable> before, Optional<LiveTable> look, Moment now) {
        if (stillSince != null && !look.map(Appearance::of).equals(before.map(Appearance::of))) {
            stillSince = now;
        }
    }

    /** What changes on a table while it is at work. Items are counted whoever writes them, so they say nothing. */
    private record Appearance(TableStatus status, List<Index> indexes, List<LiveReplica> replicas) {
        static Appearance of(LiveTable table) {
            return new Appearance(
                    table.status(), table.indexes().stream().map(Index::of).toList(), table.replicas());
        }
    }

    private record Index(String name, IndexStatus status, boolean backfilling) {
        static Index of(LiveIndex index) {
            return new Index(index.name(), index.status(), index.backfilling());
        }
    }
}
