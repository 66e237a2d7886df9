package dev.ensuregsis.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page's table of properties, against the plugin's descriptor. */
class MavenPageTest {
    private static final Pattern IN_DESCRIPTOR =
            Pattern.compile("<\\w+ implementation=\"[\\w.]+\"(?: default-value=\"([^\"]*)\")?>\\$\\{(gsi\\.\\w+)}</");
    private static final Pattern ROW = Pattern.compile("(?m)^\\|( `gsi\\.[^|]*)\\|([^|]*)\\|");
    private static final Pattern NAME = Pattern.compile("`(gsi\\.\\w+)`");

    private final Map<String, String> descriptor = new TreeMap<>();
    private final Map<String, String> page = new TreeMap<>();

    MavenPageTest() throws IOException {
        IN_DESCRIPTOR
                .matcher(Files.readString(Path.of("target/classes/META-INF/maven/plugin.xml")))
                .results()
                .forEach(found -> descriptor.put(found.group(2), defaultOf(found)));
        ROW.matcher(Files.readString(Path.of("../docs/maven.md")))
                .results()
                .forEach(row -> NAME.matcher(row.group(1))
                        .results()
                        .forEach(name -> page.put(name.group(1), row.group(2).trim())));
    }

    private static String defaultOf(MatchResult found) {
        return found.group(1) == null ? "" : found.group(1);
    }

    @Test
    void namesEveryPropertyAndNoOther() {
        assertThat(descriptor).as("what the test reads of the descriptor").hasSizeGreaterThan(20);
        assertThat(page.keySet()).isEqualTo(new TreeSet<>(descriptor.keySet()));
    }

    @Test
    void givesTheDefaultsThatAreValues() {
        descriptor.forEach((property, value) -> {
            if (!value.isEmpty()) {
                assertThat(page.get(property)).as(property).isEqualTo("`" + value + "`");
            }
        });
    }
}
