package dev.ensuregsis.junit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.event.Phase;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An index that takes its time on another server")
class SlowBuildTest {

    @Test
    void isALineAfterFiveMinutes() {
        var lines = new ArrayList<String>();
        var slowBuild = new SlowBuild(lines::add);

        for (int minute = 1; minute <= 10; minute++) {
            slowBuild.onEvent(new GsiEvent.Waiting(
                    "bookings", "agent-index", Phase.ALLOCATING, Duration.ofMinutes(minute), 0, 0, 0, 1));
        }

        assertThat(lines)
                .singleElement()
                .asString()
                .contains("has waited 5 min for bookings/agent-index (resource allocation) and goes on waiting");
    }
}
