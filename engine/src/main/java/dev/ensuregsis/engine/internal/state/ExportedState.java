package dev.ensuregsis.engine.internal.state;

import dev.ensuregsis.engine.spi.Disk;
import dev.ensuregsis.engine.spi.StateContents;
import dev.ensuregsis.engine.spi.WholeFile;
import java.io.IOException;
import java.nio.file.Path;

/** Writes what any store holds in the format of the state file, whole. */
public final class ExportedState {
    private ExportedState() {}

    /**
     * Writes it.
     *
     * @param contents what is kept
     * @param file where to; what was there is replaced
     * @throws IOException if that fails
     */
    public static void write(StateContents contents, Path file) throws IOException {
        var document = new StateDocument(
                contents.scriptName(),
                contents.createdAt(),
                contents.updatedAt(),
                contents.target(),
                contents.entries().values().stream()
                        .map(entry -> new StateDocument.Entry(entry, UnknownFields.NONE))
                        .toList(),
                UnknownFields.NONE,
                UnknownFields.NONE);
        var whole = file.toAbsolutePath();
        var temporary = whole.resolveSibling(whole.getFileName() + ".tmp");
        new WholeFile(whole, temporary, Disk.LOCAL).write(out -> DocumentWriter.write(document, out));
    }
}
