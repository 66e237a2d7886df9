package dev.ensuregsis.maven.internal.goal;

import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.maven.internal.aws.Connector;
import dev.ensuregsis.maven.internal.bean.BeanReader;
import dev.ensuregsis.maven.internal.console.Line;
import dev.ensuregsis.maven.internal.console.ServedChange;
import dev.ensuregsis.maven.internal.console.ServerText;
import dev.ensuregsis.maven.internal.console.Shell;
import dev.ensuregsis.maven.internal.embedded.EmbeddedEndpoint;
import dev.ensuregsis.maven.internal.goal.DefinitionWatch.Sight;
import dev.ensuregsis.maven.internal.option.RefusedException;
import dev.ensuregsis.maven.internal.option.RunOptions;
import dev.ensuregsis.maven.internal.report.Chronicle;
import dev.ensuregsis.maven.internal.report.Finding;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.inject.Inject;
import javax.inject.Named;
import org.jspecify.annotations.Nullable;

/** Runs a DynamoDB Local with all that is defined until the process is told to end, and adds what is defined meanwhile. */
@Named
public final class RunGoal implements Goal {
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);

    /** Looking takes at most a twentieth of the time, however much there is to read. */
    private static final int PAUSES = 20;

    private final Assignments assignments;
    private final Connector connector;
    private final Supplier<Foreground> foregrounds;

    @Inject
    RunGoal(Assignments assignments, Connector connector) {
        this(assignments, connector, Foreground::ofProcess);
    }

    RunGoal(Assignments assignments, Connector connector, Supplier<Foreground> foregrounds) {
        this.assignments = assignments;
        this.connector = connector;
        this.foregrounds = foregrounds;
    }

    @Override
    public String name() {
        return "run";
    }

    @Override
    public Outcome run(Invocation once) throws RefusedException, IOException, InterruptedException {
        var invocation = once.with(remembering(once.services().beans()));
        var options = RunOptions.read(invocation.options());
        var assignment = assignments.find(options.tables(), invocation);
        if (assignment.isEmpty()) {
            return Outcome.NOTHING;
        }
        try (var foreground = foregrounds.get()) {
            var endpoint = invocation.start(options.server());
            try (var connection = invocation.connect(connector, options.tables().connection())) {
                var server = new Served(new ServedTables(connection), text(endpoint, options), options, invocation);
                return serve(server, assignment.get(), foreground);
            }
        }
    }

    /** What is at work here. */
    private record Served(ServedTables tables, ServerText text, RunOptions options, Invocation invocation) {
        void print(List<Line> lines) {
            invocation.console().print(lines);
        }
    }

    private Outcome serve(Served server, Assignment assignment, Foreground foreground) throws InterruptedException {
        var first = server.tables().ensure(assignment);
        // What an earlier session has left in a folder can be otherwise; to mend that takes a server that runs.
        boolean isLeft =
                server.options().server().folder() != null && first.report().abortedBy() == null;
        if (!first.report().isSuccessful() && !isLeft) {
            return outcome(assignment, first, ServerText.complaint(first));
        }
        server.print(server.text().ready(assignment.selected(), first));
        server.print(server.text().unseen(unseen(server)));
        var watch = new DefinitionWatch(assignment);
        var last = first;
        var pause = SHORTEST_PAUSE;
        while (!foreground.isOverWithin(pause)) {
            long begun = System.nanoTime();
            last = look(server, watch, last);
            var looks = Duration.ofNanos(System.nanoTime() - begun).multipliedBy(PAUSES);
            pause = looks.compareTo(SHORTEST_PAUSE) > 0 ? looks : SHORTEST_PAUSE;
        }
        server.print(server.text().ended());
        return outcome(watch.known(), last, null);
    }

    private static List<String> unseen(Served server) {
        var folder = server.options().server().folder();
        return folder == null
                ? List.of()
                : UnseenDatabases.in(
                        server.invocation().build().workplace().root().resolve(folder));
    }

    private ServedChange look(Served server, DefinitionWatch watch, ServedChange last) {
        var sight = watch.look(() ->
                assignments.find(server.options().tables(), server.invocation().quietlyAgain()));
        if (sight instanceof Sight.Faulty faulty) {
            server.print(ServerText.faulty(faulty.fault()));
        } else if (sight instanceof Sight.Changed changed) {
            return told(server, changed, server.tables().ensure(changed.now()));
        } else if (!last.isAsDefined()) {
            var tried = server.tables().ensure(watch.known());
            if (tried.isNewsAfter(last)) {
                server.print(server.text().triedAgain(tried));
            }
            return tried;
        }
        return last;
    }

    private static ServedChange told(Served server, Sight.Changed changed, ServedChange change) {
        server.print(changed.now().definitions().unread().stream()
                .filter(missed -> !changed.before().definitions().unread().contains(missed))
                .map(missed -> Line.warning(missed.toString()))
                .toList());
        server.print(
                server.text().changed(changed.before().selected(), changed.now().selected(), change));
        return change;
    }

    private static ServerText text(EmbeddedEndpoint endpoint, RunOptions options) {
        return new ServerText(
                endpoint.uri(),
                EmbeddedEndpoint.REGION,
                EmbeddedEndpoint.ACCESS_KEY_ID,
                EmbeddedEndpoint.SECRET_ACCESS_KEY,
                options.server().folder(),
                Shell.of(System.getProperty("os.name", "")));
    }

    private static Outcome outcome(Assignment assignment, ServedChange change, @Nullable String complaint) {
        return new Outcome(new Finding.Ran(change.report(), assignment.definitions(), new Chronicle()), complaint);
    }

    /** Classes are loaded once: to look for them again takes artifacts, and a compiler that has run. */
    private static BeanReader remembering(BeanReader reader) {
        var read = new HashMap<Map<String, String>, List<TableDefinition>>();
        return beans -> {
            var known = read.get(beans);
            if (known == null) {
                known = reader.read(beans);
                read.put(beans, known);
            }
            return known;
        };
    }
}
