package dev.ensuregsis.maven.internal.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes files whole: the new content, or what was there before. */
final class WholeFile {

    private WholeFile() {}

    /** Writes a file in place of what was there; its folder is made if there is none. */
    static void write(Path file, byte[] content) throws IOException {
        var folder = Files.createDirectories(file.resolveSibling(".").normalize());
        var whole = Files.createTempFile(folder, "." + file.getFileName(), ".tmp");
        try {
            writeForced(whole, ByteBuffer.wrap(content));
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    private static void writeForced(Path file, ByteBuffer content) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            while (content.hasRemaining()) {
                channel.write(content);
            }
            channel.force(true);
        }
    }
}
