package dev.ensuregsis.maven.internal.report;

import dev.ensuregsis.engine.definition.Place;
import dev.ensuregsis.maven.internal.console.NextStepText;
import dev.ensuregsis.maven.internal.report.Digest.Row;
import dev.ensuregsis.maven.internal.report.Digest.Standing;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something of a report that is to be shown where the definitions stand.
 *
 * @param isError whether something failed; else it is only late, or refused for now
 * @param title what it is about
 * @param message what is wrong and what to do, in one or several lines
 * @param place where the definition stands; null if it isn't known
 */
public record Annotation(
        boolean isError,
        String title,
        String message,
        @Nullable Place place) {

    /**
     * What a report has to show: failures first.
     *
     * @param report the report
     * @return an annotation each; none if all is well
     */
    public static List<Annotation> of(Report report) {
        var digest = Digests.of(report);
        if (report.finding() == null) {
            return digest.isGreen()
                    ? List.of()
                    : List.of(new Annotation(
                            true, "gsi:" + report.goal(), Objects.requireNonNullElse(report.message(), ""), null));
        }
        var failed = digest.rows().stream()
                .filter(row -> row.standing() == Standing.BAD)
                .map(row -> of(row, true));
        var refused = digest.rows().stream()
                .filter(row -> row.standing() == Standing.OPEN && row.failure() != null)
                .map(row -> of(row, false));
        var late = digest.isOnlyLate()
                ? Stream.of(new Annotation(
                        false,
                        "gsi:" + report.goal() + ": " + digest.verdict(),
                        Objects.requireNonNullElse(report.message(), ""),
                        null))
                : Stream.<Annotation>empty();
        return Stream.of(failed, refused, late).flatMap(one -> one).toList();
    }

    private static Annotation of(Row row, boolean isError) {
        var failure = row.failure();
        return new Annotation(
                isError,
                row.label() + ": " + row.word(),
                failure == null
                        ? row.detail()
                        : failure.summary() + "\n" + failure.meaning() + "\nNext: "
                                + NextStepText.of(failure.nextStep()),
                row.place());
    }
}
