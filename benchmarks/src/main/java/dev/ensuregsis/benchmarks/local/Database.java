package dev.ensuregsis.benchmarks.local;

import dev.ensuregsis.engine.ClientControlPlane;
import dev.ensuregsis.engine.GsiEngine;
import dev.ensuregsis.engine.spi.ControlPlane;
import dev.ensuregsis.local.EmbeddedServer;
import dev.ensuregsis.local.LocalClients;
import dev.ensuregsis.local.LocalDatabase;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** An empty database of its own for one measurement, and a client to it. */
final class Database implements AutoCloseable {
    private static final double NANOS = 1e9;
    private static final int THREADS = 8;

    private final LocalDatabase database;
    private final DynamoDbClient client;

    Database(EmbeddedServer server) {
        this.database = server.newDatabase();
        this.client = LocalClients.create(database.endpoint());
    }

    ControlPlane bare() {
        return new ClientControlPlane(client);
    }

    Database with(IntConsumer eachTable) {
        IntStream.range(0, Bookings.TABLES).forEach(eachTable);
        return this;
    }

    /** Runs the engine and says how many seconds that took. */
    double ensure(ControlPlane controlPlane) {
        var engine = GsiEngine.builder()
                .controlPlane(controlPlane)
                .createTables(true)
                .build();
        var definitions = Bookings.definitions();
        return seconds(() -> {
            var report = engine.ensure(definitions);
            if (!report.isSuccessful()) {
                throw new IllegalStateException("the engine did not succeed: " + report);
            }
        });
    }

    /** Does something for each table from eight threads, as the fastest code by hand would; says how long it took. */
    double sideBySide(IntConsumer eachTable) {
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            return seconds(() -> {
                var done = IntStream.range(0, Bookings.TABLES)
                        .mapToObj(table -> threads.submit(() -> eachTable.accept(table)))
                        .toList();
                for (var each : done) {
                    each.get();
                }
            });
        } finally {
            threads.shutdown();
        }
    }

    static double seconds(Action action) {
        long begin = System.nanoTime();
        try {
            action.run();
        } catch (Exception e) {
            throw new IllegalStateException("a benchmark failed", e);
        }
        return (System.nanoTime() - begin) / NANOS;
    }

    @Override
    public void close() {
        client.close();
        database.close();
    }

    /** What is measured. */
    @FunctionalInterface
    interface Action {
        void run() throws Exception;
    }
}
