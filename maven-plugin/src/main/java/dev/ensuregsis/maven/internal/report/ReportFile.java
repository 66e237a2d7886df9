package dev.ensuregsis.maven.internal.report;

import dev.ensuregsis.engine.spi.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file that holds one report: the whole of it, or what was there before. */
public final class ReportFile {
    private final Path file;
    private final Form form;

    /**
     * Names the file.
     *
     * @param file where it lies; its folder is made if there is none
     * @param form what is written to it
     */
    public ReportFile(Path file, Form form) {
        this.file = file.toAbsolutePath().normalize();
        this.form = form;
    }

    /**
     * Why it can't be written there, as far as can be told without doing it.
     *
     * @return what the file has to be; empty if it can be written
     */
    public Optional<String> objection() {
        if (Files.isDirectory(file)) {
            return Optional.of("a file, not a folder");
        }
        var folder = file.getParent();
        while (folder != null && !Files.exists(folder)) {
            folder = folder.getParent();
        }
        if (folder == null || !Files.isDirectory(folder)) {
            return Optional.of("a file in a folder; " + folder + " is none");
        }
        return Files.isWritable(folder)
                ? Optional.empty()
                : Optional.of("a file in a folder that can be written to; " + folder + " can't");
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
            WholeFile.of(file).write(out -> out.write(form.bytes(report)));
        } catch (IOException broken) {
            throw new IOException(
                    "The report (gsi.reportFile) could not be written to " + file + ": " + broken, broken);
        }
    }
}
