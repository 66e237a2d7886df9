package dev.ensuregsis.engine.spi;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.UUID;

/**
 * The one way to write a file: the new content stands there whole, or what was there before. A crash at any instant leaves
 * one of the two, and perhaps a temporary file beside it.
 *
 * @param file the file; its directory exists
 * @param temporary where the new content is written first, in the same directory; nobody else uses that name meanwhile
 * @param disk the file system
 */
public record WholeFile(Path file, Path temporary, Disk disk) {
    private static final int BUFFER = 1 << 16;

    /**
     * A file on this machine's disk, with a temporary name of its own in the same directory: several may be written at a
     * time, and the last one stands.
     *
     * @param file the file; its directory exists when it is written
     * @return to be written
     */
    public static WholeFile of(Path file) {
        var whole = file.toAbsolutePath().normalize();
        return new WholeFile(
                whole, whole.resolveSibling("." + whole.getFileName() + "." + UUID.randomUUID() + ".tmp"), Disk.LOCAL);
    }

    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Content {

        /**
         * Writes all of it.
         *
         * @param out where to; may be closed
         * @throws IOException if that fails; the file is as before
         */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Puts new content in place of the old. Returns when it will outlast a crash.
     *
     * @param content the new content
     * @throws IOException if it can't be written; the file is as before, and the temporary one is gone
     */
    public void write(Content content) throws IOException {
        write(content, () -> {});
    }

    /**
     * Writes a file that isn't there yet. Returns when it will outlast a crash.
     *
     * @param content its content
     * @throws FileAlreadyExistsException if there is one by now; it is as before, and the temporary one is gone
     * @throws IOException if it can't be written; there is none, and the temporary one is gone
     */
    public void writeNew(Content content) throws IOException {
        write(content, this::refuseIfThere);
    }

    private void refuseIfThere() throws IOException {
        if (disk.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
    }

    private void write(Content content, Check beforeItIsMoved) throws IOException {
        try {
            try (var out = new BufferedOutputStream(disk.create(temporary), BUFFER)) {
                content.writeTo(out);
            }
            disk.force(temporary);
            beforeItIsMoved.check();
            disk.move(temporary, file);
            var directory = file.getParent();
            if (directory != null) {
                disk.forceDirectory(directory);
            }
        } catch (IOException e) {
            giveBackSpace(e);
            throw e;
        }
    }

    /** What may stand against it when all is written. */
    private interface Check {
        void check() throws IOException;
    }

    private void giveBackSpace(IOException problem) {
        try {
            disk.delete(temporary);
        } catch (IOException e) {
            problem.addSuppressed(e);
        }
    }
}
