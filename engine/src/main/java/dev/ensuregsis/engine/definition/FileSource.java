package dev.ensuregsis.engine.definition;

import dev.ensuregsis.engine.definition.internal.document.SourceFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** A file, or a folder that was named where a file could stand. */
record FileSource(Path file) implements DocumentSource {
    @Override
    public List<SourceFile> load(Consumer<Unread> unread) {
        if (Files.isDirectory(file)) {
            return new FolderSource(file).load(unread);
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw DocumentSource.refused(file.toString(), "not a file");
        }
        try (var stream = Files.newInputStream(file)) {
            return List.of(SourceFile.read(file.toString(), stream, file));
        } catch (NoSuchFileException e) {
            throw DocumentSource.refused(file.toString(), "no such file" + seenFrom());
        } catch (AccessDeniedException e) {
            throw DocumentSource.refused(file.toString(), "can't be read: permission denied");
        } catch (IOException e) {
            throw DocumentSource.refused(file.toString(), "can't be read: " + e.getMessage());
        }
    }

    private String seenFrom() {
        return file.isAbsolute()
                ? ""
                : " seen from the working directory, " + Path.of("").toAbsolutePath();
    }
}
