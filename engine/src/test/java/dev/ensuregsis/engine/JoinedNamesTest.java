package dev.ensuregsis.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.definition.IndexNames;
import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.event.IndexReport.Outcome;
import dev.ensuregsis.engine.spi.GsiEntry;
import dev.ensuregsis.engine.spi.GsiStatus;
import dev.ensuregsis.engine.state.GsiStateManager;
import dev.ensuregsis.engine.state.StateOptions;
import dev.ensuregsis.engine.state.StateStores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two pairs of table and index whose names join to one text are two, in the state, in what is told and to other tools. */
class JoinedNamesTest {
    private static final IndexId EARLIER = new IndexId("abc.def", "ghi");
    private static final IndexId LATER = new IndexId("abc", "def.ghi");
    private static final Definitions BOTH =
            new Definitions(List.of(SimulatedRuns.table("abc.def", "ghi"), SimulatedRuns.table("abc", "def.ghi")));

    @TempDir
    Path directory;

    private final SimulatedRuns runs = new SimulatedRuns("abc", "abc.def");

    @ParameterizedTest
    @CsvSource({
        "a.b/c, a.b.c",
        "a.b/c a/b.c, a.b.c a/b.c",
        "a/b.c a.b/c, a.b.c a.b/c",
        "a/b.c.d a.b/c.d a.b.c/d, a.b.c.d a.b/c.d a.b.c/d",
        "x/y a/b.c x/z a.b/c, x.y a.b.c x.z a.b/c",
    })
    void theLaterOfTwoThatJoinHasASlash(String inOrder, String names) {
        var ids = Stream.of(inOrder.split(" ", -1)).map(JoinedNamesTest::id).toList();
        var expected = List.of(names.split(" ", -1));
        var one = new IndexNames();

        assertThat(ids.stream().map(one::next)).isEqualTo(expected);
        var byId = IndexNames.of(ids);
        assertThat(ids.stream().map(byId::get)).isEqualTo(expected);
        assertThat(ids)
                .allSatisfy(id -> assertThat(IndexNames.isNameOf(id, String.valueOf(byId.get(id))))
                        .isTrue());
        assertThat(IndexNames.isNameOf(id("a/b.c"), "a.b/c")).isFalse();
    }

    private static IndexId id(String text) {
        var parts = text.split("/", 2);
        return new IndexId(parts[0], parts[1]);
    }

    @Test
    void theStateHasAKeyForEach() throws IOException {
        runs.refused.add("def.ghi");

        var report = runs.ensure(engine(), BOTH);

        assertThat(report.with(Outcome.CREATED))
                .singleElement()
                .satisfies(created -> assertThat(created.id()).isEqualTo(EARLIER));
        assertThat(Files.readString(file()))
                .containsOnlyOnce("\"abc.def.ghi\": {\"table_name\": \"abc.def\"")
                .containsOnlyOnce("\"abc/def.ghi\": {\"table_name\": \"abc\"");
        assertThat(statuses()).isEqualTo(Map.of(EARLIER, GsiStatus.ACTIVE, LATER, GsiStatus.FAILED));

        runs.refused.clear();
        var retry = runs.ensure(
                runs.engine()
                        .stateStore(StateStores.inFile("test", directory, StateOptions.DEFAULT))
                        .retryFailed(true)
                        .build(),
                BOTH);
        assertThat(retry.verdict()).isEqualTo(Verdict.ENSURED);
        assertThat(runs.calls).containsOnlyOnce("create abc.def.ghi");
    }

    @Test
    void aStateIsPrintedWithBothApart() {
        runs.refused.add("def.ghi");
        runs.ensure(engine(), BOTH);
        var printed = new StringBuilder();

        try (var state = new GsiStateManager("test", directory)) {
            state.printStatus(printed);
        }

        assertThat(printed.toString().lines().map(String::strip))
                .anyMatch(line -> line.startsWith("active      abc.def.ghi,"))
                .anyMatch(line -> line.startsWith("failed      abc/def.ghi,"));
    }

    @Test
    void whatFailedOfBothIsToldApart() {
        runs.refused.addAll(List.of("ghi", "def.ghi"));

        var report = runs.ensure(engine(), BOTH);

        assertThat(report.complaints()).singleElement().asString().startsWith("abc.def.ghi, abc/def.ghi: Val");
    }

    @Test
    void whatHasGoneOfBothIsWarnedOfApart() {
        runs.refused.add("def.ghi");
        runs.ensure(engine(), BOTH);
        runs.refused.clear();
        try (var state = new GsiStateManager("test", directory)) {
            state.updateGsiStatus("abc", "def.ghi", GsiStatus.ACTIVE);
        }
        runs.account.deleteIndex("abc.def", "ghi");
        runs.time.pass(Duration.ofHours(1));

        runs.ensure(engine(), BOTH);

        assertThat(runs.events)
                .filteredOn(GsiEvent.Warned.class::isInstance)
                .extracting(event -> ((GsiEvent.Warned) event).message())
                .containsExactlyInAnyOrder(
                        "abc.def.ghi is recorded as active, but the table doesn't have it: it is created again",
                        "abc/def.ghi is recorded as active, but the table doesn't have it: it is created again");
    }

    /** As a tool writes it that joins names without a thought. */
    @Test
    void aKeyThatIsThereTwiceIsReadEntryByEntryAndResumed() throws IOException {
        Files.writeString(file(), """
                {"version": "1.0", "script_name": "test", "gsis": {
                  "abc.def.ghi": {"table_name": "abc.def", "index_name": "ghi", "status": "failed", "retry_count": 5},
                  "abc.def.ghi": {"table_name": "abc", "index_name": "def.ghi", "status": "pending", "ticket": 42}},
                 "summary": {"total": 2, "failed": 1, "pending": 1}}""");

        var report = runs.ensure(engine(), BOTH);

        assertThat(report.with(Outcome.LEFT_FAILED))
                .singleElement()
                .satisfies(left -> assertThat(left.id()).isEqualTo(EARLIER));
        assertThat(report.with(Outcome.CREATED))
                .singleElement()
                .satisfies(created -> assertThat(created.id()).isEqualTo(LATER));
        assertThat(runs.events).noneMatch(GsiEvent.Warned.class::isInstance);
        assertThat(statuses()).isEqualTo(Map.of(EARLIER, GsiStatus.FAILED, LATER, GsiStatus.ACTIVE));
        assertThat(Files.readString(file())).contains("\"abc.def.ghi\": {", "\"abc/def.ghi\": {", "\"ticket\": 42");
    }

    @Test
    void oneEntryThatIsThereTwiceIsDamage() throws IOException {
        Files.writeString(file(), """
                {"version": "1.0", "script_name": "test", "gsis": {
                  "abc.def.ghi": {"table_name": "abc", "index_name": "def.ghi", "status": "failed"},
                  "abc/def.ghi": {"table_name": "abc", "index_name": "def.ghi", "status": "active"}}}""");

        try (var state = new GsiStateManager("test", directory)) {
            assertThat(state.warnings())
                    .singleElement()
                    .asString()
                    .contains("line 3", "the entry \"abc/def.ghi\" is there twice");
        }
    }

    private GsiEngine engine() {
        return runs.engine()
                .stateStore(StateStores.inFile("test", directory, StateOptions.DEFAULT))
                .build();
    }

    private Path file() {
        return directory.resolve(".gsi_creation_state.json");
    }

    private Map<IndexId, GsiStatus> statuses() {
        try (var state = new GsiStateManager("test", directory)) {
            return state.getAllGsis().stream().collect(Collectors.toMap(GsiEntry::id, GsiEntry::status));
        }
    }
}
