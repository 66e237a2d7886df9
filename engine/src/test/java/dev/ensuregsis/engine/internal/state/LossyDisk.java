package dev.ensuregsis.engine.internal.state;

import dev.ensuregsis.engine.spi.Disk;
import dev.ensuregsis.engine.state.LockPolicy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A disk in memory that knows what was forced. Before each step a fault can be thrown; after any, {@link #crash} gives
 * the disk that the machine would come up with. Thread-safe. Goes with {@link LockPolicy#NONE}.
 */
final class LossyDisk implements Disk {
    private final Map<Path, Content> names = new TreeMap<>();
    private final Map<Path, Content> forcedNames = new TreeMap<>();
    private final Set<Path> directories = new TreeSet<>();
    private final Set<Path> forcedDirectories = new TreeSet<>();
    private Fault fault = step -> {};

    /** What is thrown before a step. */
    @FunctionalInterface
    public interface Fault {
        /**
         * Lets the step happen, or throws.
         *
         * @param step the method's name and the file's, like {@code force a.json}
         * @throws IOException what the disk is to fail with
         */
        void before(String step) throws IOException;
    }

    private static final class Content {
        private final ByteArrayOutputStream written = new ByteArrayOutputStream();
        private byte[] forced = {};
    }

    /** What of the unforced outlasts a crash. */
    public enum Survives {
        /** Nothing: the worst that a disk may do. */
        NOTHING,
        /** Everything: the process alone was killed. */
        EVERYTHING,
        /** Each file and name at random. */
        SOME
    }

    /**
     * Sets what is thrown from now on.
     *
     * @param newFault asked before each step
     */
    public synchronized void failOn(Fault newFault) {
        fault = newFault;
    }

    /**
     * The disk after a crash at this moment; this one stays as it is.
     *
     * @param survives what of the unforced is still there
     * @param random chooses where it is {@link Survives#SOME}
     * @return another disk, all of it forced
     */
    public synchronized LossyDisk crash(Survives survives, Random random) {
        var after = new LossyDisk();
        forcedDirectories.forEach(directory -> after.addDirectory(directory));
        directories.stream()
                .filter(directory -> survives(survives, random))
                .filter(directory -> directory.getParent() == null || after.directories.contains(directory.getParent()))
                .forEach(directory -> after.addDirectory(directory));
        var found = new HashMap<>(forcedNames);
        boolean directoryAsNow = survives(survives, random);
        if (directoryAsNow) {
            found.clear();
            found.putAll(names);
        }
        found.forEach((path, content) -> {
            if (after.directories.contains(path.getParent())) {
                var kept = new Content();
                kept.written.writeBytes(survives(survives, random) ? content.written.toByteArray() : content.forced);
                kept.forced = kept.written.toByteArray();
                after.names.put(path, kept);
                after.forcedNames.put(path, kept);
            }
        });
        return after;
    }

    private static boolean survives(Survives survives, Random random) {
        return survives == Survives.EVERYTHING || (survives == Survives.SOME && random.nextBoolean());
    }

    /** Adds a directory that was always there. */
    private void addDirectory(Path directory) {
        directories.add(directory);
        forcedDirectories.add(directory);
    }

    /**
     * A disk with one directory on it.
     *
     * @param directory always there, with all above it
     * @return the disk
     */
    public static LossyDisk with(Path directory) {
        var disk = new LossyDisk();
        for (var next = directory; next != null; next = next.getParent()) {
            disk.addDirectory(next);
        }
        return disk;
    }

    /**
     * The names of all files.
     *
     * @return the names, sorted
     */
    public synchronized List<Path> files() {
        return new ArrayList<>(names.keySet());
    }

    @Override
    public synchronized Optional<byte[]> read(Path file) throws IOException {
        step("read", file);
        return Optional.ofNullable(names.get(file)).map(content -> content.written.toByteArray());
    }

    @Override
    public synchronized List<Path> list(Path directory) {
        return names.keySet().stream()
                .filter(file -> directory.equals(file.getParent()))
                .toList();
    }

    @Override
    public synchronized boolean exists(Path path) {
        return names.containsKey(path) || directories.contains(path);
    }

    @Override
    public synchronized void createDirectory(Path directory) throws IOException {
        step("createDirectory", directory);
        if (!directories.contains(directory.getParent())) {
            throw new NoSuchFileException(directory.toString());
        }
        directories.add(directory);
    }

    @Override
    public synchronized OutputStream create(Path file) throws IOException {
        step("create", file);
        if (!directories.contains(file.getParent())) {
            throw new NoSuchFileException(file.toString());
        }
        var content = new Content();
        names.put(file, content);
        return new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                write(new byte[] {(byte) value}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                synchronized (LossyDisk.this) {
                    step("write", file);
                    content.written.write(bytes, from, length);
                }
            }
        };
    }

    @Override
    public synchronized void force(Path file) throws IOException {
        step("force", file);
        var content = content(file);
        content.forced = content.written.toByteArray();
    }

    @Override
    public synchronized void forceDirectory(Path directory) throws IOException {
        step("forceDirectory", directory);
        forcedNames.keySet().removeIf(path -> directory.equals(path.getParent()));
        names.forEach((path, content) -> {
            if (directory.equals(path.getParent())) {
                forcedNames.put(path, content);
            }
        });
        directories.stream().filter(path -> directory.equals(path.getParent())).forEach(forcedDirectories::add);
    }

    @Override
    public synchronized void move(Path from, Path to) throws IOException {
        step("move", to);
        names.put(to, content(from));
        names.remove(from);
    }

    @Override
    public synchronized void delete(Path file) throws IOException {
        step("delete", file);
        names.remove(file);
    }

    private Content content(Path file) throws IOException {
        var content = names.get(file);
        if (content == null) {
            throw new NoSuchFileException(file.toString());
        }
        return content;
    }

    private void step(String operation, Path path) throws IOException {
        fault.before(operation + " " + path.getFileName());
    }
}
