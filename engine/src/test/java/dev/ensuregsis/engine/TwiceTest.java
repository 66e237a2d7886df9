package dev.ensuregsis.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.event.IndexReport.Outcome;
import dev.ensuregsis.engine.event.PlannedAction;
import dev.ensuregsis.engine.spi.StateStore;
import dev.ensuregsis.engine.state.StateOptions;
import dev.ensuregsis.engine.state.StateStores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One engine used several times, with plans between: each is about what the state and the tables say, and nothing else. */
class TwiceTest {
    private static final Definitions BOOKINGS = SimulatedRuns.definitions(List.of("bookings"), "by-agent", "by-flight");

    @TempDir
    Path directory;

    private final SimulatedRuns runs = new SimulatedRuns("bookings");

    /** The two stores that there are. */
    enum Kept {
        IN_MEMORY(directory -> StateStores.inMemory("test")),
        IN_A_FILE(directory -> StateStores.inFile("test", directory, StateOptions.DEFAULT));

        private final Function<Path, StateStore> make;

        Kept(Function<Path, StateStore> make) {
            this.make = make;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSecondRetryOfWhatFailsAgainIsAsRedAsTheFirst(Kept kept) {
        var store = kept.make.apply(directory);
        runs.refused.add("by-agent");
        runs.ensure(runs.engine().stateStore(store).build(), BOOKINGS);
        var retry = runs.engine().stateStore(store).retryFailed(true).build();

        assertThat(runs.ensure(retry, BOOKINGS).verdict()).isEqualTo(Verdict.FAILED);
        assertThat(runs.ensure(retry, BOOKINGS).verdict()).isEqualTo(Verdict.FAILED);
        assertThat(runs.calls).contains("create bookings.by-agent");
    }

    @ParameterizedTest
    @EnumSource
    void aRetryWithoutAStateIsRedEachTime(Kept kept) {
        var retry = runs.engine()
                .stateStore(kept.make.apply(directory))
                .retryFailed(true)
                .build();

        for (int i = 0; i < 2; i++) {
            var report = runs.ensure(retry, BOOKINGS);
            assertThat(report.verdict()).isEqualTo(Verdict.NOTHING_KNOWN_TO_RETRY);
            assertThat(report.with(Outcome.PENDING)).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPlanBeforeARetryMakesNothingKnown(Kept kept) throws InterruptedException {
        var retry = runs.engine()
                .stateStore(kept.make.apply(directory))
                .retryFailed(true)
                .build();

        assertThat(runs.plan(retry, BOOKINGS).verdict()).isEqualTo(Verdict.NOTHING_KNOWN_TO_RETRY);
        assertThat(runs.ensure(retry, BOOKINGS).verdict()).isEqualTo(Verdict.NOTHING_KNOWN_TO_RETRY);
    }

    @ParameterizedTest
    @EnumSource
    void aRunAfterAFailedOneLeavesWhatFailedAndIsRed(Kept kept) {
        var engine = runs.engine().stateStore(kept.make.apply(directory)).build();
        runs.refused.add("by-agent");
        runs.ensure(engine, BOOKINGS);
        runs.refused.clear();

        var second = runs.ensure(engine, BOOKINGS);

        assertThat(second.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(second.with(Outcome.LEFT_FAILED)).hasSize(1);
        assertThat(runs.calls).containsOnly("look bookings");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void twoPlansAreOneAndChangeNothing(boolean retryFailed) throws InterruptedException {
        var store = StateStores.inFile("test", directory, StateOptions.DEFAULT);
        runs.refused.add("by-agent");
        runs.ensure(runs.engine().stateStore(store).build(), BOOKINGS);
        var engine = runs.engine().stateStore(store).retryFailed(retryFailed).build();
        var before = files();

        var first = runs.plan(engine, BOOKINGS);
        var second = runs.plan(engine, BOOKINGS);

        assertThat(second).isEqualTo(first);
        assertThat(actions(first))
                .containsEntry("by-agent", retryFailed ? PlannedAction.CREATE : PlannedAction.LEAVE_FAILED)
                .containsEntry("by-flight", PlannedAction.NOTHING);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void twoPlansOfAllThatIsMissingAreOneAndLeaveNothing() throws InterruptedException {
        var engine = runs.engine()
                .stateStore(StateStores.inFile("test", directory, StateOptions.DEFAULT))
                .build();

        for (int i = 0; i < 2; i++) {
            assertThat(actions(runs.plan(engine, BOOKINGS)).values()).containsOnly(PlannedAction.CREATE);
        }
        assertThat(directory).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void onADamagedStateAPlanAndTheRetryAfterItAgree(boolean allAreThere) throws Exception {
        var store = StateStores.inFile("test", directory, StateOptions.DEFAULT);
        if (allAreThere) {
            runs.ensure(runs.engine().build(), BOOKINGS);
        }
        Files.writeString(directory.resolve(".gsi_creation_state.json"), "{\"version\": \"1.0\", \"gsis\": {");
        var retry = runs.engine().stateStore(store).retryFailed(true).build();

        var plan = runs.plan(retry, BOOKINGS);
        var report = runs.ensure(retry, BOOKINGS);

        assertThat(report.verdict()).isEqualTo(plan.verdict());
        assertThat(plan.verdict()).isEqualTo(allAreThere ? Verdict.ENSURED : Verdict.NOTHING_KNOWN_TO_RETRY);
        assertThat(plan.asksForNothing()).isEqualTo(allAreThere);
    }

    private static Map<String, PlannedAction> actions(Plan plan) {
        return plan.tables().stream()
                .flatMap(table -> table.indexes().stream())
                .collect(Collectors.toMap(index -> index.id().indexName(), Plan.IndexPlan::action));
    }

    private Map<String, String> files() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.collect(Collectors.toMap(file -> file.getFileName().toString(), TwiceTest::text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
