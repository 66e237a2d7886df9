package dev.ensuregsis.junit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.definition.Place;
import dev.ensuregsis.engine.definition.TableCreation;
import dev.ensuregsis.engine.definition.TableDefinition;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StillInPlaceTest {
    private static final Definitions BOOKINGS = new Definitions(List.of(table("bookings")));
    private static final Definitions FLIGHTS = new Definitions(List.of(table("flights")));
    private static final Definitions BOTH = new Definitions(List.of(table("bookings"), table("flights")));

    private final StillInPlace inPlace = new StillInPlace();

    @Test
    void nothingIsBeforeItWasEnsured() {
        assertThat(inPlace.has(BOOKINGS, 0)).isFalse();
    }

    @Test
    void whatWasEnsuredIsUntilSomebodyChangesATable() {
        inPlace.add(BOTH, 0);

        assertThat(inPlace.has(BOOKINGS, 0)).isTrue();
        assertThat(inPlace.has(BOTH, 0)).isTrue();
        assertThat(inPlace.has(BOOKINGS, 1)).isFalse();
    }

    @Test
    void whatWasEnsuredPieceByPieceIs() {
        inPlace.add(BOOKINGS, 3);
        inPlace.add(FLIGHTS, 3);

        assertThat(inPlace.has(BOTH, 3)).isTrue();
    }

    @Test
    void ensuringOneTableSaysNothingOfAnotherThatWasEnsuredBeforeAChange() {
        inPlace.add(BOOKINGS, 0);
        inPlace.add(FLIGHTS, 1);

        assertThat(inPlace.has(FLIGHTS, 1)).isTrue();
        assertThat(inPlace.has(BOOKINGS, 1)).isFalse();
    }

    private static TableDefinition table(String name) {
        return new TableDefinition(
                name,
                Map.of("id", AttributeType.S),
                List.of(),
                TableCreation.onDemand(KeySchema.of("id")),
                Place.of("test"));
    }
}
