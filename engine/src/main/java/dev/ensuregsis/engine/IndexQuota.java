package dev.ensuregsis.engine;

import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.spi.LiveIndex;
import dev.ensuregsis.engine.spi.LiveIndex.IndexStatus;
import dev.ensuregsis.engine.spi.LiveTable;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Whether a table has room for the indexes that it is to get; nothing is deleted to make some. Pure. */
final class IndexQuota {
    /** Global secondary indexes per table. Source: DynamoDB quotas; it can be raised. */
    static final int INDEXES = 20;

    private final TableDefinition table;
    private final List<LiveIndex> live;

    private IndexQuota(TableDefinition table, List<LiveIndex> live) {
        this.table = table;
        this.live = live;
    }

    /** What a user should know: empty while there is room. One that is being deleted has left it when others come. */
    static Optional<String> warning(TableDefinition table, Optional<LiveTable> live, long created) {
        return new IndexQuota(table, live.map(LiveTable::indexes).orElse(List.of())).warning(created);
    }

    private Optional<String> warning(long created) {
        long staying = live.stream().filter(IndexQuota::stays).count();
        long total = staying + created;
        if (total <= INDEXES) {
            return Optional.empty();
        }
        long leaving = live.size() - staying;
        return Optional.of(
                "the table would have " + total + " global secondary indexes (" + staying + " live, " + created
                        + " to create" + (leaving == 0 ? "" : "; " + leaving + " being deleted not counted")
                        + "); its quota is " + INDEXES + " unless it was raised" + undefined());
    }

    /** The live ones that could make room. */
    private String undefined() {
        var names = live.stream()
                .filter(IndexQuota::stays)
                .map(LiveIndex::name)
                .filter(Predicate.not(this::isDefined))
                .sorted()
                .toList();
        return names.isEmpty() ? "" : "; live and not defined: " + String.join(", ", names);
    }

    private boolean isDefined(String name) {
        return table.indexes().stream().anyMatch(index -> index.name().equals(name));
    }

    private static boolean stays(LiveIndex index) {
        return index.status() != IndexStatus.DELETING;
    }
}
