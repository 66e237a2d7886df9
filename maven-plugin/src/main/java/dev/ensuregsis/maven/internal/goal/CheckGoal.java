package dev.ensuregsis.maven.internal.goal;

import dev.ensuregsis.engine.ItemCheck;
import dev.ensuregsis.engine.check.CheckJournal;
import dev.ensuregsis.engine.check.CheckReport;
import dev.ensuregsis.maven.internal.aws.Connector;
import dev.ensuregsis.maven.internal.console.Audience;
import dev.ensuregsis.maven.internal.console.CheckBoard;
import dev.ensuregsis.maven.internal.console.CheckText;
import dev.ensuregsis.maven.internal.misfit.MisfitFile;
import dev.ensuregsis.maven.internal.option.CheckOptions;
import dev.ensuregsis.maven.internal.option.OptionReader;
import dev.ensuregsis.maven.internal.option.RefusedException;
import dev.ensuregsis.maven.internal.report.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import javax.inject.Inject;
import javax.inject.Named;
import org.jspecify.annotations.Nullable;

/** Reads items and counts those that indexes leave out. Changes nothing: it is handed a port that can't. */
@Named
public final class CheckGoal implements Goal {
    private final Assignments assignments;
    private final Connector connector;

    @Inject
    CheckGoal(Assignments assignments, Connector connector) {
        this.assignments = assignments;
        this.connector = connector;
    }

    @Override
    public String name() {
        return "check";
    }

    @Override
    public Outcome run(Invocation invocation) throws RefusedException, IOException, InterruptedException {
        var options = CheckOptions.read(invocation.options());
        var file = file(options, invocation);
        var assignment = assignments.find(options.tables(), invocation);
        if (assignment.isEmpty()) {
            return Outcome.NOTHING;
        }
        var report = file == null
                ? check(assignment.get(), options, CheckJournal.NONE, invocation)
                : check(assignment.get(), options, file, invocation);
        var text = new CheckText(report, file, invocation.build().typed());
        invocation.console().print(text.lines());
        return new Outcome(
                new Finding.Checked(
                        report,
                        file == null ? null : file.toString(),
                        assignment.get().definitions()),
                text.complaint(options.failsOnMisfit()).orElse(null));
    }

    private CheckReport check(Assignment assignment, CheckOptions options, Path file, Invocation invocation)
            throws RefusedException, IOException, InterruptedException {
        try (var misfits = MisfitFile.open(file)) {
            var report = check(assignment, options, misfits, invocation);
            if (report.isComplete()) {
                misfits.finish();
            }
            return report;
        } catch (UncheckedIOException | IOException broken) {
            throw new IOException(
                    "The misfits (gsi.checkFile) could not be written to " + file + ": " + broken, broken);
        }
    }

    private CheckReport check(Assignment assignment, CheckOptions options, CheckJournal journal, Invocation invocation)
            throws RefusedException, IOException, InterruptedException {
        var audience = new Audience(
                invocation.build().interactive(),
                assignment.selected().indexIds().size());
        var interval = options.progressInterval() == null ? audience.interval() : options.progressInterval();
        try (var connection = invocation.connect(connector, options.tables().connection())) {
            var items = connection.items();
            return ItemCheck.of(items)
                    .selection(assignment.selection())
                    .expectedAccount(assignment.account())
                    .sample(options.sample())
                    .readCapacity(options.readCapacity())
                    .retryPolicies(options.retry().policies(items.isLocal()))
                    .journal(journal)
                    .listener(new CheckBoard(interval, System::nanoTime, invocation.console()))
                    .build()
                    .check(assignment.definitions());
        }
    }

    /** Where the misfits go; what can't be written is refused before anything is read. */
    private static @Nullable Path file(CheckOptions options, Invocation invocation) {
        var name = options.file();
        if (name == null) {
            return null;
        }
        try {
            var file = invocation.build().workplace().root().resolve(name);
            if (Files.isDirectory(file)) {
                refuse(invocation.options(), "a file, not a folder");
            }
            return file;
        } catch (InvalidPathException noPath) {
            refuse(invocation.options(), "the name of a file");
            return null;
        }
    }

    private static void refuse(OptionReader options, String allowed) {
        options.refuse("gsi.checkFile", allowed);
    }
}
