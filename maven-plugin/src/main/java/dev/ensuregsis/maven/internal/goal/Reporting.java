package dev.ensuregsis.maven.internal.goal;

import dev.ensuregsis.maven.internal.build.Build;
import dev.ensuregsis.maven.internal.option.OptionReader;
import dev.ensuregsis.maven.internal.report.Report;
import dev.ensuregsis.maven.internal.report.ReportFile;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.InvalidPathException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Writes the report of a goal, if one is asked for, whatever the goal ends with. A process that is told to end stays a
 * moment for it.
 */
final class Reporting {
    /** What ends a process kills it some ten seconds after it has told it so. */
    private static final Duration LONGEST_STAY = Duration.ofSeconds(5);

    private final @Nullable ReportFile file;
    private final String goal;
    private final CountDownLatch over = new CountDownLatch(1);

    private Reporting(@Nullable ReportFile file, String goal) {
        this.file = file;
        this.goal = goal;
    }

    /** Reads where to; what can't be written is refused. */
    static Reporting to(OptionReader options, Build build, String goal) {
        return new Reporting(file(options, build), goal);
    }

    private static @Nullable ReportFile file(OptionReader options, Build build) {
        var name = options.text("gsi.reportFile");
        if (name == null) {
            return null;
        }
        try {
            var file = new ReportFile(build.workplace().root().resolve(name));
            var objection = file.objection();
            objection.ifPresent(allowed -> options.refuse("gsi.reportFile", allowed));
            return objection.isPresent() ? null : file;
        } catch (InvalidPathException noPath) {
            options.refuse("gsi.reportFile", "the name of a file");
            return null;
        }
    }

    /** Until this is closed, a process that is told to end waits for the report. */
    Stay begin() {
        return file == null ? () -> {} : Stay.until(over, LONGEST_STAY);
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
        if (file != null) {
            // To a thread that is interrupted, and stays so, every channel is closed.
            boolean interrupted = Thread.interrupted();
            try {
                file.write(report);
            } finally {
                over.countDown();
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
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
