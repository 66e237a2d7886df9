package dev.ensuregsis.engine.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that is written whole, or not at all. */
class WholeFileTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void whatIsNewOutlastsACrashLikeWhatReplaces() throws IOException {
        var steps = new ArrayList<String>();
        var file = new WholeFile(Path.of("/a/file"), Path.of("/a/tmp"), new Recorded(steps));

        file.writeNew(text("new"));
        assertThat(steps).containsExactly("create /a/tmp", "force /a/tmp", "move /a/tmp /a/file", "force /a");

        steps.clear();
        file.write(text("newer"));
        assertThat(steps).containsExactly("create /a/tmp", "force /a/tmp", "move /a/tmp /a/file", "force /a");
    }

    @Test
    void whatIsNewIsWrittenOverNothing() throws IOException {
        var file = folder.resolve("gsis.json");
        WholeFile.of(file).writeNew(text("first"));

        assertThatThrownBy(() -> WholeFile.of(file).writeNew(text("second")))
                .isInstanceOf(FileAlreadyExistsException.class);

        assertThat(file).hasContent("first");
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void whatHasComeIntoBeingMeanwhileStaysAsItIs() {
        var steps = new ArrayList<String>();
        var file = new WholeFile(Path.of("/there"), Path.of("/tmp"), new Recorded(steps));

        assertThatThrownBy(() -> file.writeNew(text("any"))).isInstanceOf(FileAlreadyExistsException.class);

        assertThat(steps).containsExactly("create /tmp", "force /tmp", "delete /tmp");
    }

    private static WholeFile.Content text(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Says what is done to it; has one file. */
    private record Recorded(List<String> steps) implements Disk {
        @Override
        public Optional<byte[]> read(Path file) {
            return Optional.empty();
        }

        @Override
        public boolean exists(Path path) {
            return path.endsWith("there");
        }

        @Override
        public void createDirectory(Path directory) {}

        @Override
        public OutputStream create(Path file) {
            steps.add("create " + file);
            return new ByteArrayOutputStream();
        }

        @Override
        public void force(Path file) {
            steps.add("force " + file);
        }

        @Override
        public void forceDirectory(Path directory) {
            steps.add("force " + directory);
        }

        @Override
        public void move(Path from, Path to) {
            steps.add("move " + from + " " + to);
        }

        @Override
        public void delete(Path file) {
            steps.add("delete " + file);
        }

        @Override
        public List<Path> list(Path directory) {
            return List.of();
        }
    }
}
