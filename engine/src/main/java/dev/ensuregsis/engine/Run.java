package dev.ensuregsis.engine;

import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.event.IndexReport;
import dev.ensuregsis.engine.event.NextStep;
import dev.ensuregsis.engine.event.NextStep.Kind;
import dev.ensuregsis.engine.internal.reconcile.Assignment;
import dev.ensuregsis.engine.internal.reconcile.Journal;
import dev.ensuregsis.engine.internal.reconcile.LoopOutcome;
import dev.ensuregsis.engine.internal.reconcile.OwnTable;
import dev.ensuregsis.engine.internal.reconcile.ReconcileLoop;
import dev.ensuregsis.engine.internal.reconcile.Surroundings;
import dev.ensuregsis.engine.internal.reconcile.Timeline;
import dev.ensuregsis.engine.internal.retry.Failures;
import dev.ensuregsis.engine.spi.ControlPlaneFault;
import dev.ensuregsis.engine.spi.EndedRun;
import dev.ensuregsis.engine.spi.FailureKind;
import dev.ensuregsis.engine.spi.StateException;
import dev.ensuregsis.engine.spi.StateStore;
import dev.ensuregsis.engine.spi.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One run: from the state that was left, through the loop, to the state that is left. Whatever
 * is thrown on the way, it ends with a report.
 */
final class Run {
    /** How long a run that is at its end anyway waits for a state that doesn't answer. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private final RunScope scope;
    private final EngineParts parts;
    private final EngineOptions options;
    private final BetweenSteps listener;
    private final Timeline timeline;
    private final RandomGenerator random;

    Run(RunScope scope, EngineParts parts, EngineOptions options, Timeline timeline, RandomGenerator random) {
        this.scope = scope;
        this.parts = parts;
        this.options = options;
        this.listener = new BetweenSteps(parts.listener(), timeline);
        this.timeline = timeline;
        this.random = random;
    }

    RunReport report() {
        var startedAt = timeline.now().wall();
        Begun begun;
        try {
            begun = begin(parts.store());
        } catch (StateException.Interrupted interrupted) {
            Thread.currentThread().interrupt();
            return neverBegun(startedAt, RunReport.Ending.INTERRUPTED, null, null);
        } catch (StateException unreadable) {
            return aborted(startedAt, stateNotKept(unreadable), null);
        } catch (Throwable thrown) {
            return aborted(startedAt, unexpected(thrown), thrown);
        }
        var ended = run(begun);
        return report(startedAt, begun, ended);
    }

    private Begun begin(StateStore store) {
        parts.takeOver().run();
        var target = parts.controlPlane().target();
        OwnTable.refuse(scope.selected(), store, target);
        var found = store.read(target);
        var loopOptions = options.loop(parts.controlPlane().isLocal(), parts.capacity() != null);
        var about = new Journal.Scope(
                scope.all(), scope.selects(), loopOptions.rules().latestCall());
        var journal = new Journal(store, found, about, listener, timeline);
        journal.tellFound(options.retryFailed());
        var loop = new ReconcileLoop(
                new Assignment(scope.selected(), options.expectedAccount(), loopOptions, scope.errand()),
                new Surroundings(parts.reach(), journal, timeline, random, parts.progress()));
        return new Begun(loop, journal, timeline.now().elapsed());
    }

    private Ended run(Begun begun) {
        Ended ended;
        try {
            var outcome = begun.loop().run();
            listener.throwLate();
            ended = Ended.by(outcome);
        } catch (InterruptedException | StateException.Interrupted e) {
            Thread.currentThread().interrupt();
            ended = Ended.interrupted(begun.loop().outcome());
        } catch (StateException.Sealed processEnds) {
            // Whoever seals a state interrupts its run, but may not have come to that yet.
            ended = Ended.interrupted(begun.loop().outcome());
        } catch (StateException e) {
            ended = Ended.aborted(begun.loop().outcome(), stateNotKept(e), null);
        } catch (Throwable thrown) {
            ended = Ended.aborted(begun.loop().outcome(), unexpected(thrown), thrown);
        }
        ended = finished(begun, ended);
        if (ended.abortedBy() != null && begun.loop().outcome().abortedBy() == null) {
            listener.tellLast(new GsiEvent.RunAborted(ended.abortedBy()));
        }
        return ended;
    }

    /** What is not written yet is written, whatever happened; an interrupted run doesn't wait for another. */
    private Ended finished(Begun begun, Ended ended) {
        boolean interrupted = Thread.interrupted();
        try {
            begun.journal().end().finish(!ended.isInterrupted(), ended.isInterrupted() ? LAST_WORDS : timeLeft(begun));
            return ended;
        } catch (StateException.Interrupted e) {
            Thread.currentThread().interrupt();
            return ended.orInterrupted();
        } catch (StateException.Sealed processEnds) {
            return ended.orInterrupted();
        } catch (StateException.Locked e) {
            // Who is interrupted while another has the state had nothing in it that could be kept.
            return ended.isInterrupted() ? ended : ended.orAborted(stateNotKept(e), null);
        } catch (StateException e) {
            return ended.orAborted(stateNotKept(e), null);
        } catch (RuntimeException | Error e) {
            return ended.orAborted(unexpected(e), e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** A timeout is the whole run's, the writing and the putting away of its state included; that has a moment in any case. */
    private @Nullable Duration timeLeft(Begun begun) {
        if (options.timeout() == null) {
            return null;
        }
        var left = options.timeout().minus(timeline.now().elapsed().minus(begun.at()));
        return left.compareTo(LAST_WORDS) > 0 ? left : LAST_WORDS;
    }

    private RunReport report(Instant startedAt, Begun begun, Ended ended) {
        var outcome = ended.outcome();
        var retry = options.retryFailed() ? Retry.of(begun.journal().earlierRuns()) : null;
        var facts = new Verdict.Facts(ended.ending(), outcome.indexes(), outcome.failedTables(), retry);
        var verdict = Verdict.of(facts);
        tellHistory(begun.journal(), HistoryEntry.of(startedAt, timeline.now().wall(), verdict, outcome.indexes()));
        var archive = verdict == Verdict.ENSURED ? archive(begun, outcome) : null;
        close(begun.journal());
        return new RunReport(
                UUID.randomUUID().toString(),
                outcome.target(),
                startedAt,
                timeline.now().wall(),
                ended.ending(),
                outcome.indexes(),
                outcome.failedTables(),
                outcome.waits(),
                retry,
                ended.abortedBy(),
                ended.thrown(),
                archive);
    }

    private RunReport aborted(Instant startedAt, Failure failure, @Nullable Throwable thrown) {
        listener.tellLast(new GsiEvent.RunAborted(failure));
        return neverBegun(startedAt, RunReport.Ending.ABORTED, failure, thrown);
    }

    private RunReport neverBegun(
            Instant startedAt, RunReport.Ending ending, @Nullable Failure failure, @Nullable Throwable thrown) {
        var nothingDone = scope.indexIds().stream()
                .map(id -> new IndexReport(id, IndexReport.Outcome.PENDING, 0, null, null, null))
                .toList();
        return new RunReport(
                UUID.randomUUID().toString(),
                target(),
                startedAt,
                timeline.now().wall(),
                ending,
                nothingDone,
                List.of(),
                null,
                failure,
                thrown,
                null);
    }

    private Target target() {
        try {
            return parts.controlPlane().target();
        } catch (RuntimeException | Error untold) {
            return Target.UNKNOWN;
        }
    }

    /** Every index is ACTIVE and recorded so; if that fails, only the state stays where it is. */
    private @Nullable String archive(Begun begun, LoopOutcome outcome) {
        try {
            var allActive = outcome.indexes().stream().allMatch(IndexReport::isActive);
            var end = begun.journal().end();
            var archive = allActive ? end.archive(timeLeft(begun)) : end.archiveIfEmpty(timeLeft(begun));
            archive.ifPresent(place -> listener.tellLast(new GsiEvent.StateArchived(place)));
            return archive.orElse(null);
        } catch (RuntimeException | Error e) {
            warnLast(e);
            return null;
        }
    }

    private void tellHistory(Journal journal, EndedRun run) {
        try {
            journal.end().ended(run);
        } catch (RuntimeException | Error e) {
            warnLast(e);
        }
    }

    private void close(Journal journal) {
        try {
            journal.end().close();
        } catch (RuntimeException | Error e) {
            warnLast(e);
        }
    }

    private void warnLast(Throwable thrown) {
        listener.tellLast(new GsiEvent.Warned(
                thrown instanceof StateException said ? String.valueOf(said.getMessage()) : thrown.toString()));
    }

    private static Failure unexpected(Throwable thrown) {
        return Failures.unexpected(new ControlPlaneFault.Unexpected(thrown.toString()));
    }

    private static Failure stateNotKept(StateException e) {
        return new Failure(
                FailureKind.STATE,
                "StateNotKept",
                String.valueOf(e.getMessage()),
                "Without its state a run can't be resumed, so nothing further was changed.",
                e instanceof StateException.Locked,
                NextStep.of(
                        switch (e.remedy()) {
                            case WAIT_OR_KEEP_APART, KEEP_APART -> Kind.KEEP_STATE_APART;
                            case MAKE_WRITABLE, OTHER_VERSION, FINISH_OR_FORCE, MEND_TABLE -> Kind.MEND_STATE;
                            case CHOOSE_ONE -> Kind.CHOOSE_STATE;
                            case RUN_AGAIN -> Kind.RUN_AGAIN;
                        }));
    }

    /** A run under way. */
    private record Begun(ReconcileLoop loop, Journal journal, Duration at) {}
}
