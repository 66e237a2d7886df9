package dev.ensuregsis.maven.internal.goal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.Selection;
import dev.ensuregsis.engine.definition.DefinitionReader;
import dev.ensuregsis.engine.definition.DefinitionSource;
import dev.ensuregsis.maven.internal.goal.DefinitionWatch.Sight;
import dev.ensuregsis.maven.internal.option.RefusedException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DefinitionWatchTest {
    private static final Sight SAME = new Sight.Same();

    private final Assignment bookings = assignment("bookings");
    private final Assignment flights = assignment("flights");
    private final DefinitionWatch watch = new DefinitionWatch(bookings);

    @Test
    void whatIsReadAsItWasIsTheSame() {
        assertThat(watch.look(() -> Optional.of(assignment("bookings")))).isEqualTo(SAME);
    }

    @Test
    void whatIsOtherwiseIsAChangeOnce() {
        assertThat(watch.look(() -> Optional.of(flights))).isEqualTo(new Sight.Changed(bookings, flights));
        assertThat(watch.look(() -> Optional.of(flights))).isEqualTo(SAME);
        assertThat(watch.known()).isEqualTo(flights);
    }

    @Test
    void aFaultIsToldOnceItStandsAndOnlyOnce() {
        assertThat(faulty("half a file")).isEqualTo(SAME);
        assertThat(faulty("another half")).isEqualTo(SAME);
        assertThat(faulty("another half")).isEqualTo(new Sight.Faulty("another half"));
        assertThat(faulty("another half")).isEqualTo(SAME);
        assertThat(watch.known()).isEqualTo(bookings);
    }

    @Test
    void aFaultThatWasToldAndIsMendedIsAChangeAlthoughNothingElseIs() {
        faulty("a fault");
        faulty("a fault");

        assertThat(watch.look(() -> Optional.of(bookings))).isEqualTo(new Sight.Changed(bookings, bookings));
        assertThat(watch.look(() -> Optional.of(bookings))).isEqualTo(SAME);
    }

    @Test
    void aFaultThatNobodyWasToldOfIsNone() {
        faulty("half a file");

        assertThat(watch.look(() -> Optional.of(bookings))).isEqualTo(SAME);
        assertThat(faulty("half a file")).isEqualTo(SAME);
    }

    @Test
    void noDefinitionsAreAFault() {
        watch.look(Optional::empty);

        assertThat(watch.look(Optional::empty)).isEqualTo(new Sight.Faulty("No definitions are left."));
    }

    private Sight faulty(String message) {
        return watch.look(() -> {
            throw new RefusedException(message);
        });
    }

    private static Assignment assignment(String table) {
        var definitions = DefinitionReader.builder()
                .build()
                .read(List.of(DefinitionSource.text("gsis.json", """
                {"%s": {
                  "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
                  "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}]}}
                """.formatted(table))));
        return new Assignment(definitions, Selection.ALL, null);
    }
}
