package dev.ensuregsis.engine.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.PriorityQueue;

/**
 * The world's clock, and what is to come in it. It stands still while something happens and jumps to the next thing
 * then, so days cost nothing. One thread; things due at one instant happen in the order in which they were announced.
 */
public final class VirtualTime implements InstantSource {
    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private static final Instant BEGINNING = Instant.parse("2026-02-01T10:30:00Z");

    private static final Duration LONGEST_DELAY = Duration.ofDays(36_500);

    private Instant now;
    private Duration wallClockOffset = Duration.ZERO;
    private long announced;

    /** Begins at a fixed instant, the same for every history. */
    public VirtualTime() {
        this.now = BEGINNING;
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** How long ago the world began. */
    public Duration elapsed() {
        return Duration.between(BEGINNING, now);
    }

    /** What the clock on the wall says: it can be set, and moves nothing by that. */
    public Instant wallClock() {
        return now.plus(wallClockOffset);
    }

    /** Sets the clock on the wall forward, or back. */
    public void setWallClock(Duration by) {
        wallClockOffset = wallClockOffset.plus(by);
    }

    /** Announces something for later; what is due already happens next. */
    public void in(Duration delay, Runnable what) {
        var bearable = delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
        events.add(new Event(now.plus(bearable), announced++, what));
    }

    /** Goes on to the next thing and lets it happen; false if there is none. */
    public boolean advance() {
        var next = events.poll();
        if (next == null) {
            return false;
        }
        now = next.due.isAfter(now) ? next.due : now;
        next.what.run();
        return true;
    }

    /** Lets everything happen that is due by then, and makes it then. */
    public void pass(Duration duration) {
        var until = now.plus(duration);
        for (var next = events.peek(); next != null && !next.due.isAfter(until); next = events.peek()) {
            advance();
        }
        now = until;
    }

    private record Event(Instant due, long order, Runnable what) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            int byTime = due.compareTo(other.due);
            return byTime == 0 ? Long.compare(order, other.order) : byTime;
        }
    }
}
