package dev.ensuregsis.engine.internal.statetable;

import dev.ensuregsis.engine.spi.StateException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a lease while a run lasts, and makes its writes one after another: a thread that sends one request at a time, a
 * renewal when it is due or in doubt before all else. What passes is tried again, for an hour without one answer; who
 * finds another's token, no table or no rights has lost the state.
 */
final class LeaseKeeper {
    /** Longer than any run, and short enough to be counted in nanoseconds. */
    private static final Duration LONGEST = Duration.ofDays(365);

    private final StateRequests requests;
    private final TableTime time;
    private final String place;
    private final String token;

    private final ReentrantLock lock = new ReentrantLock();
    private final TableTime.Bell bell;

    /** All below are guarded by the lock. */
    private final Deque<Task> tasks = new ArrayDeque<>();

    private final List<CompletableFuture<Void>> waiting = new ArrayList<>();
    private Head head;
    private Holding holding;
    private boolean inDoubt;
    private boolean ended;

    /** Who waits for the task that was done last knows it. */
    private boolean told = true;

    private final Silence silence;
    private @Nullable StateException loss;
    private boolean lossWasThrown;

    private final CompletableFuture<StateException> lost = new CompletableFuture<>();

    LeaseKeeper(LeaseTaking.Taken taken, StateRequests requests, TableTime time, String place) {
        this.requests = requests;
        this.time = time;
        this.place = place;
        this.token = taken.head().token().orElseThrow();
        this.head = taken.head();
        this.holding = taken.holding();
        this.bell = time.bell(lock);
        this.silence = new Silence(time);
    }

    /** Begins to keep it. */
    void start() {
        time.start(this::keep);
    }

    CompletionStage<StateException> lost() {
        return lost;
    }

    /** Hands a task over; it is done after all before it, and refused when nothing is done any more. */
    void hand(Task task) {
        @Nullable StateException gone;
        lock.lock();
        try {
            gone = loss == null && ended ? new StateException.Closed() : loss;
            if (gone == null) {
                tasks.add(task);
                bell.ring();
            }
        } finally {
            lock.unlock();
        }
        if (gone != null) {
            task.done().completeExceptionally(gone);
        }
    }

    /** Throws why the lease is lost, if it is. */
    void refuseIfLost() {
        var gone = with(() -> {
            lossWasThrown |= loss != null;
            return loss;
        });
        if (gone != null) {
            throw gone;
        }
    }

    /** The same at the end, to who doesn't know it: who closes a session because of it has it in hand. */
    void refuseIfLostUnheard() {
        if (!with(() -> lossWasThrown)) {
            refuseIfLost();
        }
    }

    /** Completes when all that was handed over is done, and the lease is sure. */
    CompletionStage<Void> clearance() {
        var clear = new CompletableFuture<Void>();
        lock.lock();
        try {
            if (isClear()) {
                clear.complete(null);
            } else {
                waiting.add(clear);
                doubt();
            }
        } finally {
            lock.unlock();
        }
        return clear;
    }

    /** Whether a change that leaves now is done before anybody else can have the lease. A doubt costs a renewal. */
    boolean isSure() {
        return with(() -> {
            doubt();
            return !inDoubt && !ended && loss == null;
        });
    }

    private boolean isClear() {
        return tasks.isEmpty() && loss == null && !ended && isFresh();
    }

    private boolean isFresh() {
        return holding.isSure(time.nanoTime(), time.now());
    }

    private void doubt() {
        if (!isFresh()) {
            inDoubt = true;
            bell.ring();
        }
    }

    /**
     * Waits until all that was handed over is done, so long at most.
     *
     * @return false if it isn't
     */
    boolean awaitAll(Duration atMost) throws InterruptedException {
        var until = time.nanoTime() + (atMost.compareTo(LONGEST) > 0 ? LONGEST : atMost).toNanos();
        lock.lock();
        try {
            while (!(tasks.isEmpty() && told) && loss == null) {
                var left = until - time.nanoTime();
                if (left <= 0) {
                    return false;
                }
                bell.await(Duration.ofNanos(left));
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Ends the keeping; what is still to be done isn't, and the lease, if it isn't given back, stands still. */
    void end() {
        List<Task> undone;
        lock.lock();
        try {
            ended = true;
            undone = List.copyOf(tasks);
            tasks.clear();
            bell.ring();
        } finally {
            lock.unlock();
        }
        undone.forEach(task -> task.done().completeExceptionally(new StateException.Closed()));
    }

    private void keep() {
        try {
            for (var next = next(); next != null; next = next()) {
                perform(next);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            lose(new StateException.Interrupted(place));
        } catch (StateException e) {
            lose(e);
        } catch (RuntimeException | Error e) {
            lose(new StateException.OutOfReach(place, e.toString()));
        } finally {
            LeasesHere.end(token);
        }
    }

    /** What to do now: a renewal or the first of the tasks. Waits for it; null when there is nothing more to come. */
    private @Nullable Task next() throws InterruptedException {
        lock.lock();
        try {
            while (!ended && loss == null) {
                var now = time.nanoTime();
                var pause = silence.untilNextTry(now);
                var untilRenewal = inDoubt ? Duration.ZERO : holding.untilRenewal(now, time.now());
                if (pause.isNegative() || pause.isZero()) {
                    if (untilRenewal.isNegative() || untilRenewal.isZero()) {
                        return new Task.Change(Head::renewed, new CompletableFuture<>());
                    }
                    if (!tasks.isEmpty()) {
                        return tasks.element();
                    }
                    bell.await(untilRenewal);
                } else {
                    bell.await(pause);
                }
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    private void perform(Task task) {
        var nanos = time.nanoTime();
        var wall = time.now();
        var known = with(() -> head);
        try {
            if (task instanceof Task.Change change) {
                var changed = change.change().apply(known);
                put(changed, known, new Holding(nanos, wall, holding.lasts()));
            } else if (task instanceof Task.Write write) {
                write.writing().send(requests, known, token);
            }
            done(task);
        } catch (StateTableException e) {
            failed(task, e.fault());
        }
    }

    private void put(Head changed, Head known, Holding ifDone) {
        var earlier = landedBefore(changed, known);
        var there = with(() -> {
            head = earlier.orElse(changed);
            if (earlier.isEmpty()) {
                holding = ifDone;
                inDoubt = false;
            }
            ended |= head.lease() == null;
            return head;
        });
        if (earlier.isPresent() && !there.isAsWritten(changed)) {
            throw new StateTableException(new StateTableFault.Passing("an earlier write of this run has landed"));
        }
    }

    /** Its own earlier try may have landed without an answer: then it is there, though this one is refused. */
    private Optional<Head> landedBefore(Head changed, Head known) {
        try {
            requests.put(changed, known);
            return Optional.empty();
        } catch (StateTableException e) {
            var there = e.fault() instanceof StateTableFault.ConditionFailed failed
                    ? failed.head().filter(actual -> actual.isHeldBy(token) || actual.isAsWritten(changed))
                    : Optional.<Head>empty();
            if (there.isEmpty()) {
                throw e;
            }
            return there;
        }
    }

    private void done(Task task) {
        List<CompletableFuture<Void>> clear = List.of();
        lock.lock();
        try {
            silence.isOver();
            if (!tasks.isEmpty() && tasks.element() == task) {
                tasks.remove();
                told = false;
            }
            inDoubt = !isFresh();
            if (isClear()) {
                clear = List.copyOf(waiting);
                waiting.clear();
            }
        } finally {
            lock.unlock();
        }
        task.done().complete(null);
        with(() -> {
            told = true;
            bell.ring();
            return told;
        });
        clear.forEach(stage -> stage.complete(null));
    }

    private void failed(Task task, StateTableFault fault) {
        if (fault instanceof StateTableFault.Outdated) {
            done(task);
        } else if (fault instanceof StateTableFault.ConditionFailed failed) {
            lose(new StateException.Lost(place, whose(failed.head().orElse(null))));
        } else if (fault instanceof StateTableFault.Passing) {
            passes(fault);
        } else {
            lose(new Asking(time, place).meaning(fault));
        }
    }

    private void passes(StateTableFault fault) {
        var lasted = with(silence::goesOn);
        if (Silence.isTooLong(lasted)) {
            lose(new StateException.OutOfReach(
                    place, "nothing could be written for " + lasted.toMinutes() + " min: " + fault.message()));
        }
    }

    private static String whose(@Nullable Head actual) {
        if (actual == null) {
            return "its head item was deleted";
        }
        var lease = actual.lease();
        return lease == null ? "its lease was taken away by hand" : "it is held by " + lease.owner() + " now";
    }

    private void lose(StateException reason) {
        List<Task> undone;
        lock.lock();
        try {
            if (loss != null) {
                return;
            }
            loss = reason;
            undone = List.copyOf(tasks);
            tasks.clear();
            bell.ring();
        } finally {
            lock.unlock();
        }
        undone.forEach(task -> task.done().completeExceptionally(reason));
        lost.complete(reason);
    }

    private <T> T with(Supplier<T> change) {
        lock.lock();
        try {
            return change.get();
        } finally {
            lock.unlock();
        }
    }
}
