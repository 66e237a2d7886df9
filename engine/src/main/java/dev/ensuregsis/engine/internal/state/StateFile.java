package dev.ensuregsis.engine.internal.state;

import dev.ensuregsis.engine.spi.Disk;
import dev.ensuregsis.engine.spi.EndedRun;
import dev.ensuregsis.engine.spi.StateException;
import dev.ensuregsis.engine.spi.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;

/** The state file of one directory: its names, and the order of steps that keeps it whole whenever a crash comes. */
public final class StateFile {
    private static final String NAME = ".gsi_creation_state";

    private final Path directory;
    private final Disk disk;

    /**
     * The state file of a directory.
     *
     * @param directory where it lies, or will
     * @param disk the file system
     */
    public StateFile(Path directory, Disk disk) {
        this.directory = directory.toAbsolutePath().normalize();
        this.disk = disk;
    }

    /**
     * The file.
     *
     * @return its absolute path
     */
    public Path path() {
        return directory.resolve(NAME + ".json");
    }

    Path lock() {
        return directory.resolve(NAME + ".lock");
    }

    private Path temporary() {
        return directory.resolve(NAME + ".json.tmp");
    }

    List<EndedRun> history(int most) {
        try {
            return new ArchivedStates(disk).of(directory, most);
        } catch (IOException e) {
            throw new StateException.NotRead(directory.toString(), e);
        }
    }

    Reading read() {
        try {
            return disk.read(path()).map(DocumentReader::read).orElseGet(Reading.Absent::new);
        } catch (IOException e) {
            throw new StateException.NotRead(path().toString(), e);
        }
    }

    /** Makes the directory, and those above it. */
    void makeDirectory() throws IOException {
        var missing = new ArrayDeque<Path>();
        for (var next = directory; next != null && !disk.exists(next); next = next.getParent()) {
            missing.push(next);
        }
        for (var next : missing) {
            disk.createDirectory(next);
            var parent = next.getParent();
            if (parent != null) {
                disk.forceDirectory(parent);
            }
        }
    }

    /** Puts a whole new file in place of the old one. Returns when it will outlast a crash. */
    void save(StateDocument document) throws IOException {
        new WholeFile(path(), temporary(), disk).write(out -> DocumentWriter.write(document, out));
    }

    /** Whether a write that never ended has left something behind. */
    boolean hasLeftover() {
        return disk.exists(temporary());
    }

    void removeLeftover() throws IOException {
        disk.delete(temporary());
    }

    Path archive(Instant now) throws IOException {
        return rename(NAME + "_", now);
    }

    Path putAside(Instant now) throws IOException {
        return rename(NAME + "_damaged_", now);
    }

    /** Names it after the first second from now that no other file is named after. The lock keeps others from it. */
    private Path rename(String prefix, Instant now) throws IOException {
        var time = now;
        var name = directory.resolve(prefix + Timestamps.inFileName(time) + ".json");
        while (disk.exists(name)) {
            time = time.plusSeconds(1);
            name = directory.resolve(prefix + Timestamps.inFileName(time) + ".json");
        }
        disk.move(path(), name);
        disk.forceDirectory(directory);
        return name;
    }
}
