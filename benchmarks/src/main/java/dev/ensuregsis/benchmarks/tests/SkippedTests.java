package dev.ensuregsis.benchmarks.tests;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;

/** Says at the end of a build what it has not shown, and why: one block, which nobody has to look for. */
public final class SkippedTests {

    private SkippedTests() {}

    /** Takes the project's folder, and when the build began. */
    public static void main(String[] args) throws IOException, XMLStreamException {
        lines(TestReport.of(Path.of(args[0]), Instant.parse(args[1]))).forEach(System.out::println);
    }

    /** One line for each reason, after one that counts. */
    static List<String> lines(List<TestReport> reports) {
        Map<String, List<TestReport>> byReason = new LinkedHashMap<>();
        reports.forEach(report -> report.skipped()
                .forEach(skipped -> byReason.computeIfAbsent(skipped.why(), why -> new ArrayList<>())
                        .add(report)));
        if (byReason.isEmpty()) {
            return List.of();
        }
        var lines = new ArrayList<String>();
        lines.add("skipped: " + byReason.values().stream().mapToInt(List::size).sum() + " tests");
        byReason.forEach((why, where) -> lines.add("  " + where.size() + " in "
                + where.stream()
                        .map(report -> report.testClass().replaceFirst(".*\\.", ""))
                        .collect(Collectors.toCollection(TreeSet::new))
                        .stream()
                        .collect(Collectors.joining(", "))
                + ": " + why));
        return lines;
    }
}
