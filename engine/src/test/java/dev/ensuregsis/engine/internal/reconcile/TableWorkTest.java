package dev.ensuregsis.engine.internal.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.event.GsiEvent.Waiting;
import dev.ensuregsis.engine.event.Phase;
import dev.ensuregsis.engine.spi.LiveIndex;
import dev.ensuregsis.engine.spi.LiveIndex.IndexStatus;
import dev.ensuregsis.engine.spi.LiveTable.TableStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TableWorkTest {
    private final TableWork work = new TableWork(Bookings.indexes(), new OpenIndexes(), Errand.ENSURE);

    @Test
    void aWaitIsToldWithWhatTheLastLookCountedAndWhatComesAfter() {
        var building = new LiveIndex(
                "by-agent",
                IndexStatus.CREATING,
                true,
                Bookings.BY_AGENT.keySchema(),
                Bookings.BY_AGENT.projectionToCreate(),
                null,
                4,
                400);
        work.observe(
                Optional.of(Bookings.live(TableStatus.ACTIVE, building)), new Moment(Instant.EPOCH, Duration.ZERO));

        assertThat(work.waiting("by-agent", Phase.BACKFILLING, Duration.ofMinutes(1), 7, null))
                .isEqualTo(new Waiting("bookings", "by-agent", Phase.BACKFILLING, Duration.ofMinutes(1), 10, 4, 1, 7));
        assertThat(work.waiting(null, Phase.TABLE_BUSY, Duration.ZERO, 7, null))
                .isEqualTo(new Waiting("bookings", null, Phase.TABLE_BUSY, Duration.ZERO, 10, 0, 2, 7));
    }
}
