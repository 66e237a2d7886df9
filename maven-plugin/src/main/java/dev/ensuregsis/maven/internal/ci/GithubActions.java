package dev.ensuregsis.maven.internal.ci;

import dev.ensuregsis.maven.internal.console.Console;
import dev.ensuregsis.maven.internal.console.Line;
import dev.ensuregsis.maven.internal.option.OptionReader;
import dev.ensuregsis.maven.internal.option.RefusedException;
import dev.ensuregsis.maven.internal.report.Annotation;
import dev.ensuregsis.maven.internal.report.Form;
import dev.ensuregsis.maven.internal.report.Report;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * GitHub Actions, where a goal runs there: annotations where the definitions stand, the job's summary, and a log in which
 * nobody's text is taken for a command. Its runner takes a line that begins with {@code ::} for one, and one that holds
 * {@code ##[} anywhere (source: actions/runner, ActionCommand, November 2026). Elsewhere it does nothing.
 */
public final class GithubActions {
    /** As many as the runner shows of each kind for a step. */
    private static final int MOST_ANNOTATIONS = 10;

    private static final GithubActions ELSEWHERE = new GithubActions(null, null, System.out);

    private final @Nullable Path summary;
    private final @Nullable Path workspace;
    private final PrintStream out;

    private GithubActions(@Nullable Path summary, @Nullable Path workspace, PrintStream out) {
        this.summary = summary;
        this.workspace = workspace;
        this.out = out;
    }

    /**
     * Finds out whether this is it.
     *
     * @param options what the user gave: {@code gsi.ci}
     * @param environment the environment of the process
     * @return what to tell; does nothing elsewhere, and with {@code gsi.ci=off}
     */
    public static GithubActions of(OptionReader options, Map<String, String> environment) {
        // Maven 4 prefixes what goes to System.out, and a command begins its line.
        return of(
                options,
                environment,
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
    }

    /** As {@link #of(OptionReader, Map)}, printing there. */
    static GithubActions of(OptionReader options, Map<String, String> environment, PrintStream out) {
        var choice = options.text("gsi.ci");
        if (choice != null && !choice.equals("auto") && !choice.equals("off")) {
            options.refuse("gsi.ci", "auto or off");
        }
        return "off".equals(choice) || !"true".equals(environment.get("GITHUB_ACTIONS"))
                ? ELSEWHERE
                : new GithubActions(
                        path(environment.get("GITHUB_STEP_SUMMARY")), path(environment.get("GITHUB_WORKSPACE")), out);
    }

    private static @Nullable Path path(@Nullable String name) {
        try {
            return name == null || name.isBlank() ? null : Path.of(name);
        } catch (InvalidPathException noPath) {
            return null;
        }
    }

    private boolean isHere() {
        return this != ELSEWHERE;
    }

    /**
     * A console whose lines are no commands.
     *
     * @param console where to print
     * @return the console
     */
    public Console harmless(Console console) {
        return isHere()
                ? lines -> console.print(lines.stream()
                        .map(line -> new Line(line.level(), harmless(line.text())))
                        .toList())
                : console;
    }

    /**
     * A text of which no line is a command.
     *
     * @param text a text of one or several lines
     * @return the text, by a space more where it would be one
     */
    public String harmless(String text) {
        return isHere()
                ? text.lines().map(GithubActions::harmlessLine).collect(Collectors.joining(System.lineSeparator()))
                : text;
    }

    /**
     * A refusal whose message is no command.
     *
     * @param refused the refusal
     * @return the same, if it has none
     */
    public RefusedException harmless(RefusedException refused) {
        var message = String.valueOf(refused.getMessage());
        return harmless(message).equals(message) ? refused : new RefusedException(harmless(message), refused);
    }

    private static String harmlessLine(String line) {
        var plain = line.replace("##[", "## [").replace('\r', ' ');
        var text = plain.stripLeading();
        return text.startsWith("::")
                ? plain.substring(0, plain.length() - text.length()) + ": :" + text.substring(2)
                : plain;
    }

    /**
     * Shows a report: its failures beside the definitions, and the whole in the job's summary.
     *
     * @param report the report
     * @throws IOException if the summary can't be written
     */
    public void show(Report report) throws IOException {
        if (!isHere()) {
            return;
        }
        annotate(Annotation.of(report));
        if (summary != null) {
            Files.write(summary, Form.MARKDOWN.bytes(report), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    private void annotate(List<Annotation> annotations) {
        annotations.stream().limit(MOST_ANNOTATIONS).map(this::command).forEach(out::println);
        out.flush();
    }

    private String command(Annotation annotation) {
        var place = annotation.place();
        return "::" + (annotation.isError() ? "error" : "warning") + " title=" + property(annotation.title())
                + (place == null
                        ? ""
                        : ",file=" + property(file(place.source())) + (place.line() > 0 ? ",line=" + place.line() : ""))
                + "::" + data(annotation.message());
    }

    /** Annotations name files as the repository does. */
    private String file(String source) {
        var file = path(source);
        return file != null && workspace != null && file.isAbsolute() && file.startsWith(workspace)
                ? workspace.relativize(file).toString().replace('\\', '/')
                : source;
    }

    private static String data(String text) {
        return text.replace("%", "%25")
                .replace("\r", "%0D")
                .replace("\n", "%0A")
                .replace("##[", "## [");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
