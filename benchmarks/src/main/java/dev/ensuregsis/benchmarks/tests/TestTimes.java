package dev.ensuregsis.benchmarks.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;

/** Writes into CONTRIBUTING where the time of the tests goes, from the reports of the last build. */
public final class TestTimes {
    private static final Pattern TABLE =
            Pattern.compile("(?<=<!-- test-times -->\n).*?(?=<!-- end -->)", Pattern.DOTALL);
    private static final int CLASSES = 5;

    private TestTimes() {}

    /** Takes the project's folder, when the build began, and the file that has the table. */
    public static void main(String[] args) throws IOException, XMLStreamException {
        var file = Path.of(args[2]);
        var table = table(TestReport.of(Path.of(args[0]), Instant.parse(args[1])));
        var text = Files.readString(file);
        Files.writeString(file, TABLE.matcher(text).replaceFirst(match -> Matcher.quoteReplacement(table)));
    }

    static String table(List<TestReport> reports) {
        var byModule =
                reports.stream().collect(Collectors.groupingBy(TestReport::module, TreeMap::new, Collectors.toList()));
        return byModule.entrySet().stream()
                .map(module -> row(module.getKey(), module.getValue()))
                .collect(Collectors.joining("", "| module | tests | seconds | most of it |\n|---|---|---|---|\n", ""));
    }

    private static String row(String module, List<TestReport> reports) {
        var slowest = reports.stream()
                .sorted(Comparator.comparingDouble(TestReport::seconds).reversed())
                .limit(CLASSES)
                .map(report -> String.format(
                        Locale.ROOT, "%s %.0f", report.testClass().replaceFirst(".*\\.", ""), report.seconds()))
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "| `%s` | %d | %.0f | %s |\n",
                module,
                reports.stream().mapToInt(TestReport::tests).sum(),
                reports.stream().mapToDouble(TestReport::seconds).sum(),
                slowest);
    }
}
