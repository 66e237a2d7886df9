package dev.ensuregsis.engine.internal.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.definition.BillingMode;
import dev.ensuregsis.engine.spi.LiveIndex;
import dev.ensuregsis.engine.spi.LiveIndex.IndexStatus;
import dev.ensuregsis.engine.spi.LiveTable;
import dev.ensuregsis.engine.spi.LiveTable.TableStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An index that doesn't move")
class StandStillTest {
    private long now;
    private final StandStill standStill = new StandStill(() -> now);

    @Test
    void endsTheWaitOnAnEmbeddedServerAfter30Seconds() {
        assertThat(standStill.saw(table("bookings", IndexStatus.CREATING))).isEmpty();
        pass(Duration.ofMillis(29_999));
        assertThat(standStill.saw(table("bookings", IndexStatus.CREATING))).isEmpty();
        pass(Duration.ofMillis(1));
        assertThat(standStill.saw(table("bookings", IndexStatus.CREATING)))
                .hasValueSatisfying(message -> assertThat(message)
                        .contains(
                                "Nothing has moved for 30 s", "index agent-index of bookings is still being created"));
    }

    @Test
    void isWaitedForWhileAnythingElseMoves() {
        for (int i = 0; i < 10; i++) {
            pass(Duration.ofSeconds(20));
            standStill.moved();
            assertThat(standStill.saw(table("bookings", IndexStatus.CREATING))).isEmpty();
            pass(Duration.ofSeconds(20));
            standStill.saw(table("flights", i % 2 == 0 ? IndexStatus.CREATING : IndexStatus.ACTIVE));
            assertThat(standStill.saw(table("bookings", IndexStatus.CREATING))).isEmpty();
        }
    }

    @Test
    void doesNotMatterOnceItIsActive() {
        standStill.saw(table("bookings", IndexStatus.ACTIVE));
        pass(Duration.ofMinutes(5));
        assertThat(standStill.saw(table("bookings", IndexStatus.ACTIVE))).isEmpty();
    }

    @Test
    void endsTheWaitOfThoseThatItKeepsOut() {
        assertThat(standStill.refused("index a of b", "Only 5 tables.")).isEmpty();
        pass(StandStill.LONGEST);
        assertThat(standStill.refused("index a of b", "Only 5 tables."))
                .hasValueSatisfying(
                        message -> assertThat(message).contains("index a of b is still refused: Only 5 tables."));
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    private static LiveTable table(String name, IndexStatus status) {
        var index = new LiveIndex("agent-index", status, false, null, null, null, 0, 0);
        return new LiveTable(
                name,
                null,
                TableStatus.ACTIVE,
                null,
                Map.of(),
                BillingMode.PAY_PER_REQUEST,
                null,
                List.of(index),
                List.of(),
                0,
                0);
    }
}
