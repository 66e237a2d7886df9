package dev.ensuregsis.maven.internal.ci;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.maven.internal.console.Line;
import dev.ensuregsis.maven.internal.option.OptionReader;
import dev.ensuregsis.maven.internal.report.Report;
import dev.ensuregsis.maven.internal.report.Runs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GithubActionsTest {
    @TempDir
    Path folder = Path.of("");

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void annotatesWhereTheDefinitionsStand() throws IOException {
        actions(Map.of()).show(Runs.mixed(folder.resolve("src/a,b:c%.json").toString()));

        assertThat(printed())
                .startsWith("::error title=bookings.by-date%3A failed,file=src/a%2Cb%3Ac%25.json,line=7::"
                        + "LimitExceededException: ");
        assertThat(printed().lines())
                .hasSize(2)
                .allMatch(line -> line.startsWith("::error ") || line.startsWith("::warning "));
        assertThat(printed()).contains("%0AThe table is full.%0ANext: ");
    }

    @Test
    void writesTheJobsSummaryBelowWhatIsThere() throws IOException {
        Files.writeString(folder.resolve("summary.md"), "before\n");

        actions(Map.of()).show(Runs.mixed("too many"));

        assertThat(folder.resolve("summary.md")).content().startsWith("before\n## gsi:create: failed");
    }

    @Test
    void nobodysTextIsACommand() throws IOException {
        actions(Map.of()).show(Runs.mixed(Runs.HOSTILE));
        actions(Map.of()).show(Report.refused("create", Runs.HOSTILE));

        assertThat(printed().lines())
                .hasSize(3)
                .allMatch(line -> line.startsWith("::error title=") || line.startsWith("::warning title="))
                .noneMatch(line -> line.contains("##["));
    }

    @Test
    void noLineOfTheLogIsACommand() {
        var lines = new ArrayList<Line>();
        var actions = actions(Map.of());

        actions.harmless(lines::addAll)
                .print(List.of(Line.info("  ::set-env name=PATH::x"), Line.info("a ##[error]b")));

        assertThat(lines).extracting(Line::text).containsExactly("  : :set-env name=PATH::x", "a ## [error]b");
        assertThat(actions.harmless("arn:aws:iam::1:role\n::stop-commands::x"))
                .isEqualTo("arn:aws:iam::1:role" + System.lineSeparator() + ": :stop-commands::x");
    }

    @Test
    void isOffElsewhereAndWhereItIsSwitchedOff() throws IOException {
        GithubActions.of(new OptionReader(Map.of()), Map.of(), new PrintStream(printed))
                .show(Runs.mixed("x"));
        actions(Map.of("gsi.ci", "off")).show(Runs.mixed("x"));

        assertThat(printed()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anotherChoiceIsRefused() {
        var options = new OptionReader(Map.of("gsi.ci", "github"));

        GithubActions.of(options, Map.of(), new PrintStream(printed));

        assertThat(options.faults()).containsExactly("gsi.ci is \"github\", but has to be auto or off");
    }

    private GithubActions actions(Map<String, String> options) {
        return GithubActions.of(
                new OptionReader(options),
                Map.of(
                        "GITHUB_ACTIONS", "true",
                        "GITHUB_STEP_SUMMARY", folder.resolve("summary.md").toString(),
                        "GITHUB_WORKSPACE", folder.toString()),
                new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
