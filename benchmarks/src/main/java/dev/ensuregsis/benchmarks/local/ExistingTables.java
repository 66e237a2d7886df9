package dev.ensuregsis.benchmarks.local;

import dev.ensuregsis.benchmarks.Figure;
import dev.ensuregsis.benchmarks.Pairs;
import dev.ensuregsis.engine.spi.ControlPlane;
import dev.ensuregsis.engine.spi.ControlPlaneException;
import dev.ensuregsis.engine.spi.CreateIndexCall;
import dev.ensuregsis.engine.spi.LiveIndex.IndexStatus;
import dev.ensuregsis.local.EmbeddedServer;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Point 2: indexes on tables that exist, where DynamoDB Local itself sets the pace, about a second per index. All three
 * ways run at the same time, each in a database of its own: they wait nearly all the time.
 */
public final class ExistingTables {
    private static final int RUNS = 3;
    private static final int TABLES_AT_A_TIME = 5;
    private static final int CLOSE_LOOK_MILLIS = 5;
    private static final int USUAL_LOOK_MILLIS = 1_000;
    private static final double GOAL_FLOOR = 1.05;
    private static final double GOAL_USUAL = 0.25;
    private static final double SUCCEEDED_PER_REFUSED = 20;

    private ExistingTables() {}

    /** Measures. */
    public static List<Figure> measure() throws InterruptedException, ExecutionException {
        var againstFloor = new Pairs("s");
        var refused = new Pairs("calls");
        var againstUsual = new Pairs("s");
        var besides = Executors.newFixedThreadPool(2);
        try (var server = EmbeddedServer.start()) {
            var usual = besides.submit(() -> parallel(server, 1, USUAL_LOOK_MILLIS));
            double ours = 0;
            for (int run = 0; run < RUNS; run++) {
                var floor = besides.submit(() -> parallel(server, TABLES_AT_A_TIME, CLOSE_LOOK_MILLIS));
                try (var database = withTables(server)) {
                    var counting = new CountingControlPlane(database.bare());
                    ours = database.ensure(counting);
                    refused.add(counting.refused.get(), counting.accepted.get() / SUCCEEDED_PER_REFUSED);
                }
                againstFloor.add(ours, floor.get());
            }
            againstUsual.add(ours, usual.get());
        } finally {
            besides.shutdownNow();
        }
        var name = "DynamoDB Local: 5 indexes on each of 20 existing tables";
        return List.of(
                againstFloor.figure(
                        name, "its floor, 5 tables at a time by a bare client that looks every 5 ms", GOAL_FLOOR),
                refused.figure(name + ", refused calls", "one in 20 that succeed", 1.0),
                againstUsual.figure(
                        name, "create, look every second until ACTIVE, next; one table after another", GOAL_USUAL));
    }

    private static double parallel(EmbeddedServer server, int atATime, int lookMillis) {
        try (var database = withTables(server)) {
            var controlPlane = database.bare();
            var waiting = new ConcurrentLinkedQueue<>(
                    IntStream.range(0, Bookings.TABLES).boxed().toList());
            var threads = Executors.newFixedThreadPool(atATime);
            try {
                return Database.seconds(() -> {
                    var workers = IntStream.range(0, atATime)
                            .mapToObj(i -> threads.submit(() -> {
                                for (var table = waiting.poll(); table != null; table = waiting.poll()) {
                                    table(controlPlane, table, lookMillis);
                                }
                                return true;
                            }))
                            .toList();
                    for (var worker : workers) {
                        worker.get();
                    }
                });
            } finally {
                threads.shutdown();
            }
        }
    }

    private static void table(ControlPlane controlPlane, int table, int lookMillis) throws InterruptedException {
        for (int index = 0; index < Bookings.INDEXES; index++) {
            var call = Bookings.index(table, index);
            controlPlane.createIndex(call);
            while (!isActive(controlPlane, call)) {
                TimeUnit.MILLISECONDS.sleep(lookMillis);
            }
        }
    }

    private static boolean isActive(ControlPlane controlPlane, CreateIndexCall call) {
        try {
            return controlPlane
                    .describeTable(call.tableName())
                    .flatMap(live -> live.index(call.index().name()))
                    .filter(live -> live.status() == IndexStatus.ACTIVE)
                    .isPresent();
        } catch (ControlPlaneException e) {
            // While an index turns ACTIVE, a look at DynamoDB Local can fail.
            return false;
        }
    }

    private static Database withTables(EmbeddedServer server) {
        var database = new Database(server);
        var controlPlane = database.bare();
        return database.with(table -> controlPlane.createTable(Bookings.bareTable(table)));
    }
}
