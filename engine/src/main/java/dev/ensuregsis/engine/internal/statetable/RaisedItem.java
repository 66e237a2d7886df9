package dev.ensuregsis.engine.internal.statetable;

import dev.ensuregsis.engine.definition.Throughput;
import dev.ensuregsis.engine.spi.RaisedCapacity;
import java.util.Objects;

/** Write capacity that is raised for a build, as a part of an entry's item. Its fields are named as in the state file. */
final class RaisedItem {
    private static final String UNITS = "units";
    private static final String RESTORE_READ = "restore_read";
    private static final String RESTORE_WRITE = "restore_write";

    private RaisedItem() {}

    static Item of(RaisedCapacity raised) {
        return new Item()
                .put(UNITS, raised.write())
                .put(RESTORE_READ, Objects.requireNonNull(raised.restore().read()))
                .put(RESTORE_WRITE, Objects.requireNonNull(raised.restore().write()));
    }

    static RaisedCapacity read(Item item) {
        return new RaisedCapacity(
                item.number(UNITS), new Throughput(item.number(RESTORE_READ), item.number(RESTORE_WRITE)));
    }
}
