package dev.ensuregsis.engine.simulation;

import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.spi.ControlPlaneException;
import dev.ensuregsis.engine.spi.CreateIndexCall;
import dev.ensuregsis.engine.spi.CreateTableCall;
import dev.ensuregsis.engine.spi.LiveTable.TableStatus;
import java.time.Duration;
import java.util.Map;

/**
 * A colleague with the console open: does at any time what we may not, or what we are about to do. What DynamoDB refuses
 * them they shrug off.
 */
public final class SomeoneElse {
    private final SimulatedAccount account;

    public SomeoneElse(SimulatedAccount account) {
        this.account = account;
    }

    /** Made an index long ago, which is ACTIVE. */
    public void hadCreated(String tableName, IndexDefinition index, Map<String, AttributeType> attributeTypes) {
        var table = account.tableNow(tableName);
        if (table != null) {
            var longAgo = account.time().instant().minus(Duration.ofHours(1));
            var build = new BuildTimes.Build(longAgo, longAgo, longAgo, false);
            table.add(SimulatedAccount.life(index, build), attributeTypes);
        }
    }

    public void createsIndex(String tableName, IndexDefinition index, Map<String, AttributeType> attributeTypes) {
        tries(() -> account.createIndex(new CreateIndexCall(tableName, index, attributeTypes)));
    }

    public void createsTable(CreateTableCall call) {
        tries(() -> account.createTable(call));
    }

    /** Deletes an index, if it is ACTIVE. */
    public void deletesIndex(String tableName, String indexName) {
        var table = account.tableNow(tableName);
        if (table == null || table.isInFlightAt(account.time().instant())) {
            return;
        }
        var index = table.indexAt(indexName, account.time().instant());
        if (index != null) {
            table.deleteIndex(index, fromNow());
        }
    }

    /** Deletes a table, if it is ACTIVE. */
    public void deletesTable(String tableName) {
        var table = account.tableNow(tableName);
        if (table != null && !table.isInFlightAt(account.time().instant())) {
            table.delete(fromNow());
        }
    }

    /** Changes a setting of a table, which makes it UPDATING. */
    public void changesTable(String tableName) {
        var table = account.tableNow(tableName);
        if (table != null && !table.isInFlightAt(account.time().instant())) {
            table.change(fromNow());
        }
    }

    /** Changes the capacity of an index, which makes it and its table UPDATING. */
    public void changesIndex(String tableName, String indexName) {
        var table = account.tableNow(tableName);
        if (table == null || table.isInFlightAt(account.time().instant())) {
            return;
        }
        var index = table.indexAt(indexName, account.time().instant());
        if (index != null) {
            table.changeIndex(index, fromNow());
        }
    }

    /** Takes away the table's encryption key, or archives it. */
    public void breaksTable(String tableName, TableStatus status) {
        var table = account.tableNow(tableName);
        if (table != null) {
            table.sticksIn(status);
        }
    }

    private Span fromNow() {
        var now = account.time().instant();
        return new Span(now, now.plus(account.buildTimes().otherChange()));
    }

    private static void tries(Runnable change) {
        try {
            change.run();
        } catch (ControlPlaneException refused) {
            // Theirs to mind.
        }
    }
}
