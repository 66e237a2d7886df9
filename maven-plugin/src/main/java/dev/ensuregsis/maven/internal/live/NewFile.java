package dev.ensuregsis.maven.internal.live;

import dev.ensuregsis.engine.spi.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that is to come into being: never over another one, nor over a link, whole or not at all.
 *
 * @param file where
 */
public record NewFile(Path file) {

    /**
     * Why it can't be made, as far as can be told without doing it.
     *
     * @return what there has to be; empty if it can be made
     */
    public Optional<String> objection() {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of("a file that isn't there yet: " + file + " is left as it is");
        }
        var folder = file.toAbsolutePath().getParent();
        return folder != null && Files.isDirectory(folder) && Files.isWritable(folder)
                ? Optional.empty()
                : Optional.of("a file in a folder that can be written to; " + folder + " can't");
    }

    /**
     * Makes it.
     *
     * @param text what it holds
     * @throws IOException if it can't be made; nothing is left behind
     */
    public void write(String text) throws IOException {
        try {
            WholeFile.of(file).writeNew(out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        } catch (FileAlreadyExistsException inTheMeantime) {
            throw new IOException(file + " has come into being in the meantime, and is left as it is", inTheMeantime);
        }
    }
}
