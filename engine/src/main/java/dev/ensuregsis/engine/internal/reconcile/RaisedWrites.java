package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.definition.Throughput;
import dev.ensuregsis.engine.spi.LiveIndex;
import dev.ensuregsis.engine.spi.LiveTable;
import dev.ensuregsis.engine.spi.RaisedCapacity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The live indexes with more write capacity than is defined for them or than their table has, by the table alone: what a
 * build had may be left, and the state that knew of it lost with its machine. Pure.
 */
public final class RaisedWrites {
    private final LiveTable table;
    private final List<IndexDefinition> defined;

    private RaisedWrites(LiveTable table, List<IndexDefinition> defined) {
        this.table = table;
        this.defined = defined;
    }

    /**
     * Finds them.
     *
     * @param table the table
     * @param defined its defined indexes
     * @param recorded what is recorded of the capacity that an index has for its build
     * @return by the name of each: what it has, what it would have, and how that is had
     */
    public static Map<String, String> of(
            LiveTable table, List<IndexDefinition> defined, Function<IndexId, Optional<RaisedCapacity>> recorded) {
        var raised = new RaisedWrites(table, defined);
        var texts = new LinkedHashMap<String, String>();
        for (var index : table.indexes()) {
            raised.of(index, recorded.apply(new IndexId(table.name(), index.name())))
                    .ifPresent(text -> texts.put(index.name(), text));
        }
        return texts;
    }

    private Optional<String> of(LiveIndex index, Optional<RaisedCapacity> recorded) {
        var has = index.throughput();
        var write = has == null ? null : has.write();
        if (has == null || write == null) {
            return Optional.empty();
        }
        return recorded.filter(capacity -> write == capacity.write())
                .map(capacity -> "index " + index.name() + " has the " + write
                        + " write capacity units of its build still: the next run that creates, replaces or deletes indexes"
                        + " of the table lowers them to " + capacity.restore().write() + ". By hand: "
                        + Objections.lowering(table.name(), index.name(), capacity))
                .or(() -> byTheTable(index, has.read(), write));
    }

    private Optional<String> byTheTable(LiveIndex index, @Nullable Long read, long write) {
        return own(index)
                .filter(units -> write > units)
                .map(units -> "index " + index.name() + " has " + write + " write capacity units, where " + units
                        + " are defined for it or its table. If no auto scaling has set them, a build may have left them: "
                        + Objections.lowering(
                                table.name(), index.name(), new RaisedCapacity(write, new Throughput(read, units))));
    }

    private Optional<Long> own(LiveIndex index) {
        return defined.stream()
                .filter(definition -> definition.name().equals(index.name()))
                .flatMap(definition -> Optional.ofNullable(definition.capacity().provisioned()).stream())
                .findFirst()
                .or(() -> Optional.ofNullable(table.throughput()))
                .map(Throughput::write);
    }
}
