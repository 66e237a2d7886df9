package dev.ensuregsis.engine.internal.check;

import dev.ensuregsis.engine.check.Places.OpenPart;
import dev.ensuregsis.engine.check.Tally;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.internal.reconcile.Moment;
import dev.ensuregsis.engine.internal.reconcile.Timeline.Answer;
import dev.ensuregsis.engine.spi.ControlPlaneException;
import dev.ensuregsis.engine.spi.ControlPlaneFault;
import dev.ensuregsis.engine.spi.ScanCall;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SortedSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads one table, several parts side by side, at its pace. A part has one page on its way at a time; what a page comes to
 * is counted where it arrives, so that no more items are in memory than there are pages on their way. On the loop's thread
 * only, but for the calls.
 */
final class TableScan {
    private final Assignment assignment;
    private final Means means;
    private final Consumer<TableScan> told;
    private final Reading reading;
    private final SortedSet<String> attributes;
    private final Setbacks setbacks;
    private final Deque<Integer> ready = new ArrayDeque<>();
    private final Moment begun;
    private final double unitsBefore;
    private Pace pace;
    private int away;
    private boolean waiting;
    private boolean throttled;
    private @Nullable Failure failure;
    private boolean endsAll;

    TableScan(Assignment assignment, Means means, Consumer<TableScan> told) {
        this.assignment = assignment;
        this.means = means;
        this.told = told;
        var places = assignment.takenUp();
        this.reading = places == null
                ? new Reading(assignment.subject().fingerprint(), assignment.parts())
                : new Reading(places, assignment.parts());
        this.attributes = assignment.subject().attributes(means.journal().wantsMisfits());
        this.begun = means.timeline().now();
        this.setbacks = new Setbacks(assignment.subject().name(), means.policies(), means.random(), begun);
        this.unitsBefore = reading.all().readUnits();
        this.pace = Pace.of(assignment.limit().unitsPerSecond(), begun.elapsed());
        ready.addAll(reading.open().keySet());
    }

    /** Reads until all is read that is to be, or it can't be. */
    void run() throws InterruptedException {
        goOn();
        means.timeline().runUntil(() -> failure != null || (reading.isComplete() && away == 0));
    }

    Assignment assignment() {
        return assignment;
    }

    Reading reading() {
        return reading;
    }

    /** Whether DynamoDB refused the last page for what it takes. */
    boolean isThrottled() {
        return throttled;
    }

    /** Why it could not be read to the end; null if it could. */
    @Nullable
    Failure failure() {
        return failure;
    }

    /** Whether every other table would fail the same way. */
    boolean endsAll() {
        return endsAll;
    }

    /** Read units a second that it took so far; 0 where that can't be told yet. */
    double unitsPerSecond() {
        double seconds = means.timeline().now().since(begun).toNanos() / 1e9;
        return seconds <= 0 ? 0 : unitsRead() / seconds;
    }

    /** Read units that this check took. */
    double unitsRead() {
        return reading.all().readUnits() - unitsBefore;
    }

    private void goOn() {
        while (failure == null && !waiting && away < assignment.pagesAtATime()) {
            if (ready.isEmpty() && reading.mayBegin()) {
                ready.add(reading.begin());
            }
            if (ready.isEmpty()) {
                return;
            }
            var wait = pace.untilNext(now());
            if (wait.isZero()) {
                ask(ready.remove());
            } else {
                waiting = true;
                means.timeline().schedule(wait, () -> {
                    waiting = false;
                    goOn();
                });
            }
        }
    }

    private void ask(int part) {
        var size = PageSize.of(assignment.limit().unitsPerSecond(), itemBytes());
        pace = pace.asked(size.readUnits(), now());
        away++;
        var open = reading.open().getOrDefault(part, new OpenPart(null, Tally.NONE));
        var call = new ScanCall(
                assignment.subject().name(),
                attributes,
                reading.segment(part),
                reading.parts().all(),
                open.after(),
                size.mostItems());
        means.timeline().<PageTally>call(() -> page(call, size), answer -> {
            away--;
            if (failure == null) {
                answered(part, size, answer);
            }
        });
    }

    private PageTally page(ScanCall call, PageSize size) {
        return PageTally.of(
                means.items().scan(call),
                assignment.subject(),
                size.readUnits(),
                means.journal().wantsMisfits());
    }

    private void answered(int part, PageSize size, Answer<PageTally> answer) {
        if (answer instanceof Answer.Returned<PageTally> returned) {
            arrived(part, size, returned.value());
        } else if (answer instanceof Answer.Threw<PageTally> threw) {
            refused(part, size, threw.thrown());
        }
        goOn();
    }

    private void arrived(int part, PageSize size, PageTally page) {
        pace = pace.took(size.readUnits(), page.read().readUnits(), now());
        setbacks.arrived(part, means.timeline().now());
        throttled = false;
        if (reading.read(part, page)) {
            ready.add(part);
        }
        if (!page.misfits().isEmpty()) {
            means.journal().misfits(page.misfits());
        }
        means.journal().reached(assignment.subject().name(), reading::places);
        told.accept(this);
    }

    private void refused(int part, PageSize size, Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        var fault = thrown instanceof ControlPlaneException known
                ? known.fault()
                : new ControlPlaneFault.Unexpected(thrown.toString());
        var consequence = setbacks.add(part, fault, means.timeline().now());
        if (consequence instanceof Setbacks.Fails fails) {
            failure = fails.failure();
            endsAll = fails.endsAll();
        } else if (consequence instanceof Setbacks.Again again) {
            throttled = again.throttled();
            pace = pace.refused(size.readUnits(), now(), again.throttled());
            away++;
            means.timeline().schedule(again.delay(), () -> {
                away--;
                ready.addFirst(part);
                goOn();
            });
            told.accept(this);
        }
    }

    /** The mean size of an item, as far as it is known. */
    private @Nullable Double itemBytes() {
        var all = reading.all();
        if (all.items() > 0) {
            return all.readUnits() * PageSize.BYTES_PER_UNIT / all.items();
        }
        var table = assignment.subject().table().table();
        return table.itemCount() == 0 ? null : (double) table.sizeBytes() / table.itemCount();
    }

    private Duration now() {
        return means.timeline().now().elapsed();
    }
}
