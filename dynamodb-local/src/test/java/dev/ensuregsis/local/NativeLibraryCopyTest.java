package dev.ensuregsis.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class NativeLibraryCopyTest {
    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere the copy goes with the JVM")
    void hasNoNameAnyMoreWhenAServerHasStarted() throws IOException {
        try (var server = EmbeddedServer.start();
                var lines = Files.lines(Path.of("/proc/self/maps"), StandardCharsets.ISO_8859_1)) {
            assertThat(server.uri()).isNotNull();
            assertThat(lines.filter(line -> line.contains("libsqlite4java")))
                    .isNotEmpty()
                    .allMatch(line -> line.endsWith(" (deleted)"));
        }
    }
}
