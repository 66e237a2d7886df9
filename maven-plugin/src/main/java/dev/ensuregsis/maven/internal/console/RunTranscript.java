package dev.ensuregsis.maven.internal.console;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.event.GsiEvent.AttemptFailed;
import dev.ensuregsis.engine.event.GsiEvent.CreatingIndex;
import dev.ensuregsis.engine.event.GsiEvent.CreatingTable;
import dev.ensuregsis.engine.event.GsiEvent.CreationAccepted;
import dev.ensuregsis.engine.event.GsiEvent.DeletingIndex;
import dev.ensuregsis.engine.event.GsiEvent.IndexCreated;
import dev.ensuregsis.engine.event.GsiEvent.IndexDeleted;
import dev.ensuregsis.engine.event.GsiEvent.IndexFailed;
import dev.ensuregsis.engine.event.GsiEvent.IndexLeft;
import dev.ensuregsis.engine.event.GsiEvent.IndexSkipped;
import dev.ensuregsis.engine.event.GsiEvent.IndexTakenUp;
import dev.ensuregsis.engine.event.GsiEvent.NotSeenYet;
import dev.ensuregsis.engine.event.GsiEvent.RetryingFailed;
import dev.ensuregsis.engine.event.GsiEvent.RunAborted;
import dev.ensuregsis.engine.event.GsiEvent.RunStarted;
import dev.ensuregsis.engine.event.GsiEvent.SlowedDown;
import dev.ensuregsis.engine.event.GsiEvent.StateArchived;
import dev.ensuregsis.engine.event.GsiEvent.StateLoaded;
import dev.ensuregsis.engine.event.GsiEvent.TableEnsured;
import dev.ensuregsis.engine.event.GsiEvent.TableFailed;
import dev.ensuregsis.engine.event.GsiEvent.Waiting;
import dev.ensuregsis.engine.event.GsiEvent.Warned;
import dev.ensuregsis.engine.event.GsiEventCases;
import dev.ensuregsis.maven.internal.console.Line.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Turns the events of one run into the lines that a person reads, and those that scripts have looked for ever since, which
 * are whole lines of their own. Tables are worked on side by side, so a result can come while the last heading names
 * another index: then the index is named above it. While it waits, a board says what for. Not thread-safe: events come one
 * at a time.
 */
public final class RunTranscript implements GsiEventCases<List<Line>> {
    private static final List<Line> NOTHING = List.of();

    private final Symbols symbols;
    private final WaitingBoard board;
    private final IndexLabels labels;
    private final boolean counts;
    private final Map<IndexId, String> takenUp = new HashMap<>();
    private final Map<String, String> refusalsTold = new HashMap<>();
    private final Headings headings;
    private List<Line> fromBoard = NOTHING;
    private boolean resumed;

    /**
     * A transcript without lines.
     *
     * @param symbols the marks before results
     * @param board says what is waited for
     * @param labels what the run's indexes are called
     * @param audience who reads it
     */
    public RunTranscript(Symbols symbols, WaitingBoard board, IndexLabels labels, Audience audience) {
        this.symbols = symbols;
        this.board = board;
        this.labels = labels;
        this.headings = new Headings(labels);
        this.counts = audience.wantsCounts();
    }

    /**
     * What to print for an event.
     *
     * @param event the event
     * @param now when it happened
     * @return its lines, in order
     */
    public List<Line> lines(GsiEvent event, Moment now) {
        fromBoard = board.lines(event, now);
        return event.match(this);
    }

    @Override
    public List<Line> runStarted(RunStarted started) {
        var actions = started.indexes().values();
        var lines = new ArrayList<>(headings.aside(OpeningText.lines(started, labels, !counts)));
        if (!resumed) {
            lines.addAll(headings.opening(StateBanner.of(actions)));
        }
        return lines;
    }

    @Override
    public List<Line> stateLoaded(StateLoaded loaded) {
        resumed = true;
        return headings.opening(StateBanner.of(loaded));
    }

    @Override
    public List<Line> notSeenYet(NotSeenYet unseen) {
        return headings.aside(Line.each(
                Level.WARNING,
                "Table " + unseen.tableName() + " could not be looked at yet ("
                        + unseen.failure().summary() + "); it is tried again while the others go on"));
    }

    @Override
    public List<Line> warned(Warned warned) {
        return headings.aside(Line.each(Level.WARNING, warned.message()));
    }

    @Override
    public List<Line> indexSkipped(IndexSkipped skipped) {
        return counts
                ? NOTHING
                : headings.standing(Line.info("Skipping " + labels.of(skipped.index()) + " (already active)"));
    }

    @Override
    public List<Line> indexLeft(IndexLeft left) {
        return counts
                ? NOTHING
                : headings.standing(Line.info("Leaving " + labels.of(left.index()) + " (" + left.reason() + ")"));
    }

    @Override
    public List<Line> creatingTable(CreatingTable table) {
        return counts
                ? NOTHING
                : headings.aside(Line.each(
                        Level.INFO,
                        "Creating table: " + table.tableName()
                                + (table.indexes().isEmpty()
                                        ? ""
                                        : " with " + Words.gsis(table.indexes().size()))));
    }

    /** Asked for again, it is still the same creation. */
    @Override
    public List<Line> creatingIndex(CreatingIndex creating) {
        return counts || headings.isAnnounced(creating.index()) ? NOTHING : headings.announce(creating.index());
    }

    /** What comes of it is said when it is ACTIVE. */
    @Override
    public List<Line> creationAccepted(CreationAccepted accepted) {
        return NOTHING;
    }

    /** Never counted instead: whoever deletes reads of each. */
    @Override
    public List<Line> deletingIndex(DeletingIndex deleting) {
        return headings.begin(
                deleting.index(),
                List.of(
                        Line.info("Deleting GSI: " + labels.of(deleting.index())),
                        Line.info("    (" + deleting.shape().json() + ")")));
    }

    @Override
    public List<Line> indexDeleted(IndexDeleted deleted) {
        var took = deleted.took();
        return headings.under(
                deleted.index(),
                List.of(Line.info("  " + symbols.success()
                        + (took == null ? " GSI is gone" : " GSI deleted (" + Words.duration(took) + ")"))));
    }

    @Override
    public List<Line> indexTakenUp(IndexTakenUp index) {
        var since = index.since() == null ? "when this run began" : "since " + Words.instant(index.since());
        takenUp.put(index.index(), since);
        return counts ? NOTHING : with(headings.announce(index.index()), Line.info("    (was building " + since + ")"));
    }

    /** The board speaks of waits at its pace; what DynamoDB refuses is said at once, and again when it says otherwise. */
    @Override
    public List<Line> waiting(Waiting waiting) {
        var told = fromBoard.isEmpty() ? fromBoard : headings.aside(fromBoard);
        var refusal = waiting.refusal();
        if (refusal == null) {
            refusalsTold.remove(waiting.tableName());
            return told;
        }
        if (counts || refusal.summary().equals(refusalsTold.put(waiting.tableName(), refusal.summary()))) {
            return told;
        }
        var why = waiting.phase().words() + ": " + refusal.summary();
        var refused = waiting.indexName() == null
                ? headings.aside(Line.each(Level.INFO, "Table " + waiting.tableName() + " is " + why))
                : headings.under(
                        new IndexId(waiting.tableName(), waiting.indexName()),
                        Line.each(Level.INFO, "    (" + why + ")"));
        return Stream.concat(told.stream(), refused.stream()).toList();
    }

    @Override
    public List<Line> slowedDown(SlowedDown slowed) {
        return headings.aside(Line.each(
                Level.INFO,
                "Slowed down: DynamoDB asks for fewer calls, so "
                        + (slowed.calls() == SlowedDown.CallKind.LOOKS ? "looks" : "changes") + " are sent "
                        + Words.duration(slowed.apart()) + " apart for now"));
    }

    @Override
    public List<Line> attemptFailed(AttemptFailed attempt) {
        return headings.under(
                attempt.index(),
                Line.each(
                        Level.INFO,
                        "  Attempt " + attempt.attempt() + " failed: "
                                + attempt.failure().summary() + "; next attempt in "
                                + Words.duration(attempt.retryIn())));
    }

    @Override
    public List<Line> indexCreated(IndexCreated created) {
        refusalsTold.remove(created.index().tableName());
        if (counts) {
            return NOTHING;
        }
        var since = takenUp.get(created.index());
        var result = List.of(
                Line.info("  " + symbols.success() + " GSI created successfully"),
                Line.info("    (" + Words.duration(created.took()) + (since == null ? "" : "; was building " + since)
                        + ")"));
        // One that came with its table has no heading yet.
        return headings.isAnnounced(created.index())
                ? headings.under(created.index(), result)
                : Stream.concat(headings.announce(created.index()).stream(), result.stream())
                        .toList();
    }

    @Override
    public List<Line> indexFailed(IndexFailed failed) {
        refusalsTold.remove(failed.index().tableName());
        var attempts = failed.attempts() == 0 ? "" : " after " + Words.count(failed.attempts(), "attempt", "attempts");
        var failure = failed.failure();
        return headings.under(
                failed.index(),
                Line.each(
                        Level.INFO,
                        String.join(
                                System.lineSeparator(),
                                "  " + symbols.failure() + " Failed" + attempts + ": " + failure.summary(),
                                advice(failure))));
    }

    private static String advice(Failure failure) {
        return "    " + failure.meaning() + System.lineSeparator() + "    Next: " + NextStepText.of(failure.nextStep());
    }

    @Override
    public List<Line> tableEnsured(TableEnsured ensured) {
        return counts
                ? NOTHING
                : headings.standing(Line.info("Table " + ensured.tableName()
                        + (ensured.created() ? ": created, and ACTIVE" : " (already active)")));
    }

    @Override
    public List<Line> tableFailed(TableFailed failed) {
        return headings.aside(Line.each(
                Level.INFO,
                symbols.failure() + " Table " + failed.tableName() + " failed: "
                        + failed.failure().summary() + System.lineSeparator() + advice(failed.failure())));
    }

    @Override
    public List<Line> retryingFailed(RetryingFailed retrying) {
        var failed = retrying.failed().isEmpty()
                ? Stream.of("  none: nothing has failed")
                : labels.each(retrying.failed()).stream().map(index -> "  - " + index);
        return headings.opening(Stream.concat(Stream.of("Retrying failed GSIs:"), failed)
                .map(Line::info)
                .toList());
    }

    /** The summary at the end says so. */
    @Override
    public List<Line> runAborted(RunAborted aborted) {
        return NOTHING;
    }

    /** The summary at the end says so. */
    @Override
    public List<Line> stateArchived(StateArchived archived) {
        return NOTHING;
    }

    private static List<Line> with(List<Line> lines, Line last) {
        return Stream.concat(lines.stream(), Stream.of(last)).toList();
    }
}
