package dev.ensuregsis.engine;

import dev.ensuregsis.engine.control.ControlPlane;
import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.event.GsiListener;
import dev.ensuregsis.engine.event.IndexReport;
import dev.ensuregsis.engine.reconcile.LoopOptions;
import dev.ensuregsis.engine.reconcile.LoopOutcome;
import dev.ensuregsis.engine.reconcile.ReconcileLoop;
import dev.ensuregsis.engine.reconcile.RunRules;
import dev.ensuregsis.engine.reconcile.Timeline;
import dev.ensuregsis.engine.state.GsiStateManager;
import dev.ensuregsis.engine.state.LoadedState;
import dev.ensuregsis.engine.state.StateException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One run of {@link GsiEngine#ensure}: from the state that was left, through the loop, to the state that is left. */
final class Run {
    private final Definitions all;
    private final Definitions selected;
    private final ControlPlane controlPlane;
    private final GsiStateManager state;
    private final GsiListener listener;
    private final EngineOptions options;
    private final Timeline timeline;
    private final RandomGenerator random;

    Run(
            Definitions definitions,
            ControlPlane controlPlane,
            GsiStateManager state,
            GsiListener listener,
            EngineOptions options,
            Timeline timeline,
            RandomGenerator random) {
        this.all = definitions;
        this.selected = options.selection().of(definitions);
        this.controlPlane = controlPlane;
        this.state = state;
        this.listener = listener.harmless();
        this.options = options;
        this.timeline = timeline;
        this.random = random;
    }

    RunReport ensure() {
        var startedAt = timeline.now();
        tellWhatWasLoaded();
        var hadState =
                state.loaded().filter(LoadedState.Resumed.class::isInstance).isPresent()
                        || !state.getAllGsis().isEmpty();
        var failedBefore = Standings.failedBefore(state);
        state.initializeGsis(all, options.selection()::selects);
        var standings = Standings.of(state, failedBefore, options.retryFailed());
        if (options.retryFailed()) {
            tell(new GsiEvent.RetryingFailed(
                    selected.indexIds().stream().filter(failedBefore::contains).toList()));
        }
        var local = controlPlane.isLocal();
        var loop = new ReconcileLoop(
                selected,
                standings.of(),
                controlPlane,
                new RightTarget(state, options.expectedAccount(), local),
                state,
                listener,
                new LoopOptions(
                        new RunRules(options.createTables(), local),
                        options.policies(local),
                        options.waitForActive(),
                        options.timeout(),
                        options.progressInterval()),
                timeline,
                random);
        return report(startedAt, run(loop), hadState ? failedBefore : null);
    }

    private void tellWhatWasLoaded() {
        state.loaded().ifPresent(loaded -> {
            if (loaded instanceof LoadedState.Resumed resumed) {
                tell(new GsiEvent.StateLoaded(resumed.file(), resumed.description()));
            }
        });
        state.warnings().forEach(warning -> tell(new GsiEvent.Warned(warning)));
    }

    private Ended run(ReconcileLoop loop) {
        try {
            var outcome = loop.run();
            state.flush();
            return new Ended(outcome, false, outcome.abortedBy());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return flushed(new Ended(loop.outcome(), true, null));
        } catch (StateException e) {
            var failure = new Failure(
                    "StateNotKept",
                    String.valueOf(e.getMessage()),
                    "Without its state a run can't be resumed, so nothing further was changed.",
                    false,
                    "Mend what the message names, then run again: it goes on where it stopped.");
            tell(new GsiEvent.RunAborted(failure));
            return new Ended(loop.outcome(), false, failure);
        }
    }

    private Ended flushed(Ended ended) {
        try {
            state.flush();
        } catch (StateException e) {
            tell(new GsiEvent.Warned(String.valueOf(e.getMessage())));
        }
        return ended;
    }

    private RunReport report(Instant startedAt, Ended ended, @Nullable Set<IndexId> failedBefore) {
        var outcome = ended.outcome();
        var ending = ended.ending();
        var complete =
                ending == RunReport.Ending.COMPLETE && outcome.failedTables().isEmpty();
        var successful = complete
                && outcome.indexes().stream()
                        .allMatch(index ->
                                index.isActive() || (options.retryFailed() && mayStayPending(index, failedBefore)));
        return new RunReport(
                UUID.randomUUID().toString(),
                outcome.target(),
                startedAt,
                timeline.now(),
                ending,
                successful,
                outcome.indexes(),
                outcome.failedTables(),
                ended.abortedBy(),
                successful && outcome.indexes().stream().allMatch(IndexReport::isActive)
                        ? archive().orElse(null)
                        : null);
    }

    /** A retry is about what failed; without a state it can't know what did, so every index has to be ACTIVE. */
    private static boolean mayStayPending(IndexReport index, @Nullable Set<IndexId> failedBefore) {
        return failedBefore != null
                && !failedBefore.contains(index.id())
                && index.outcome() == IndexReport.Outcome.PENDING;
    }

    private Optional<Path> archive() {
        if (!state.isComplete()) {
            return Optional.empty();
        }
        try {
            var archive = state.cleanup();
            archive.ifPresent(file -> tell(new GsiEvent.StateArchived(file)));
            return archive;
        } catch (StateException e) {
            // Every index is ACTIVE and recorded so; only the file stays where it is.
            tell(new GsiEvent.Warned(String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private void tell(GsiEvent event) {
        listener.onEvent(event);
    }

    private record Ended(
            LoopOutcome outcome,
            boolean interrupted,
            @Nullable Failure abortedBy) {
        RunReport.Ending ending() {
            if (abortedBy != null) {
                return RunReport.Ending.ABORTED;
            }
            if (interrupted) {
                return RunReport.Ending.INTERRUPTED;
            }
            if (outcome.timedOut()) {
                return RunReport.Ending.TIMED_OUT;
            }
            return outcome.leftBuilding() ? RunReport.Ending.LEFT_BUILDING : RunReport.Ending.COMPLETE;
        }
    }
}
