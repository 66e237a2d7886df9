package dev.ensuregsis.local;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A folder that keeps the shared database of one server at a time. SQLite would let a second one in, and the two would wait for
 * each other's locks; closing a file of SQLite's own would drop them, so that the lock is on one beside it.
 */
final class DatabaseFolder implements AutoCloseable {
    /** As DynamoDB Local calls it, with -sharedDb and -dbPath. */
    private static final String DATABASE = "shared-local-instance.db";

    private static final String LOCK = "shared-local-instance.lock";

    private final Path folder;
    private final FileChannel lock;

    private DatabaseFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Makes the folder where it is missing, and keeps others out until it is closed. */
    static DatabaseFolder take(Path folder) {
        try {
            Files.createDirectories(folder);
            var lock = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isTaken(lock)) {
                return new DatabaseFolder(folder, lock);
            }
            lock.close();
        } catch (IOException e) {
            throw refused(folder, "can't be written to (" + e + "): name another folder", e);
        }
        throw refused(folder, "is in use by another server: end that one, or name another folder", null);
    }

    private static boolean isTaken(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() == null;
        } catch (OverlappingFileLockException takenInThisJvm) {
            return true;
        }
    }

    private static LocalServerException refused(Path folder, String why, @Nullable IOException cause) {
        var message = "The folder of the database, " + folder.toAbsolutePath() + ", " + why + ".";
        return cause == null ? new LocalServerException(message) : new LocalServerException(message, cause);
    }

    /** The file of the database; there from its first use. */
    File database() {
        return folder.resolve(DATABASE).toFile();
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
