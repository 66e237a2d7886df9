package dev.ensuregsis.junit.internal;

import dev.ensuregsis.engine.RunReport;
import dev.ensuregsis.engine.event.IndexReport;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says why a run did not succeed, for the person who reads the test report. */
final class RunFailure {

    private RunFailure() {}

    /** The message; empty if the run succeeded. */
    static Optional<String> of(String who, RunReport report) {
        if (report.isSuccessful()) {
            return Optional.empty();
        }
        var lines = Stream.of(
                        Stream.of("@EnsureGsis for " + who + ": not everything could be ensured at "
                                + Optional.ofNullable(report.target().endpoint())
                                        .orElse("the server") + endedOtherwise(report)),
                        Stream.ofNullable(report.abortedBy()).map(FailureText::of),
                        report.failedTables().stream()
                                .map(table -> table.tableName() + ": " + FailureText.of(table.failure())),
                        toldOnce(report.indexes().stream().filter(index -> !index.isActive())))
                .flatMap(part -> part);
        return Optional.of(lines.collect(Collectors.joining(System.lineSeparator())));
    }

    private static String endedOtherwise(RunReport report) {
        return report.ending() == RunReport.Ending.COMPLETE ? "" : " (run " + report.ending() + ")";
    }

    /** What is wrong with many indexes, as when a whole table is refused, is told once, after all their names. */
    private static Stream<String> toldOnce(Stream<IndexReport> indexes) {
        return indexes
                .collect(Collectors.groupingBy(
                        RunFailure::told,
                        LinkedHashMap::new,
                        Collectors.mapping(index -> index.id().toString(), Collectors.joining(", "))))
                .entrySet()
                .stream()
                .map(entry -> entry.getValue() + ": " + entry.getKey());
    }

    private static String told(IndexReport index) {
        var failure = index.failure();
        return failure == null ? index.outcome().toString() : FailureText.of(failure);
    }
}
