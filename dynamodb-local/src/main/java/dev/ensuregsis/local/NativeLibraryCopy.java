package dev.ensuregsis.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/**
 * SQLite's library, which DynamoDB Local copies into the temporary folder, loads from there, and deletes when the JVM ends in
 * order. Linux needs the name of a file no longer once it is mapped, so there it is deleted at once: a JVM that is killed
 * leaves nothing either.
 */
final class NativeLibraryCopy {
    /** What this process has mapped, a line each, its path at the end. */
    private static final Path MAPPED = Path.of("/proc/self/maps");

    private static final Pattern COPY = Pattern.compile("(/.*/sqlite-[^/]*-libsqlite4java\\.so)$");

    private static final AtomicBoolean TAKEN_BACK = new AtomicBoolean();

    private NativeLibraryCopy() {}

    /** Deletes it, once the first database has loaded it. What can't be deleted is left to the end of the JVM. */
    static void takeBack() {
        if (!TAKEN_BACK.getAndSet(true) && Files.isReadable(MAPPED)) {
            try {
                // Paths may be in any encoding; this one reads every byte.
                for (var line : Files.readAllLines(MAPPED, StandardCharsets.ISO_8859_1)) {
                    var copy = COPY.matcher(line);
                    if (copy.find()) {
                        Files.deleteIfExists(Path.of(copy.group(1)));
                    }
                }
            } catch (IOException stays) {
                // Until this JVM ends, as it would have without us.
            }
        }
    }
}
