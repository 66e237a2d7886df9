package dev.ensuregsis.maven.internal.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page, and the texts of others in it, as Chromium takes it. */
class PageInABrowserTest {
    private static final int LONGEST_SECONDS = 120;

    @TempDir
    Path folder = Path.of("");

    @Test
    void leavesNothingInTheConsole() throws Exception {
        var page = Files.write(folder.resolve("report.html"), Form.HTML.bytes(Runs.mixed(Runs.HOSTILE)));

        var said = chromium(page, "--dump-dom");

        assertThat(said).contains("All GSIs").doesNotContain("CONSOLE");
    }

    @Test
    void wouldSeeAnErrorInTheConsole() throws Exception {
        var page = Files.writeString(folder.resolve("broken.html"), "<script>nonsense()</script>");

        assertThat(chromium(page, "--dump-dom")).contains("CONSOLE");
    }

    private String chromium(Path page, String what) throws IOException, InterruptedException {
        var said = folder.resolve("said");
        var process = new ProcessBuilder(
                        executable().toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--enable-logging=stderr",
                        what,
                        page.toUri().toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            assertThat(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(said);
    }

    private static Path executable() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(() -> abort("skipped: no Chromium on the path"));
    }
}
