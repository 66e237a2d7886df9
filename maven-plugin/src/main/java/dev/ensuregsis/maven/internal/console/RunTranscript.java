package dev.ensuregsis.maven.internal.console;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.event.GsiEvent.AttemptFailed;
import dev.ensuregsis.engine.event.GsiEvent.CreatingIndex;
import dev.ensuregsis.engine.event.GsiEvent.CreatingTable;
import dev.ensuregsis.engine.event.GsiEvent.IndexCreated;
import dev.ensuregsis.engine.event.GsiEvent.IndexFailed;
import dev.ensuregsis.engine.event.GsiEvent.IndexLeft;
import dev.ensuregsis.engine.event.GsiEvent.IndexSkipped;
import dev.ensuregsis.engine.event.GsiEvent.NotSeenYet;
import dev.ensuregsis.engine.event.GsiEvent.RetryingFailed;
import dev.ensuregsis.engine.event.GsiEvent.RunAborted;
import dev.ensuregsis.engine.event.GsiEvent.RunStarted;
import dev.ensuregsis.engine.event.GsiEvent.SlowedDown;
import dev.ensuregsis.engine.event.GsiEvent.StateArchived;
import dev.ensuregsis.engine.event.GsiEvent.StateLoaded;
import dev.ensuregsis.engine.event.GsiEvent.TableFailed;
import dev.ensuregsis.engine.event.GsiEvent.Waiting;
import dev.ensuregsis.engine.event.GsiEvent.Warned;
import dev.ensuregsis.engine.event.GsiEventCases;
import dev.ensuregsis.maven.internal.console.Line.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns the events of one run into the lines that a person reads. Tables are worked on side by side, so a result can
 * come while the last heading names another index: then the heading is repeated. While it waits, a board says what for.
 * Not thread-safe: events come one at a time.
 */
public final class RunTranscript implements GsiEventCases<List<Line>> {
    private final Symbols symbols;
    private final WaitingBoard board;
    private final Set<IndexId> announced = new HashSet<>();
    private @Nullable IndexId heading;

    /**
     * A transcript without lines.
     *
     * @param symbols the marks before results
     * @param board says what is waited for
     */
    public RunTranscript(Symbols symbols, WaitingBoard board) {
        this.symbols = symbols;
        this.board = board;
    }

    /**
     * What to print for an event.
     *
     * @param event the event
     * @param now when it happened
     * @return its lines, in order
     */
    public List<Line> lines(GsiEvent event, Instant now) {
        var waiting = board.lines(event, now);
        if (event instanceof Waiting) {
            return waiting.isEmpty() ? waiting : interrupting(waiting);
        }
        return words(event);
    }

    private List<Line> words(GsiEvent event) {
        return event.match(this);
    }

    @Override
    public List<Line> runStarted(RunStarted started) {
        var counts = PlanCounts.of(
                started.tables(), started.tablesToCreate(), started.indexes().values());
        return List.of(Line.info("Target: " + Words.target(started.target())), Line.info(counts.text()), Line.info(""));
    }

    @Override
    public List<Line> stateLoaded(StateLoaded loaded) {
        return plain("Loaded state from " + loaded.place() + " (created " + loaded.createdAt() + ", updated "
                + loaded.updatedAt() + ", " + loaded.summary() + ")");
    }

    @Override
    public List<Line> notSeenYet(NotSeenYet unseen) {
        return interrupting(Line.each(
                Level.WARNING,
                "Table " + unseen.tableName() + " could not be looked at yet ("
                        + unseen.failure().summary() + "); it is tried again while the others go on"));
    }

    @Override
    public List<Line> warned(Warned warned) {
        return interrupting(Line.each(Level.WARNING, warned.message()));
    }

    @Override
    public List<Line> indexSkipped(IndexSkipped skipped) {
        return plain("Skipping " + skipped.index() + " (already active)");
    }

    @Override
    public List<Line> indexLeft(IndexLeft left) {
        return plain("Leaving " + left.index() + " (" + left.reason() + ")");
    }

    @Override
    public List<Line> creatingTable(CreatingTable table) {
        return plain("Creating table: " + table.tableName()
                + (table.indexes().isEmpty()
                        ? ""
                        : " with " + Words.gsis(table.indexes().size())));
    }

    @Override
    public List<Line> creatingIndex(CreatingIndex creating) {
        return creating.attempt() == 1 || !creating.index().equals(heading) ? announce(creating.index()) : List.of();
    }

    /** The board speaks of waits. */
    @Override
    public List<Line> waiting(Waiting waiting) {
        return List.of();
    }

    @Override
    public List<Line> slowedDown(SlowedDown slowed) {
        return plain("Slowed down: DynamoDB asks for fewer calls, so "
                + (slowed.calls() == SlowedDown.CallKind.LOOKS ? "looks" : "changes") + " are sent "
                + Words.duration(slowed.apart()) + " apart for now");
    }

    @Override
    public List<Line> attemptFailed(AttemptFailed attempt) {
        return under(
                attempt.index(),
                Line.each(
                        Level.INFO,
                        "  Attempt " + attempt.attempt() + " failed: "
                                + attempt.failure().summary() + "; next attempt in "
                                + Words.duration(attempt.retryIn())));
    }

    @Override
    public List<Line> indexCreated(IndexCreated created) {
        var mark = Line.each(
                Level.INFO,
                "  " + symbols.success() + " GSI created successfully (" + Words.duration(created.took()) + ")");
        if (announced.contains(created.index())) {
            return under(created.index(), mark);
        }
        // It came with its table, or this run took it up while it was building.
        var lines = new ArrayList<>(announce(created.index()));
        lines.addAll(mark);
        return lines;
    }

    @Override
    public List<Line> indexFailed(IndexFailed failed) {
        return under(failed.index(), Line.each(Level.INFO, failedText(failed)));
    }

    @Override
    public List<Line> tableFailed(TableFailed failed) {
        return plain(symbols.failure() + " Table " + failed.tableName() + " failed: "
                + failed.failure().summary());
    }

    @Override
    public List<Line> retryingFailed(RetryingFailed retrying) {
        return interrupting(Stream.concat(
                        Stream.of("Retrying failed GSIs:"),
                        retrying.failed().isEmpty()
                                ? Stream.of("  none: nothing has failed")
                                : retrying.failed().stream().map(index -> "  " + index))
                .map(Line::info)
                .toList());
    }

    /** The summary at the end says so. */
    @Override
    public List<Line> runAborted(RunAborted aborted) {
        return List.of();
    }

    /** The summary at the end says so. */
    @Override
    public List<Line> stateArchived(StateArchived archived) {
        return List.of();
    }

    private String failedText(IndexFailed failed) {
        var attempts = failed.attempts() == 0 ? "" : " after " + Words.count(failed.attempts(), "attempt", "attempts");
        return "  " + symbols.failure() + " Failed" + attempts + ": "
                + failed.failure().summary();
    }

    private List<Line> announce(IndexId index) {
        announced.add(index);
        heading = index;
        return List.of(Line.info("Creating GSI: " + index));
    }

    private List<Line> under(IndexId index, List<Line> result) {
        if (index.equals(heading)) {
            return result;
        }
        heading = index;
        return Stream.concat(Stream.of(Line.info(index + ":")), result.stream()).toList();
    }

    private List<Line> plain(String text) {
        return interrupting(Line.each(Level.INFO, text));
    }

    private List<Line> interrupting(List<Line> lines) {
        heading = null;
        return lines;
    }
}
