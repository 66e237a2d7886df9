package dev.ensuregsis.maven.internal.misfit;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/** A file that its owner can read, and nobody else: from its first moment, before anything is in it. */
final class OwnersFile {
    private static final String PERMISSIONS = "rw-------";

    private OwnersFile() {}

    /** Makes it, empty; one that is there is replaced, not written to: others may have it open. */
    static void create(Path file) throws IOException {
        Files.deleteIfExists(file);
        try {
            if (Files.getFileStore(file.resolveSibling(".").normalize())
                    .supportsFileAttributeView(PosixFileAttributeView.class)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(PERMISSIONS)));
            } else {
                Files.createFile(file);
                restrict(file.toFile());
            }
        } catch (FileAlreadyExistsException another) {
            throw new IOException(file + " was made by someone else at the same time", another);
        }
    }

    /** Where there are no such permissions: on Windows this takes the others' rights away. */
    private static void restrict(File file) throws IOException {
        boolean restricted = file.setReadable(false, false) && file.setReadable(true, true);
        if (!restricted && File.separatorChar == '/') {
            throw new IOException(file + " can't be kept from others' eyes on this file system");
        }
    }
}
