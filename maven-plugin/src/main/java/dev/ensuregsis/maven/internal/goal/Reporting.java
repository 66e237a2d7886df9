package dev.ensuregsis.maven.internal.goal;

import dev.ensuregsis.maven.internal.build.Build;
import dev.ensuregsis.maven.internal.ci.GithubActions;
import dev.ensuregsis.maven.internal.option.OptionReader;
import dev.ensuregsis.maven.internal.report.Form;
import dev.ensuregsis.maven.internal.report.Report;
import dev.ensuregsis.maven.internal.report.ReportFile;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.InvalidPathException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Writes the report of a goal, if one is asked for, whatever the goal ends with. A process that is told to end stays a
 * moment for it.
 */
final class Reporting {
    /** What ends a process kills it some ten seconds after it has told it so. */
    private static final Duration LONGEST_STAY = Duration.ofSeconds(5);

    private final List<ReportFile> files;
    private final GithubActions github;
    private final String goal;
    private final CountDownLatch over = new CountDownLatch(1);

    private Reporting(List<ReportFile> files, GithubActions github, String goal) {
        this.files = files;
        this.github = github;
        this.goal = goal;
    }

    /** Reads where to; what can't be written is refused. */
    static Reporting to(OptionReader options, Build build, GithubActions github, String goal) {
        var files = new ArrayList<ReportFile>();
        var names = options.list("gsi.reportFile");
        if (new HashSet<>(names).size() < names.size()) {
            options.refuse("gsi.reportFile", "names of files, each once");
        }
        names.forEach(name -> file(name, options, build).ifPresent(files::add));
        return new Reporting(List.copyOf(files), github, goal);
    }

    private static Optional<ReportFile> file(String name, OptionReader options, Build build) {
        var form = Form.of(name);
        if (form.isEmpty()) {
            options.refuse("gsi.reportFile", name, "the name of a file that ends in one of " + Form.endings());
            return Optional.empty();
        }
        try {
            var file = new ReportFile(build.workplace().root().resolve(name), form.get());
            var objection = file.objection();
            objection.ifPresent(allowed -> options.refuse("gsi.reportFile", name, allowed));
            return objection.isPresent() ? Optional.empty() : Optional.of(file);
        } catch (InvalidPathException noPath) {
            options.refuse("gsi.reportFile", name, "the name of a file");
            return Optional.empty();
        }
    }

    /** Until this is closed, a process that is told to end waits for the report. */
    Stay begin() {
        return files.isEmpty() ? () -> {} : Stay.until(over, LONGEST_STAY);
    }

    void ended(Outcome outcome) throws IOException {
        var finding = outcome.finding();
        write(finding == null ? Report.nothing(goal) : Report.of(goal, finding, outcome.complaint()));
    }

    void refused(String message) throws IOException {
        write(Report.refused(goal, message));
    }

    void broken(String message) throws IOException {
        write(Report.broken(goal, message));
    }

    private void write(Report report) throws IOException {
        // To a thread that is interrupted, and stays so, every channel is closed.
        boolean interrupted = Thread.interrupted();
        try {
            writeEach(report);
        } finally {
            over.countDown();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** One that can't be written keeps none of the others from it. */
    private void writeEach(Report report) throws IOException {
        var broken = new ArrayList<IOException>();
        for (var file : files) {
            try {
                file.write(report);
            } catch (IOException unwritten) {
                broken.add(unwritten);
            }
        }
        github.show(report);
        if (!broken.isEmpty()) {
            var first = broken.remove(0);
            broken.forEach(first::addSuppressed);
            throw first;
        }
    }

    /** Keeps a process that is told to end for a moment. */
    @FunctionalInterface
    interface Stay extends AutoCloseable {

        static Stay until(CountDownLatch over, Duration longest) {
            var hook = new Thread(
                    () -> {
                        try {
                            if (!over.await(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                                System.getLogger(Reporting.class.getName()).log(Level.WARNING, "no report was written");
                            }
                        } catch (InterruptedException goNow) {
                            Thread.currentThread().interrupt();
                        }
                    },
                    "gsi-report");
            Runtime.getRuntime().addShutdownHook(hook);
            return () -> {
                over.countDown();
                try {
                    Runtime.getRuntime().removeShutdownHook(hook);
                } catch (IllegalStateException endingAlready) {
                    // It has seen the report written, or been told that there will be none.
                }
            };
        }

        @Override
        void close();
    }
}
