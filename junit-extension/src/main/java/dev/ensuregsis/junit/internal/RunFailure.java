package dev.ensuregsis.junit.internal;

import dev.ensuregsis.engine.RunReport;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.IndexReport;
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
                                        .orElse("the server") + " (run "
                                + report.ending() + ")"),
                        Stream.ofNullable(report.abortedBy()).map(RunFailure::told),
                        report.failedTables().stream().map(table -> table.tableName() + ": " + told(table.failure())),
                        report.indexes().stream()
                                .filter(index -> !index.isActive())
                                .map(RunFailure::told))
                .flatMap(part -> part);
        return Optional.of(lines.collect(Collectors.joining(System.lineSeparator())));
    }

    private static String told(IndexReport index) {
        var failure = index.failure();
        return index.id() + ": " + (failure == null ? index.outcome().toString() : told(failure));
    }

    private static String told(Failure failure) {
        return failure.summary() + System.lineSeparator() + "  " + failure.meaning() + System.lineSeparator() + "  "
                + failure.nextStep();
    }
}
