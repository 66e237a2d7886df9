package dev.ensuregsis.engine.simulation;

import dev.ensuregsis.engine.spi.Disk;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Files in memory, which outlast the processes that write them. */
public final class SimulatedDisk {
    private final Map<Path, byte[]> files = new HashMap<>();
    private final Set<Path> directories = new TreeSet<>();

    /** The disk as one process sees it: when that has died, nothing it does reaches the disk any more. */
    public Mounted mount() {
        return new Mounted();
    }

    public Set<Path> files() {
        return new TreeSet<>(files.keySet());
    }

    /** What a file says; empty if there is no such file. */
    public Optional<String> text(Path file) {
        return Optional.ofNullable(files.get(file)).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** See {@link #mount()}. */
    public final class Mounted implements Disk {
        private boolean dead;

        private Mounted() {}

        public void processDied() {
            dead = true;
        }

        @Override
        public Optional<byte[]> read(Path file) {
            return Optional.ofNullable(files.get(file)).map(byte[]::clone);
        }

        @Override
        public boolean exists(Path path) {
            return files.containsKey(path) || directories.contains(path);
        }

        @Override
        public void createDirectory(Path directory) throws IOException {
            refuseIfDead();
            directories.add(directory);
        }

        @Override
        public OutputStream create(Path file) throws IOException {
            refuseIfDead();
            files.put(file, new byte[0]);
            return new ByteArrayOutputStream() {
                @Override
                public void close() throws IOException {
                    refuseIfDead();
                    files.put(file, toByteArray());
                }
            };
        }

        @Override
        public void force(Path file) {}

        @Override
        public void forceDirectory(Path directory) {}

        @Override
        public void move(Path from, Path to) throws IOException {
            refuseIfDead();
            var bytes = files.remove(from);
            if (bytes == null) {
                throw new FileNotFoundException(from.toString());
            }
            files.put(to, bytes);
        }

        @Override
        public void delete(Path file) throws IOException {
            refuseIfDead();
            files.remove(file);
        }

        @Override
        public List<Path> list(Path directory) {
            return files.keySet().stream()
                    .filter(file -> directory.equals(file.getParent()))
                    .toList();
        }

        private void refuseIfDead() throws IOException {
            if (dead) {
                throw new IOException("the process that writes this is dead");
            }
        }
    }
}
