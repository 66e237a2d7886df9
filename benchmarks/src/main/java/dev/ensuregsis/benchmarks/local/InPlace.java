package dev.ensuregsis.benchmarks.local;

import dev.ensuregsis.benchmarks.Figure;
import dev.ensuregsis.benchmarks.Pairs;
import dev.ensuregsis.local.EmbeddedServer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Point 5: a run that finds everything in place, against bare clients that look at the same tables. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class InPlace {
    private static final int ROUNDS = 3;
    private static final String NAME = "DynamoDB Local: 20 tables of 5 indexes, all in place";

    private final EmbeddedServer server = EmbeddedServer.start();
    private final Database database = new Database(server);

    /** Makes the tables. */
    @Setup(Level.Trial)
    public void makeTables() {
        var controlPlane = database.bare();
        database.with(table -> controlPlane.createTable(Bookings.wholeTable(table)));
    }

    /** Ends the server. */
    @TearDown(Level.Trial)
    public void end() {
        database.close();
        server.close();
    }

    /** Ours. */
    @Benchmark
    public double engine() {
        return database.ensure(database.bare());
    }

    /** One look after another. */
    @Benchmark
    public void oneByOne() {
        var controlPlane = database.bare();
        for (int table = 0; table < Bookings.TABLES; table++) {
            controlPlane.describeTable("table-" + table);
        }
    }

    /** All looks at once. */
    @Benchmark
    public void sideBySide() {
        database.sideBySide(table -> database.bare().describeTable("table-" + table));
    }

    /** Measures. */
    public static List<Figure> measure() throws RunnerException {
        var oneByOne = new Pairs("ms");
        var sideBySide = new Pairs("ms");
        for (int round = 0; round < ROUNDS; round++) {
            double engine = perTable("engine");
            oneByOne.add(engine, perTable("oneByOne"));
            sideBySide.add(engine, perTable("sideBySide"));
        }
        var figures = new ArrayList<>(calls());
        figures.add(oneByOne.figure(NAME + ", time per table", "a bare client, one look after another", null));
        figures.add(sideBySide.figure(NAME + ", time per table", "a bare client, 8 threads", null));
        return figures;
    }

    private static double perTable(String benchmark) throws RunnerException {
        var options = new OptionsBuilder()
                .include(InPlace.class.getName() + "." + benchmark)
                .forks(1)
                .warmupIterations(2)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(2)
                .measurementTime(TimeValue.seconds(1))
                .verbosity(VerboseMode.SILENT)
                .build();
        return new Runner(options).runSingle().getPrimaryResult().getScore() / Bookings.TABLES;
    }

    private static List<Figure> calls() {
        var looks = new Pairs("looks");
        var others = new Pairs("calls");
        try (var server = EmbeddedServer.start();
                var database = new Database(server)) {
            var controlPlane = database.bare();
            database.with(table -> controlPlane.createTable(Bookings.wholeTable(table)));
            var counting = new CountingControlPlane(controlPlane);
            database.ensure(counting);
            looks.add(counting.looks.get(), Bookings.TABLES);
            others.add(counting.lists.get() + counting.accepted.get() + counting.refused.get(), 1);
        }
        return List.of(
                looks.figure(NAME, "one look per table", 1.0),
                others.figure(NAME + ", other calls", "the list that an emulator is asked for", 1.0));
    }
}
