package dev.ensuregsis.benchmarks.scale;

import dev.ensuregsis.engine.spi.Disk;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The real file system, with the time from the creation of a file to the force of its directory taken. */
final class TimedDisk implements Disk {
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicLong began = new AtomicLong();

    double nanos() {
        return nanos.get();
    }

    @Override
    public Optional<byte[]> read(Path file) throws IOException {
        return LOCAL.read(file);
    }

    @Override
    public boolean exists(Path path) {
        return LOCAL.exists(path);
    }

    @Override
    public List<Path> list(Path directory) throws IOException {
        return LOCAL.list(directory);
    }

    @Override
    public void createDirectory(Path directory) throws IOException {
        LOCAL.createDirectory(directory);
    }

    @Override
    public OutputStream create(Path file) throws IOException {
        began.set(System.nanoTime());
        return LOCAL.create(file);
    }

    @Override
    public void force(Path file) throws IOException {
        LOCAL.force(file);
    }

    @Override
    public void forceDirectory(Path directory) throws IOException {
        LOCAL.forceDirectory(directory);
        long start = began.getAndSet(0);
        if (start != 0) {
            nanos.addAndGet(System.nanoTime() - start);
        }
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        LOCAL.move(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
        LOCAL.delete(file);
    }
}
