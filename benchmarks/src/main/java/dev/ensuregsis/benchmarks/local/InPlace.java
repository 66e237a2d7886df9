package dev.ensuregsis.benchmarks.local;

import dev.ensuregsis.benchmarks.Figure;
import dev.ensuregsis.benchmarks.Repeated;
import dev.ensuregsis.local.EmbeddedServer;
import java.util.List;
import java.util.stream.IntStream;

/** Point 5: a run that finds everything in place, against a bare client that looks at the same tables. */
public final class InPlace {
    private static final int WARM_UP = 20;
    private static final int RUNS = 50;

    private InPlace() {}

    /** Measures. */
    public static List<Figure> measure() {
        var times = new Repeated();
        var looks = new Repeated();
        try (var server = EmbeddedServer.start();
                var database = new Database(server)) {
            var controlPlane = database.bare();
            database.with(table -> controlPlane.createTable(Bookings.wholeTable(table)));
            for (int run = 0; run < WARM_UP + RUNS; run++) {
                var counting = new CountingControlPlane(controlPlane);
                double ours = database.ensure(counting);
                double bare = Database.seconds(() -> IntStream.range(0, Bookings.TABLES)
                        .forEach(table -> controlPlane.describeTable("table-" + table)));
                if (run >= WARM_UP) {
                    times.add(ours / Bookings.TABLES * 1000, bare / Bookings.TABLES * 1000);
                    looks.add(counting.looks.get(), Bookings.TABLES);
                }
            }
        }
        var name = "DynamoDB Local: 20 tables of 5 indexes, all in place";
        return List.of(
                looks.figure(name + ", calls", "looks", "one per table", 1),
                times.figure(name + ", time per table", "ms", "a bare client, one look after another", 1));
    }
}
