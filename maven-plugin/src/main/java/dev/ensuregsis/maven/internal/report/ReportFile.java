package dev.ensuregsis.maven.internal.report;

import dev.ensuregsis.engine.spi.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that holds one report: the whole of it, or what was there before. */
public final class ReportFile {
    private final Path file;

    /**
     * Names the file.
     *
     * @param file where it lies; its folder is made if there is none
     */
    public ReportFile(Path file) {
        this.file = file.toAbsolutePath().normalize();
    }

    /**
     * Writes the report, in place of what was there.
     *
     * @param report the report
     * @throws IOException if it can't be written; the message names the file
     */
    public void write(Report report) throws IOException {
        try {
            Files.createDirectories(file.resolveSibling(".").normalize());
            WholeFile.of(file).write(out -> out.write(JsonReport.bytes(report)));
        } catch (IOException broken) {
            throw new IOException(
                    "The report (gsi.reportFile) could not be written to " + file + ": " + broken, broken);
        }
    }
}
