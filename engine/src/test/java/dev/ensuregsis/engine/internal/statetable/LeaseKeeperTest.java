package dev.ensuregsis.engine.internal.statetable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.simulation.Routines;
import dev.ensuregsis.engine.simulation.SimulatedProcess;
import dev.ensuregsis.engine.simulation.VirtualTime;
import dev.ensuregsis.engine.spi.GsiEntry;
import dev.ensuregsis.engine.spi.StateSession;
import dev.ensuregsis.engine.spi.StateStore;
import dev.ensuregsis.engine.spi.Target;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How long what keeps a lease bears a table that doesn't answer. */
@SuppressWarnings("FutureReturnValueIgnored") // what is flushed next is what is looked at
class LeaseKeeperTest {
    private static final Target HERE = new Target("123456789012", "eu-central-1", null);

    private final VirtualTime time = new VirtualTime();
    private final Routines routines = new Routines(time);
    private final SimulatedProcess process = new SimulatedProcess(time, "keeping", Duration.ZERO);
    private final SometimesSilent requests = new SometimesSilent();

    /** It asked nothing while it stood still, so nothing was left unanswered. */
    @Test
    void whoStoodStillForLongerThanAnHourBearsAFailureAfterwards() {
        inSession(session -> {
            process.stopFor(Duration.ofHours(3));
            requests.failures = 3;
            routines.park(Duration.ofMinutes(1));

            session.write(GsiEntry.pending(new IndexId("bookings", "by-agent"), null, null));
            session.flush();

            assertThat(session.lost().toCompletableFuture()).isNotDone();
        });
        assertThat(time.elapsed()).isBetween(Duration.ofHours(3), Duration.ofHours(4));
        assertThat(requests.failures).isZero();
    }

    @Test
    void aTimeoutLongerThanAnyRunIsNoError() {
        inSession(session -> {
            session.write(GsiEntry.pending(new IndexId("bookings", "by-agent"), null, null));

            session.flushWithin(Duration.ofDays(999_999));
            assertThat(session.archiveWithin(Duration.ofDays(999_999))).isPresent();
        });
    }

    private void inSession(Consumer<StateSession> what) {
        StateStore store = SimulatedTableStores.store(
                requests, new RoutineTime(routines, process, new SplittableRandom(1)), Duration.ZERO);
        var routine = routines.start(process, () -> {
            try (var session = store.open(HERE, false)) {
                what.accept(session);
            }
        });
        routines.driveUntil(routine::isEnded, Duration.ofDays(1));
    }

    /** A table that now and then doesn't answer a write. */
    private static final class SometimesSilent extends ForwardingStateRequests {
        private int failures;

        SometimesSilent() {
            super(new SimulatedStateTable());
        }

        @Override
        public void put(Head head, @Nullable Head follows) {
            if (failures > 0) {
                failures--;
                throw new StateTableException(new StateTableFault.Passing("Read timed out"));
            }
            super.put(head, follows);
        }
    }
}
