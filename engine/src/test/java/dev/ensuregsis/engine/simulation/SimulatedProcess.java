package dev.ensuregsis.engine.simulation;

import dev.ensuregsis.engine.internal.reconcile.Moment;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A process on a machine of its own, with clocks of its own: it can be stopped, suspended with its machine, and killed. Within
 * one lease its machine isn't both suspended and set back: then no clock that it has would show that time has passed.
 */
public final class SimulatedProcess {
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final VirtualTime time;
    private final String name;
    private Duration wallClockOffset;
    private Duration asleep = Duration.ZERO;
    private Instant pausedUntil = Instant.MIN;
    private Instant suspendedUntil = Instant.MIN;
    private @Nullable Duration setBackAt;
    private @Nullable Duration suspendedAt;
    private boolean dead;

    public SimulatedProcess(VirtualTime time, String name, Duration wallClockOffset) {
        this.time = time;
        this.name = name;
        this.wallClockOffset = wallClockOffset;
    }

    /** What its clocks show. */
    public Moment now() {
        return new Moment(time.instant().plus(wallClockOffset), time.elapsed().minus(asleep));
    }

    public void setWallClock(Duration by) {
        if (by.isNegative()) {
            if (suspendedUntil.isAfter(time.instant()) || withinALeaseOf(suspendedAt)) {
                return;
            }
            setBackAt = now().elapsed();
        }
        wallClockOffset = wallClockOffset.plus(by);
    }

    /** Stops it (SIGSTOP): its clocks go on. */
    public void stopFor(Duration duration) {
        pausedUntil = time.instant().plus(duration);
    }

    /** Suspends its machine: the clock that only moves forward stands still. */
    public void suspendFor(Duration duration) {
        stopFor(duration);
        if (withinALeaseOf(setBackAt)) {
            return;
        }
        suspendedAt = now().elapsed();
        asleep = asleep.plus(duration);
        suspendedUntil = time.instant().plus(duration);
    }

    private boolean withinALeaseOf(@Nullable Duration moment) {
        return moment != null && now().elapsed().minus(moment).compareTo(LEASE) < 0;
    }

    public void kill() {
        dead = true;
    }

    public boolean isDead() {
        return dead;
    }

    Duration pauseLeft() {
        return pausedUntil.isAfter(time.instant()) ? Duration.between(time.instant(), pausedUntil) : Duration.ZERO;
    }

    void refuseIfDead() {
        if (dead) {
            throw new Crash(0);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
