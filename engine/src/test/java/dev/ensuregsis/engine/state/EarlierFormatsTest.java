package dev.ensuregsis.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.spi.GsiStatus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A state file of each kind that was ever written, as it was written: read for ever, by whatever comes. */
class EarlierFormatsTest {
    private static final String NEWEST = "state-1.0-2026-11-26.json";

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"state-1.0-scripts.json", "state-1.0-2026-11-23.json", NEWEST})
    void isReadAndResumed(String name) throws IOException {
        write(name);
        try (var state = new GsiStateManager("flights", folder)) {
            assertThat(state.warnings()).isEmpty();
            assertThat(state.getGsiStatus("bookings", "passenger-flight-index")).hasValueSatisfying(entry -> {
                assertThat(entry.status()).isEqualTo(GsiStatus.ACTIVE);
                assertThat(entry.retryCount()).isEqualTo(2);
            });
            assertThat(state.getGsiStatus("flights", "status-index")).hasValueSatisfying(entry -> {
                assertThat(entry.status()).isEqualTo(GsiStatus.FAILED);
                assertThat(entry.lastError()).isEqualTo("LimitExceededException");
            });
            assertThat(state.shouldSkipGsi("bookings", "passenger-flight-index"))
                    .isTrue();
        }
    }

    /** What is written now is what the newest sample says: a change of the format adds a sample, and changes none. */
    @Test
    void theNewestIsWhatIsWritten() throws IOException {
        write(NEWEST);
        try (var state = new GsiStateManager("flights", folder)) {
            state.updateGsiStatus("bookings", "passenger-flight-index", GsiStatus.ACTIVE, 2, null);
            state.flush();
        }

        assertThat(fieldNames(Files.readString(folder.resolve(".gsi_creation_state.json"))))
                .isEqualTo(fieldNames(text(NEWEST)));
    }

    private static String fieldNames(String json) {
        return json.replaceAll(": *(\"[^\"]*\"|\\d+|null)", ":").replaceAll("\\s+", "");
    }

    private void write(String name) throws IOException {
        Files.writeString(folder.resolve(".gsi_creation_state.json"), text(name));
    }

    private static String text(String name) throws IOException {
        try (InputStream in = EarlierFormatsTest.class.getResourceAsStream("/formats/" + name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
