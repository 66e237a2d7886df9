package dev.ensuregsis.maven.internal.aws;

import dev.ensuregsis.engine.spi.ItemPage;
import dev.ensuregsis.engine.spi.ReadableTable;
import dev.ensuregsis.engine.spi.ScanCall;
import dev.ensuregsis.engine.spi.TableItems;
import dev.ensuregsis.engine.spi.Target;
import java.util.Optional;

/**
 * Says of a page that couldn't be read where it was asked for, and through which proxy.
 *
 * @param next who reads it
 * @param route the way there
 */
record RoutedTableItems(TableItems next, Route route) implements TableItems {

    @Override
    public Optional<ReadableTable> describeTable(String tableName) {
        return route.on(() -> next.describeTable(tableName));
    }

    @Override
    public ItemPage scan(ScanCall call) {
        return route.on(() -> next.scan(call));
    }

    @Override
    public Target target() {
        return next.target();
    }

    @Override
    public Optional<String> callerAccount() {
        return next.callerAccount();
    }

    @Override
    public boolean isLocal() {
        return next.isLocal();
    }
}
