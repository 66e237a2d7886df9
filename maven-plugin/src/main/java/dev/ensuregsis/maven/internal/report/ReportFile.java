package dev.ensuregsis.maven.internal.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file that holds one report as JSON: the whole of it, or what was there before. */
public final class ReportFile {
    private static final JsonFactory JSON = new JsonFactory();

    private final Path file;

    /**
     * Names the file.
     *
     * @param file where it lies; its folder is made if there is none
     */
    public ReportFile(Path file) {
        this.file = file.toAbsolutePath().normalize();
    }

    /** Writes the content of one JSON object. */
    @FunctionalInterface
    public interface Content {
        /**
         * Writes the fields.
         *
         * @param json inside an object
         * @throws IOException if it can't be written
         */
        void writeTo(JsonGenerator json) throws IOException;
    }

    /**
     * Writes the report, in place of what was there.
     *
     * @param content its fields
     * @throws IOException if it can't be written; the message names the file
     */
    public void write(Content content) throws IOException {
        try {
            var folder = Files.createDirectories(file.resolveSibling(".").normalize());
            var whole = Files.createTempFile(folder, "." + file.getFileName(), ".tmp");
            try {
                writeForced(whole, content);
                Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(whole);
            }
        } catch (IOException broken) {
            throw new IOException(
                    "The report (gsi.reportFile) could not be written to " + file + ": " + broken, broken);
        }
    }

    private static void writeForced(Path whole, Content content) throws IOException {
        try (var channel = FileChannel.open(whole, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel);
                var json = JSON.createGenerator(out)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            content.writeTo(json);
            json.writeEndObject();
            json.writeRaw('\n');
            json.flush();
            channel.force(true);
        }
    }
}
