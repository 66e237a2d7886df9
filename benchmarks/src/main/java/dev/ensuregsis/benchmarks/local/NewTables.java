package dev.ensuregsis.benchmarks.local;

import dev.ensuregsis.benchmarks.Figure;
import dev.ensuregsis.benchmarks.Pairs;
import dev.ensuregsis.local.EmbeddedServer;
import java.util.List;

/** Point 1: new tables, against one CreateTable each from eight threads. */
public final class NewTables {
    private static final int WARM_UP = 40;
    private static final int RUNS = 151;
    private static final double GOAL = 1.10;

    private NewTables() {}

    /** Measures. */
    public static List<Figure> measure() {
        var times = new Pairs("ms");
        try (var server = EmbeddedServer.start()) {
            for (int run = 0; run < WARM_UP + RUNS; run++) {
                double ours = ours(server);
                double byHand = byHand(server);
                if (run >= WARM_UP) {
                    times.add(ours * 1000, byHand * 1000);
                }
            }
        }
        return List.of(
                times.figure("DynamoDB Local: 20 new tables of 5 indexes", "one CreateTable each, 8 threads", GOAL));
    }

    private static double ours(EmbeddedServer server) {
        try (var database = new Database(server)) {
            return database.ensure(database.bare());
        }
    }

    private static double byHand(EmbeddedServer server) {
        try (var database = new Database(server)) {
            var controlPlane = database.bare();
            return database.sideBySide(table -> controlPlane.createTable(Bookings.wholeTable(table)));
        }
    }
}
