package dev.ensuregsis.engine.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Several who listen. */
class GsiListenerTest {
    private static final GsiEvent EVENT = new GsiEvent.Warned("any");

    @Test
    void allAreToldInTheirOrderWhateverOneThrows() {
        var told = new ArrayList<String>();
        GsiListener first = event -> told.add("first");
        GsiListener broken = event -> {
            throw new IllegalStateException("a listener's fault");
        };
        GsiListener last = event -> told.add("last");

        Stream.of(first, broken, last)
                .reduce(GsiListener.SILENT, GsiListener::andThen)
                .onEvent(EVENT);

        assertThat(told).isEqualTo(List.of("first", "last"));
    }
}
