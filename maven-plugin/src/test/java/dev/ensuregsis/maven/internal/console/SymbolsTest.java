package dev.ensuregsis.maven.internal.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SymbolsTest {

    @ParameterizedTest
    @CsvSource({"UTF-8, ✓", "UTF-16, ✓", "US-ASCII, +", "ISO-8859-1, +", "windows-1252, +"})
    void onlyWhatTheCharsetHas(String charset, String success) {
        assertThat(Symbols.in(Charset.forName(charset)).success()).isEqualTo(success);
    }

    @Test
    void theConsolesCharsetIsTheOneThatTheJdkNames() {
        assertThat(ConsoleCharset.detect(Map.of("stdout.encoding", "US-ASCII", "sun.stdout.encoding", "UTF-8")::get))
                .isEqualTo(StandardCharsets.US_ASCII);
        assertThat(ConsoleCharset.detect(Map.of("sun.stdout.encoding", "ISO-8859-1")::get))
                .isEqualTo(StandardCharsets.ISO_8859_1);
        assertThat(ConsoleCharset.detect(Map.of("stdout.encoding", "no such charset")::get))
                .isEqualTo(Charset.defaultCharset());
    }
}
