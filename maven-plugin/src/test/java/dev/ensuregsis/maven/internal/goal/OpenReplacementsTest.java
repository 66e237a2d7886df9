package dev.ensuregsis.maven.internal.goal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.definition.Capacity;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.definition.IndexShape;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.event.NextStep;
import dev.ensuregsis.engine.event.Phase;
import dev.ensuregsis.engine.spi.FailureKind;
import dev.ensuregsis.engine.spi.StateSummary;
import dev.ensuregsis.engine.spi.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** When a run that is told to end goes on for a while. */
class OpenReplacementsTest {
    private static final IndexId AGENT = new IndexId("bookings", "agent-index");
    private static final IndexId STATUS = new IndexId("flights", "status-index");
    private static final Failure LOST = new Failure(
            FailureKind.PASSING, "NoAnswer", "no answer", "lost", true, NextStep.of(NextStep.Kind.TRY_LATER));

    private final OpenReplacements replacements = new OpenReplacements();

    @AfterEach
    void clearInterruption() {
        Thread.interrupted();
    }

    @ParameterizedTest
    @MethodSource("events")
    void eachEventSaysWhetherTheReplacementIsStillOpen(GsiEvent event, boolean open) {
        tell(deleting(AGENT, true), new GsiEvent.IndexDeleted(AGENT, null), event);

        assertThat(open()).isEqualTo(open ? Set.of(AGENT) : Set.of());
    }

    static Stream<Arguments> events() {
        return Stream.of(
                Arguments.of(
                        new GsiEvent.RunStarted(new Target("123456789012", "eu-central-1", null), 1, 0, Map.of()),
                        true),
                Arguments.of(
                        new GsiEvent.StateLoaded(
                                "x.json", Instant.EPOCH, Instant.EPOCH, new StateSummary(1, 1, 0, 0, 0)),
                        true),
                Arguments.of(new GsiEvent.NotSeenYet("bookings", LOST), true),
                Arguments.of(new GsiEvent.Warned("look out"), true),
                Arguments.of(new GsiEvent.CreatingTable("agents", List.of()), true),
                Arguments.of(new GsiEvent.CreatingIndex(AGENT, 1), true),
                Arguments.of(new GsiEvent.AttemptFailed(AGENT, 1, LOST, Duration.ofSeconds(1)), true),
                Arguments.of(deleting(AGENT, true), true),
                Arguments.of(new GsiEvent.IndexDeleted(AGENT, null), true),
                Arguments.of(waiting(AGENT.indexName(), Phase.DELETING), true),
                Arguments.of(waiting(null, Phase.TABLE_BUSY), true),
                Arguments.of(waiting("another-index", Phase.BACKFILLING), true),
                Arguments.of(new GsiEvent.SlowedDown(GsiEvent.SlowedDown.CallKind.LOOKS, Duration.ofSeconds(1)), true),
                Arguments.of(new GsiEvent.TableEnsured("agents", true), true),
                Arguments.of(new GsiEvent.TableFailed("agents", LOST), true),
                Arguments.of(new GsiEvent.RetryingFailed(List.of()), true),
                Arguments.of(new GsiEvent.StateArchived("y.json"), true),
                Arguments.of(new GsiEvent.CreationAccepted(STATUS), true),
                Arguments.of(new GsiEvent.CreationAccepted(AGENT), false),
                Arguments.of(waiting(AGENT.indexName(), Phase.ALLOCATING), false),
                Arguments.of(waiting(AGENT.indexName(), Phase.BACKFILLING), false),
                Arguments.of(new GsiEvent.IndexTakenUp(AGENT, null), false),
                Arguments.of(new GsiEvent.IndexCreated(AGENT, Duration.ofMinutes(1)), false),
                Arguments.of(new GsiEvent.IndexSkipped(AGENT, false), false),
                Arguments.of(new GsiEvent.IndexLeft(AGENT, "failed before"), false),
                Arguments.of(new GsiEvent.IndexFailed(AGENT, 5, LOST), false),
                Arguments.of(new GsiEvent.RunAborted(LOST), false));
    }

    @Test
    void theTableHasEveryEvent() {
        assertThat(events().map(row -> row.get()[0].getClass()).collect(Collectors.<Class<?>>toSet()))
                .containsExactlyInAnyOrder(GsiEvent.class.getPermittedSubclasses());
    }

    @Test
    void whatGoesForGoodIsNotWaitedFor() {
        tell(deleting(AGENT, false));

        assertThat(open()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Phase.class,
            names = {"ALLOCATING", "BACKFILLING"})
    void theOldIndexMayBeTheOneThatIsBuilding(Phase phase) {
        tell(deleting(AGENT, true), waiting(AGENT.indexName(), phase));

        assertThat(open()).containsExactly(AGENT);
    }

    @Test
    void oneThatIsToEndBeginsNoOther() {
        replacements.end(open -> {});

        tell(deleting(AGENT, true));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(open()).isEmpty();
    }

    @Test
    void whatItBeginsMeanwhileIsFinishedToo() {
        tell(deleting(AGENT, true));
        assertThat(open()).containsExactly(AGENT);

        tell(deleting(STATUS, true), new GsiEvent.CreationAccepted(AGENT));
        assertThat(Thread.interrupted()).isFalse();
        assertThat(open()).containsExactly(STATUS);

        tell(new GsiEvent.CreationAccepted(STATUS));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(open()).isEmpty();
    }

    @Test
    void noRunIsWaitedForThatIsOver() {
        tell(deleting(AGENT, true));

        replacements.runIsOver();

        assertThat(open()).isEmpty();
    }

    /** What a run that is told to end now would go on for. */
    private Collection<IndexId> open() {
        var open = new LinkedHashSet<IndexId>();
        try {
            replacements.end(indexes -> {
                open.addAll(indexes);
                throw new CancellationException("instead of waiting");
            });
        } catch (CancellationException waits) {
            return open;
        }
        return open;
    }

    private void tell(GsiEvent... events) {
        for (var event : events) {
            replacements.onEvent(event);
        }
    }

    private static GsiEvent deleting(IndexId index, boolean replaced) {
        var old = new IndexDefinition(index.indexName(), KeySchema.of("agent"), null, Capacity.UNSTATED);
        return new GsiEvent.DeletingIndex(index, new IndexShape(old, Map.of()), replaced);
    }

    private static GsiEvent waiting(@Nullable String indexName, Phase phase) {
        return new GsiEvent.Waiting(AGENT.tableName(), indexName, phase, Duration.ofSeconds(9), 1, 0, 0, 1);
    }
}
