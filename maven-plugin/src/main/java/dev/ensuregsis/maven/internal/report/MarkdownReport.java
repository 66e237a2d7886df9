package dev.ensuregsis.maven.internal.report;

import dev.ensuregsis.maven.internal.console.NextStepText;
import dev.ensuregsis.maven.internal.console.Words;
import dev.ensuregsis.maven.internal.report.Digest.Row;
import dev.ensuregsis.maven.internal.report.Digest.Standing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * A report as a summary in Markdown. GitHub shows at most 1 MiB of it (source: its documentation of job summaries, November
 * 2026), so what is too much is counted instead: failures come first, what goes well last.
 */
final class MarkdownReport {
    private static final int MOST_BYTES = 900_000;

    private final Digest digest;
    private final StringBuilder text = new StringBuilder();
    private int bytes;

    private MarkdownReport(Digest digest) {
        this.digest = digest;
    }

    static byte[] bytes(Report report) {
        return new MarkdownReport(Digests.of(report)).summary().getBytes(StandardCharsets.UTF_8);
    }

    private String summary() {
        var report = digest.report();
        line("## gsi:" + report.goal() + ": " + Escaped.markdown(digest.verdict()));
        line("");
        if (report.finding() != null) {
            line(Words.gsis(digest.rows().size()) + ": " + digest.count(Standing.GOOD) + " " + digest.wordForGood()
                    + ", " + digest.count(Standing.OPEN) + " not there yet, " + digest.count(Standing.BAD)
                    + " failed.");
            line("");
        }
        if (digest.target() != null) {
            line("DynamoDB: " + Escaped.markdown(Words.target(digest.target())));
            line("");
        }
        for (var expected : Expected.lines(report)) {
            line(Escaped.markdown(expected));
            line("");
        }
        if (report.message() != null) {
            message(report.message());
        }
        failures(Standing.BAD, "Failed");
        failures(Standing.OPEN, "Refused for now");
        rows();
        return text.toString();
    }

    private void message(String message) {
        line("<pre>");
        var escaped = new StringBuilder();
        Escaped.html(message, escaped);
        // An empty line would end the block, and what follows would be Markdown.
        escaped.toString().lines().forEach(part -> line(part.isBlank() ? "&nbsp;" : part));
        line("</pre>");
        line("");
    }

    private void failures(Standing standing, String heading) {
        var failed = digest.rows().stream()
                .filter(row -> row.standing() == standing && row.failure() != null)
                .toList();
        if (failed.isEmpty()) {
            return;
        }
        line("### " + heading);
        line("");
        each(failed, row -> {
            var failure = row.failure();
            return failure == null
                    ? ""
                    : "- **" + Escaped.markdown(row.label()) + "**: " + Escaped.markdown(failure.summary()) + "<br>"
                            + Escaped.markdown(failure.meaning()) + "<br>Next: "
                            + Escaped.markdown(NextStepText.of(failure.nextStep()));
        });
        line("");
    }

    private void rows() {
        var inOrder = digest.rows().stream()
                .sorted((one, other) -> other.standing().compareTo(one.standing()))
                .toList();
        if (inOrder.isEmpty()) {
            return;
        }
        line("| GSI | state | attempts | took | |");
        line("|---|---|---|---|---|");
        each(inOrder, MarkdownReport::cells);
    }

    private static String cells(Row row) {
        var from = row.startedAt();
        var to = row.endedAt();
        var took = from == null || to == null || to.isBefore(from) ? "-" : Words.duration(Duration.between(from, to));
        return "| " + Escaped.markdown(row.label()) + " | " + row.word() + " | " + row.attempts() + " | " + took + " | "
                + Escaped.markdown(row.detail()) + " |";
    }

    private void each(List<Row> rows, Function<Row, String> form) {
        for (int i = 0; i < rows.size(); i++) {
            var next = form.apply(rows.get(i));
            if (bytes + next.length() * 3 > MOST_BYTES) {
                line("");
                line("… and " + Words.count(rows.size() - i, "more", "more")
                        + ": the other forms of this report have them.");
                return;
            }
            line(next);
        }
    }

    private void line(String line) {
        text.append(line).append('\n');
        bytes += line.getBytes(StandardCharsets.UTF_8).length + 1;
    }
}
