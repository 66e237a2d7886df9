package dev.ensuregsis.engine.internal.state;

import dev.ensuregsis.engine.spi.Disk;
import dev.ensuregsis.engine.spi.GsiStatus;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures what writing state costs a run: each index goes from pending through in progress to active, evenly over the
 * run, on this machine's disk. A program, not a test; {@code main} prints a line per size.
 */
public final class StateCost {
    private static final int INDEXES_PER_TABLE = 20;

    private StateCost() {}

    /**
     * What a run cost.
     *
     * @param entries indexes in the file
     * @param run how long the run took, the last write included
     * @param writing how long its writes took together
     * @param writes how many there were
     * @param bytes how much they wrote together
     * @param longestUpdate the longest that an update took, the first apart, which takes the lock
     */
    public record Cost(int entries, Duration run, Duration writing, int writes, long bytes, Duration longestUpdate) {

        /**
         * The part of the run that was spent writing.
         *
         * @return in percent
         */
        public double percent() {
            return 100.0 * writing.toNanos() / run.toNanos();
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%,7d entries: run %.1f s, %,d writes, %,d bytes, writing %.3f s = %.1f %%, longest update %.3f ms",
                    entries,
                    run.toNanos() / 1e9,
                    writes,
                    bytes,
                    writing.toNanos() / 1e9,
                    percent(),
                    longestUpdate.toNanos() / 1e6);
        }
    }

    /**
     * Prints the cost for 500, 5,000 and 50,000 entries.
     *
     * @param arguments how many seconds each run is to last; 60 if left out
     * @throws IOException if there is no disk to measure
     */
    public static void main(String[] arguments) throws IOException {
        print(System.out, Duration.ofSeconds(arguments.length == 0 ? 60 : Integer.parseInt(arguments[0])));
    }

    /**
     * Prints the cost for 500, 5,000 and 50,000 entries.
     *
     * @param out where to
     * @param run how long each run is to last
     * @throws IOException if there is no disk to measure
     */
    public static void print(PrintStream out, Duration run) throws IOException {
        for (int entries : List.of(500, 5_000, 50_000)) {
            out.println(measure(entries, run));
        }
    }

    /**
     * Measures one run in a temporary directory.
     *
     * @param entries a multiple of twenty
     * @param run how long it is to last
     * @return its cost
     * @throws IOException if there is no disk to measure
     */
    public static Cost measure(int entries, Duration run) throws IOException {
        var directory = Files.createTempDirectory("state-cost");
        var disk = new Metered();
        var definitions = Fixtures.many(entries / INDEXES_PER_TABLE, INDEXES_PER_TABLE);
        long longest = 0;
        long begin = System.nanoTime();
        try (var manager = SimulatedStates.manager("cost", directory, disk)) {
            manager.initializeGsis(definitions);
            int done = 0;
            int updates = 2 * entries;
            for (var status : List.of(GsiStatus.IN_PROGRESS, GsiStatus.ACTIVE)) {
                for (var id : definitions.indexIds()) {
                    long before = System.nanoTime();
                    manager.updateGsiStatus(id.tableName(), id.indexName(), status);
                    longest = done++ == 0 ? 0 : Math.max(longest, System.nanoTime() - before);
                    LockSupport.parkNanos(begin + run.toNanos() / updates * done - System.nanoTime());
                }
            }
        }
        long end = System.nanoTime();
        delete(directory);
        return new Cost(
                entries,
                Duration.ofNanos(end - begin),
                Duration.ofNanos(disk.nanos.get()),
                disk.writes.get(),
                disk.bytes.get(),
                Duration.ofNanos(longest));
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }

    /** Counts writes and bytes, and the time from a file's making until its directory is forced. */
    private static final class Metered implements Disk {
        private final AtomicLong nanos = new AtomicLong();
        private final AtomicLong bytes = new AtomicLong();
        private final AtomicInteger writes = new AtomicInteger();
        private volatile long begin;

        @Override
        public Optional<byte[]> read(Path file) throws IOException {
            return Disk.LOCAL.read(file);
        }

        @Override
        public boolean exists(Path path) {
            return Disk.LOCAL.exists(path);
        }

        @Override
        public List<Path> list(Path directory) throws IOException {
            return Disk.LOCAL.list(directory);
        }

        @Override
        public void createDirectory(Path directory) throws IOException {
            Disk.LOCAL.createDirectory(directory);
        }

        @Override
        public OutputStream create(Path file) throws IOException {
            begin = System.nanoTime();
            return new FilterOutputStream(Disk.LOCAL.create(file)) {
                @Override
                public void write(byte[] from, int offset, int length) throws IOException {
                    bytes.addAndGet(length);
                    out.write(from, offset, length);
                }
            };
        }

        @Override
        public void force(Path file) throws IOException {
            Disk.LOCAL.force(file);
        }

        @Override
        public void forceDirectory(Path directory) throws IOException {
            Disk.LOCAL.forceDirectory(directory);
            nanos.addAndGet(System.nanoTime() - begin);
            writes.incrementAndGet();
        }

        @Override
        public void move(Path from, Path to) throws IOException {
            Disk.LOCAL.move(from, to);
        }

        @Override
        public void delete(Path file) throws IOException {
            Disk.LOCAL.delete(file);
        }
    }
}
