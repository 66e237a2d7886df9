package dev.ensuregsis.junit.internal;

import dev.ensuregsis.engine.RunReport;
import dev.ensuregsis.engine.definition.Unread;
import dev.ensuregsis.junit.EnsureGsisException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says why a run did not succeed, for the person who reads the test report. */
final class RunFailure {

    private RunFailure() {}

    /** The failure, with what was thrown where nothing should be; empty if the run succeeded. */
    static Optional<EnsureGsisException> of(String who, RunReport report, List<Unread> unread) {
        if (report.isSuccessful()) {
            return Optional.empty();
        }
        var lines = Stream.of(
                        Stream.of("@EnsureGsis for " + who + ": not everything could be ensured at "
                                + Optional.ofNullable(report.target().endpoint())
                                        .orElse("the server") + endedOtherwise(report)),
                        report.complaints(FailureText::of).stream(),
                        unread.stream().map(Unread::toString))
                .flatMap(part -> part);
        return Optional.of(
                new EnsureGsisException(lines.collect(Collectors.joining(System.lineSeparator())), report.thrown()));
    }

    private static String endedOtherwise(RunReport report) {
        return report.ending() == RunReport.Ending.COMPLETE ? "" : " (run " + report.ending() + ")";
    }
}
