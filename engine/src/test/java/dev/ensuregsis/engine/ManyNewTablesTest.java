package dev.ensuregsis.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.definition.TableCreation;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.event.IndexReport;
import dev.ensuregsis.engine.simulation.Latency;
import dev.ensuregsis.engine.simulation.SimulatedAccount;
import dev.ensuregsis.engine.simulation.SimulatedTimeline;
import dev.ensuregsis.engine.simulation.VirtualTime;
import dev.ensuregsis.engine.spi.CreateTableCall;
import dev.ensuregsis.engine.spi.ForwardingControlPlane;
import dev.ensuregsis.engine.spi.LiveTable;
import dev.ensuregsis.engine.state.GsiStateManager;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Hundreds of tables that are to be made: each is told and recorded when its call is sent, not all of them at once. */
class ManyNewTablesTest {
    private static final int TABLES = 400;
    private static final int AT_A_TIME = 8;
    private static final Duration LATENCY = Duration.ofSeconds(1);

    private final VirtualTime time = new VirtualTime();
    private final SimulatedAccount account = SimulatedAccount.dynamoDbLocal(time);
    private final GsiStateManager state = GsiStateManager.inMemory("test");
    private final Map<String, Instant> sentAt = new HashMap<>();
    private int announced;
    private int mostUnanswered;

    @Test
    void areToldAndRecordedWhenTheyAreAskedFor() {
        var random = new SplittableRandom(1);
        var report = GsiEngine.builder()
                .controlPlane(new Watched())
                .state(state)
                .createTables(true)
                .listener(this::watch)
                .build()
                .ensure(definitions(), new SimulatedTimeline(time, new Latency(LATENCY, LATENCY), random), random);

        assertThat(report.isSuccessful()).isTrue();
        assertThat(announced).isEqualTo(TABLES);
        assertThat(mostUnanswered).isBetween(2, AT_A_TIME);
        assertThat(report.indexes())
                .allSatisfy(index -> assertThat(index.startedAt())
                        .isBetween(
                                Objects.requireNonNull(sentAt.get(index.id().tableName()))
                                        .minus(LATENCY),
                                Objects.requireNonNull(sentAt.get(index.id().tableName()))));
        assertThat(report.indexes().stream().map(IndexReport::startedAt).distinct())
                .as("times at which they were begun")
                .hasSizeGreaterThan(TABLES / AT_A_TIME / 2);
    }

    private void watch(GsiEvent event) {
        if (event instanceof GsiEvent.CreatingTable) {
            announced++;
            mostUnanswered = Math.max(mostUnanswered, announced - sentAt.size());
        }
    }

    private static Definitions definitions() {
        return new Definitions(IntStream.range(0, TABLES)
                .mapToObj(table -> SimulatedRuns.table("table-" + table, "by-agent"))
                .map(table -> new TableDefinition(
                        table.name(),
                        table.attributeTypes(),
                        table.indexes(),
                        TableCreation.onDemand(KeySchema.of("id")),
                        table.place()))
                .toList());
    }

    private final class Watched extends ForwardingControlPlane {
        Watched() {
            super(account);
        }

        @Override
        public Optional<LiveTable> createTable(CreateTableCall call) {
            sentAt.put(call.tableName(), time.instant());
            return account.createTable(call);
        }
    }
}
