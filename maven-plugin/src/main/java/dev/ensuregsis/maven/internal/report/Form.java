package dev.ensuregsis.maven.internal.report;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The forms of a report, each told by what the file's name ends in. */
public enum Form {
    /** For programs. */
    JSON(".json", JsonReport::bytes),
    /** A page for people. */
    HTML(".html", HtmlReport::bytes),
    /** What CI servers show as tests. */
    JUNIT(".xml", JunitReport::bytes),
    /** A summary in Markdown. */
    MARKDOWN(".md", MarkdownReport::bytes);

    private final String ending;
    private final Writer writer;

    Form(String ending, Writer writer) {
        this.ending = ending;
        this.writer = writer;
    }

    @FunctionalInterface
    private interface Writer {
        byte[] bytes(Report report) throws IOException;
    }

    /**
     * The form that a file's name asks for.
     *
     * @param name the file's name
     * @return the form; empty if it ends in none of their endings
     */
    public static Optional<Form> of(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return Stream.of(values()).filter(form -> lower.endsWith(form.ending)).findFirst();
    }

    /**
     * What names may end in.
     *
     * @return the endings, for a message
     */
    public static String endings() {
        return Stream.of(values()).map(form -> form.ending).collect(Collectors.joining(", "));
    }

    /**
     * Writes a report in this form.
     *
     * @param report the report
     * @return its bytes, UTF-8
     * @throws IOException if that can't be done
     */
    public byte[] bytes(Report report) throws IOException {
        return writer.bytes(report);
    }
}
