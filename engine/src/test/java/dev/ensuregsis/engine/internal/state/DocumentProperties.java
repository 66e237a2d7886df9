package dev.ensuregsis.engine.internal.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.spi.GsiStatus;
import dev.ensuregsis.engine.spi.StoredState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class DocumentProperties {
    private static final Path DIRECTORY = Path.of("/state").toAbsolutePath();
    private static final Definitions DEFINITIONS = Fixtures.many(3, 3);

    record Transition(
            IndexId id,
            GsiStatus status,
            @Nullable Integer retryCount,
            @Nullable String error) {}

    @Provide
    Arbitrary<List<Transition>> transitions() {
        var ids = Arbitraries.of(DEFINITIONS.indexIds());
        var errors = Arbitraries.strings().all().ofMaxLength(40).injectNull(0.3);
        var counts = Arbitraries.integers().greaterOrEqual(0).injectNull(0.3);
        return Combinators.combine(ids, Arbitraries.of(GsiStatus.class), counts, errors)
                .as(Transition::new)
                .list()
                .ofMaxSize(30);
    }

    @Property(tries = 300)
    void whateverHappensTheFileReadsBackToTheSameEntries(@ForAll("transitions") List<Transition> transitions) {
        var disk = LossyDisk.with(DIRECTORY);
        var time = new SimulatedTime();
        var manager = SimulatedStates.manager("flights", DIRECTORY, disk, () -> time);
        manager.initializeGsis(DEFINITIONS);
        boolean anythingToWrite = false;
        for (var transition : transitions) {
            var before = manager.getAllGsis();
            manager.updateGsiStatus(
                    transition.id().tableName(),
                    transition.id().indexName(),
                    transition.status(),
                    transition.retryCount(),
                    transition.error());
            anythingToWrite |= transition.status() != GsiStatus.ACTIVE
                    && !manager.getAllGsis().equals(before);
            time.advance(Duration.ofSeconds(1));
        }
        manager.close();

        var again = SimulatedStates.manager("flights", DIRECTORY, disk, () -> time);
        assertThat(again.loaded().isPresent()).isEqualTo(anythingToWrite);
        if (anythingToWrite) {
            assertThat(again.getAllGsis()).isEqualTo(manager.getAllGsis());
            assertThat(again.loaded())
                    .map(found -> ((StoredState.Kept) found).whole().summary())
                    .isEqualTo(Optional.of(manager.summary()));
        }
    }
}
