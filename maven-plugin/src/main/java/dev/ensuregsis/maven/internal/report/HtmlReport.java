package dev.ensuregsis.maven.internal.report;

import dev.ensuregsis.engine.definition.Unread;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.maven.internal.console.NextStepText;
import dev.ensuregsis.maven.internal.console.Words;
import dev.ensuregsis.maven.internal.report.Digest.Row;
import dev.ensuregsis.maven.internal.report.Digest.Standing;
import dev.ensuregsis.maven.internal.report.Stretch.Doing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A report as one page that needs nothing beside it: no script, no font, no picture. What matters first stands first. Every
 * text is escaped, whoever wrote it.
 */
final class HtmlReport {
    private static final String STYLE = style();

    private final Digest digest;
    private final StringBuilder html = new StringBuilder();

    private HtmlReport(Digest digest) {
        this.digest = digest;
    }

    static byte[] bytes(Report report) {
        return new HtmlReport(Digests.of(report)).page().getBytes(StandardCharsets.UTF_8);
    }

    private String page() {
        var title = "GSIs: " + digest.verdict();
        raw("""
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <link rel="icon" href="data:,">
                <title>""");
        text(title);
        raw("</title>\n<style>\n").raw(STYLE).raw("</style>\n</head>\n<body>\n");
        verdict();
        facts();
        failures("Failed", Standing.BAD, "");
        failures("Refused for now", Standing.OPEN, " class=\"wait\"");
        timeline();
        indexes();
        definitions();
        raw("</body>\n</html>\n");
        return html.toString();
    }

    private void verdict() {
        raw("<header class=\"" + (digest.isGreen() ? "good" : digest.isOnlyLate() ? "open" : "bad") + "\">\n<h1>");
        text(capital(digest.verdict()));
        raw("</h1>\n<p>");
        text(counts());
        raw("</p>\n</header>\n");
    }

    private String counts() {
        return digest.report().finding() == null
                ? "gsi:" + digest.report().goal()
                : Words.gsis(digest.rows().size()) + ": "
                        + digest.count(Standing.GOOD) + " " + digest.wordForGood() + ", " + digest.count(Standing.OPEN)
                        + " not there yet, " + digest.count(Standing.BAD) + " failed";
    }

    private void facts() {
        raw("<dl>\n");
        fact("Goal", "gsi:" + digest.report().goal());
        if (digest.target() != null) {
            fact("DynamoDB", Words.target(digest.target()));
        }
        var started = digest.startedAt();
        var ended = digest.endedAt();
        if (started != null && ended != null) {
            fact("Began", Words.instant(started));
            fact("Ended", Words.instant(ended) + ", after " + Words.duration(between(started, ended)));
        }
        raw("</dl>\n");
        var message = digest.report().message();
        if (message != null) {
            raw("<pre>");
            text(message);
            raw("</pre>\n");
        }
    }

    private void fact(String name, String value) {
        raw("<dt>").text(name).raw("</dt><dd>").text(value).raw("</dd>\n");
    }

    private void failures(String heading, Standing standing, String attributes) {
        var failed = digest.rows().stream()
                .filter(row -> row.standing() == standing && row.failure() != null)
                .toList();
        if (failed.isEmpty()) {
            return;
        }
        raw("<section>\n<h2>").text(heading).raw("</h2>\n");
        for (var row : failed) {
            raw("<article" + attributes + ">\n<h3>").text(row.label()).raw("</h3>\n");
            failure(Objects.requireNonNull(row.failure()));
            if (row.place() != null) {
                raw("<p>Defined in ").text(row.place().toString()).raw("</p>\n");
            }
            raw("</article>\n");
        }
        raw("</section>\n");
    }

    private void failure(Failure failure) {
        raw("<p><b>")
                .text(failure.summary())
                .raw("</b></p>\n<p>")
                .text(failure.meaning())
                .raw("</p>\n<p>Next: ");
        text(NextStepText.of(failure.nextStep())).raw("</p>\n");
    }

    private void timeline() {
        var began = digest.startedAt();
        var ended = digest.endedAt();
        if (digest.history().isEmpty() || began == null || ended == null) {
            return;
        }
        raw("<section>\n<h2>Timeline</h2>\n<ul class=\"key\">");
        for (var doing : Doing.values()) {
            raw("<li><i class=\"" + style(doing) + "\"></i>").text(doing.word()).raw("</li>");
        }
        raw("</ul>\n<div class=\"bars\">\n");
        digest.history().forEach((table, stretches) -> {
            raw("<b>").text(table).raw("</b><div class=\"bar\">");
            stretches.forEach(stretch -> stretch(stretch, began, ended));
            raw("</div>\n");
        });
        raw("</div>\n<p class=\"axis\"><span>").text(Words.instant(began)).raw("</span><span>");
        text(Words.instant(ended)).raw("</span></p>\n</section>\n");
    }

    private void stretch(Stretch stretch, Instant began, Instant ended) {
        double whole = Math.max(1, between(began, ended).toMillis());
        double left = Math.min(99.8, 100 * between(began, stretch.from()).toMillis() / whole);
        double width =
                Math.min(100 - left, 100 * between(stretch.from(), stretch.to()).toMillis() / whole);
        raw("<i class=\"" + style(stretch.doing()) + "\" style=\"left:" + percent(left) + ";width:" + percent(width)
                + "\" title=\"");
        text((stretch.indexName() == null ? "" : stretch.indexName() + ": ")
                        + stretch.doing().word() + ", " + Words.duration(between(stretch.from(), stretch.to())))
                .raw("\"></i>");
    }

    private void indexes() {
        if (digest.rows().isEmpty()) {
            return;
        }
        raw("<section>\n<h2>All GSIs</h2>\n<div class=\"scroll\"><table>\n<thead><tr><th>GSI</th><th>State</th>"
                + "<th>Attempts</th><th>Since</th><th>Took</th><th></th></tr></thead>\n<tbody>\n");
        digest.rows().forEach(this::index);
        raw("</tbody>\n</table></div>\n</section>\n");
    }

    private void index(Row row) {
        var from = row.startedAt();
        var to = row.endedAt();
        raw("<tr><td>")
                .text(row.label())
                .raw("</td><td class=\"n " + row.standing().name().toLowerCase(Locale.ROOT) + "\">");
        text(row.word()).raw("</td><td class=\"n\">" + row.attempts() + "</td><td class=\"n\">");
        text(Words.instant(from)).raw("</td><td class=\"n\">");
        text(from == null || to == null ? "-" : Words.duration(between(from, to)))
                .raw("</td><td>");
        text(row.detail()).raw("</td></tr>\n");
    }

    private void definitions() {
        if (!digest.sources().isEmpty()) {
            raw("<section>\n<h2>Where the definitions came from</h2>\n<dl>\n");
            digest.sources().forEach((source, tables) -> fact(source, String.join(", ", tables)));
            raw("</dl>\n</section>\n");
        }
        if (!digest.notRead().isEmpty()) {
            raw("<section>\n<h2>Not read</h2>\n<ul>\n");
            for (Unread unread : digest.notRead()) {
                raw("<li>").text(unread.toString()).raw("</li>\n");
            }
            raw("</ul>\n</section>\n");
        }
    }

    private HtmlReport raw(String markup) {
        html.append(markup);
        return this;
    }

    /** A text in an element or in an attribute between double quotes. */
    private HtmlReport text(@Nullable String text) {
        Escaped.html(String.valueOf(text), html);
        return this;
    }

    private static String style(Doing doing) {
        return doing.name().toLowerCase(Locale.ROOT);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", share);
    }

    private static String capital(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** The clock on the wall may have been set back. */
    private static Duration between(Instant from, Instant to) {
        return to.isBefore(from) ? Duration.ZERO : Duration.between(from, to);
    }

    private static String style() {
        try (InputStream css = HtmlReport.class.getResourceAsStream("report.css")) {
            return new String(Objects.requireNonNull(css).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
