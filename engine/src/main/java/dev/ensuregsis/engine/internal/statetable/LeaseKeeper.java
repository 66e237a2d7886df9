package dev.ensuregsis.engine.internal.statetable;

import dev.ensuregsis.engine.spi.StateException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a lease while a run lasts, and makes its writes one after another: a thread that sends one request at a time, a
 * renewal when it is due or in doubt before all else. What passes is tried again, for an hour without one answer; who
 * finds another's token, no table or no rights has lost the state.
 */
final class LeaseKeeper {
    private final OwnHead own;
    private final TableTime time;
    private final String place;

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
    private final Loss loss = new Loss();

    LeaseKeeper(LeaseTaking.Taken taken, StateRequests requests, TableTime time, String place) {
        this.own = new OwnHead(requests, taken.head().token().orElseThrow());
        this.time = time;
        this.place = place;
        this.head = taken.head();
        this.holding = taken.holding();
        this.bell = time.bell(lock);
        this.silence = new Silence(time);
    }

    /** Begins to keep it. */
    void start() {
        time.start(this::keep);
    }

    /** Whether and why it is lost to the run. */
    Loss loss() {
        return loss;
    }

    /** Hands a task over; it is done after all before it, and refused when nothing is done any more. */
    void hand(Task task) {
        var gone = with(() -> {
            var refusal = ended && !loss.hasCome() ? new StateException.Closed() : loss.reason();
            if (refusal == null) {
                tasks.add(task);
                bell.ring();
            }
            return refusal;
        });
        if (gone != null) {
            task.done().completeExceptionally(gone);
        }
    }

    /** Completes when all that was handed over is done, and the lease is sure. */
    CompletionStage<Void> clearance() {
        return with(() -> {
            if (isClear()) {
                return CompletableFuture.completedFuture(null);
            }
            var clear = new CompletableFuture<Void>();
            waiting.add(clear);
            doubt();
            return clear;
        });
    }

    /** Whether a change that leaves now is done before anybody else can have the lease. A doubt costs a renewal. */
    boolean isSure() {
        return with(() -> {
            doubt();
            return !inDoubt && !ended && !loss.hasCome();
        });
    }

    private boolean isClear() {
        return tasks.isEmpty() && !loss.hasCome() && !ended && isFresh();
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
        var until = time.nanoTime() + TimeUnit.NANOSECONDS.convert(atMost);
        lock.lock();
        try {
            while (!(tasks.isEmpty() && told) && !loss.hasCome()) {
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
        var undone = with(() -> {
            ended = true;
            bell.ring();
            return drained(tasks);
        });
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
            LeasesHere.end(own.token());
        }
    }

    /** What to do now: a renewal or the first of the tasks. Waits for it; null when there is nothing more to come. */
    private @Nullable Task next() throws InterruptedException {
        lock.lock();
        try {
            while (!ended && !loss.hasCome()) {
                var now = time.nanoTime();
                var pause = silence.untilNextTry(now);
                var untilRenewal = inDoubt ? Duration.ZERO : holding.untilRenewal(now, time.now());
                if (isLeft(pause)) {
                    bell.await(pause);
                } else if (!isLeft(untilRenewal)) {
                    return new Task.Change(Head::renewed, new CompletableFuture<>());
                } else if (!tasks.isEmpty()) {
                    return tasks.element();
                } else {
                    bell.await(untilRenewal);
                }
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    private static boolean isLeft(Duration time) {
        return !time.isNegative() && !time.isZero();
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
                write.writing().send(own.requests(), known, own.token());
            }
            done(task);
        } catch (StateTableException e) {
            failed(task, e.fault());
        }
    }

    private void put(Head changed, Head known, Holding ifDone) {
        var earlier = own.change(known, changed);
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

    private void done(Task task) {
        var clear = with(() -> {
            silence.isOver();
            if (!tasks.isEmpty() && tasks.element() == task) {
                tasks.remove();
                told = false;
            }
            inDoubt = !isFresh();
            return isClear() ? drained(waiting) : List.<CompletableFuture<Void>>of();
        });
        task.done().complete(null);
        with(() -> {
            told = true;
            bell.ring();
            return told;
        });
        clear.forEach(stage -> stage.complete(null));
    }

    private static <T> List<T> drained(Collection<T> some) {
        var all = List.copyOf(some);
        some.clear();
        return all;
    }

    private void failed(Task task, StateTableFault fault) {
        var failed = FailedWrite.of(fault, place);
        if (failed instanceof FailedWrite.Needless) {
            done(task);
        } else if (failed instanceof FailedWrite.Again again) {
            passes(again.why());
        } else if (failed instanceof FailedWrite.Lost gone) {
            lose(gone.reason());
        }
    }

    private void passes(String why) {
        var lasted = with(silence::goesOn);
        if (Silence.isTooLong(lasted)) {
            lose(new StateException.OutOfReach(
                    place, "nothing could be written for " + lasted.toMinutes() + " min: " + why));
        }
    }

    private void lose(StateException reason) {
        var undone = with(() -> {
            loss.comes(reason);
            bell.ring();
            return drained(tasks);
        });
        undone.forEach(task -> task.done().completeExceptionally(reason));
        loss.tell();
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
