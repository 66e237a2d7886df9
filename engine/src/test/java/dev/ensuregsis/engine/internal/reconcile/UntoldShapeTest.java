package dev.ensuregsis.engine.internal.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.definition.Projection;
import dev.ensuregsis.engine.spi.LiveIndex;
import dev.ensuregsis.engine.spi.LiveIndex.IndexStatus;
import dev.ensuregsis.engine.spi.LiveTable.TableStatus;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the endpoint doesn't tell of an index differs from nothing; what it tells besides still may. */
class UntoldShapeTest {
    @Test
    void whatIsNotToldIsNoDifference() {
        assertThat(difference(Bookings.BY_AGENT.keySchema(), null)).isNull();
        assertThat(difference(null, Projection.ALL)).isNull();
        assertThat(difference(null, null)).isNull();
    }

    @Test
    void whatIsToldBesidesIsOne() {
        assertThat(difference(KeySchema.of("another"), null)).contains("another", "(not told)", "<- differs");
        assertThat(difference(null, Projection.KEYS_ONLY)).contains("KEYS_ONLY", "(not told)", "<- differs");
    }

    private static @Nullable String difference(@Nullable KeySchema key, @Nullable Projection projection) {
        var live = new LiveIndex("by-agent", IndexStatus.ACTIVE, false, key, projection, null, 0, 0);
        return new ShapeDifference(
                        Bookings.definition(Map.of("agent", AttributeType.S), List.of(Bookings.BY_AGENT), null),
                        Bookings.live(TableStatus.ACTIVE, live))
                .ofIndex(Bookings.BY_AGENT, live)
                .orElse(null);
    }
}
