package dev.ensuregsis.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.Capacity;
import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.definition.Place;
import dev.ensuregsis.engine.definition.Projection;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.estimate.BuildThrottling;
import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.event.GsiEvent.Waiting;
import dev.ensuregsis.engine.event.Phase;
import dev.ensuregsis.engine.simulation.AccountRules;
import dev.ensuregsis.engine.simulation.Latency;
import dev.ensuregsis.engine.simulation.SimulatedAccount;
import dev.ensuregsis.engine.simulation.SimulatedTimeline;
import dev.ensuregsis.engine.simulation.TableSetup;
import dev.ensuregsis.engine.simulation.VirtualTime;
import dev.ensuregsis.engine.spi.BuildFigures;
import dev.ensuregsis.engine.spi.BuildFigures.Progress;
import dev.ensuregsis.engine.spi.BuildFigures.Throttling;
import dev.ensuregsis.engine.spi.ProgressRefusedException;
import dev.ensuregsis.engine.spi.ProgressSource;
import dev.ensuregsis.engine.spi.ProgressSource.Question;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How far indexes have come, asked and told while a simulated account builds them. */
class BuildProgressTest {
    private static final Duration APART = Duration.ofMinutes(5);

    /** Backfilled in three hours, at the simulated account's pace. */
    private static final long THREE_HOURS = 3L * 3600 * 10_000_000;

    private final VirtualTime time = new VirtualTime();
    private final List<GsiEvent> events = new ArrayList<>();
    private final List<Asked> asked = new ArrayList<>();

    private record Asked(Instant at, Question question) {}

    @Test
    void itIsAskedWhenOneIsFirstSeenAndThenEveryFiveMinutesAtMostForAllTogether() {
        run(question -> Map.of(), 20, THREE_HOURS);

        assertThat(asked.get(0).question().building())
                .as("indexes that begin at about the same time")
                .hasSizeGreaterThan(5);
        var last = new HashMap<IndexId, Instant>();
        for (var question : asked) {
            for (var index : question.question().building()) {
                var before = last.put(index, question.at());
                if (before != null) {
                    assertThat(Duration.between(before, question.at())).isBetween(APART, APART.plusSeconds(90));
                }
            }
        }
        assertThat(last).hasSize(20);
        assertThat(asked.get(0).at())
                .isBefore(firstWait().map(at -> at.plusSeconds(60)).orElseThrow());
    }

    @Test
    void onlyTheSlowAreAskedForThrottling() {
        run(this::slowAndFast, 2, THREE_HOURS);

        assertThat(asked.get(0).question().slow()).isEmpty();
        assertThat(asked).hasSizeGreaterThan(20);
        assertThat(asked.stream().flatMap(question -> question.question().slow().stream()))
                .isNotEmpty()
                .containsOnly(new IndexId("table-0", "by-agent"));
        assertThat(waits().filter(wait -> wait.tableName().equals("table-0"))
                        .flatMap(wait -> Stream.ofNullable(wait.progress()))
                        .flatMap(known -> Stream.ofNullable(known.throttling())))
                .as("what the warning says is there as figures")
                .isNotEmpty()
                .extracting(BuildThrottling::consumedPerSecond)
                .containsOnly(900.0);
    }

    /** At this pace table-0 takes many days, and table-1 less than what is expected. */
    private Map<IndexId, BuildFigures> slowAndFast(Question question) {
        var answer = new HashMap<IndexId, BuildFigures>();
        question.building()
                .forEach(index -> answer.put(
                        index,
                        new BuildFigures(
                                new Progress(index.tableName().equals("table-0") ? 0.1 : 90, now()),
                                question.slow().contains(index) ? new Throttling(7, 900) : null)));
        return answer;
    }

    @Test
    void figuresAreTold() {
        run(question -> each(question, new BuildFigures(new Progress(40, now().minusSeconds(240)), null)), 1, 0);

        assertThat(waits().map(Waiting::progress).filter(known -> known != null && known.percent() != null))
                .isNotEmpty()
                .allSatisfy(known -> {
                    assertThat(known.percent()).isEqualTo(40);
                    assertThat(known.asOf()).isBefore(now());
                });
        assertThat(waits().filter(wait -> wait.phase() == Phase.ALLOCATING)
                        .findFirst()
                        .map(Waiting::progress))
                .as("before the first figure there is the estimate")
                .hasValueSatisfying(known -> assertThat(known.left()).isNotNull());
    }

    @Test
    void aRunThatMayNotAskSaysSoOnceAndEstimates() {
        run(
                question -> {
                    throw new ProgressRefusedException("no right");
                },
                3,
                THREE_HOURS);

        assertThat(asked).hasSize(1);
        assertThat(warnings()).containsExactly("no right");
        assertThat(waits().map(Waiting::progress))
                .anySatisfy(known -> assertThat(known).isNotNull());
    }

    @Test
    void anAnswerThatFailsIsAskedForAgainAndBreaksNothing() {
        run(
                question -> {
                    throw new IllegalStateException("throttled");
                },
                1,
                THREE_HOURS);

        assertThat(asked).hasSizeGreaterThan(20);
        assertThat(warnings()).isEmpty();
    }

    @Test
    void aThrottledIndexIsWarnedOfOnce() {
        run(this::slowAndFast, 2, THREE_HOURS);

        assertThat(warnings()).singleElement().asString().contains("table-0.by-agent is throttled while it is built");
    }

    @Test
    void halfOfTheFiguresAreAsGoodAsTheyAre() {
        run(
                question -> {
                    var answer = new HashMap<IndexId, BuildFigures>();
                    question.building().stream()
                            .filter(index -> index.tableName().equals("table-1"))
                            .forEach(index -> answer.put(index, new BuildFigures(new Progress(10, now()), null)));
                    return answer;
                },
                2,
                THREE_HOURS);

        var measured = new HashSet<String>();
        waits().filter(wait -> wait.progress() != null && wait.progress().percent() != null)
                .forEach(wait -> measured.add(wait.tableName()));
        assertThat(measured).containsExactly("table-1");
    }

    private static Map<IndexId, BuildFigures> each(Question question, BuildFigures figures) {
        var answer = new HashMap<IndexId, BuildFigures>();
        question.building().forEach(index -> answer.put(index, figures));
        return answer;
    }

    private Instant now() {
        return time.wallClock();
    }

    private Optional<Instant> firstWait() {
        return Optional.ofNullable(firstWaitAt);
    }

    private @Nullable Instant firstWaitAt;

    private Stream<Waiting> waits() {
        return events.stream().filter(Waiting.class::isInstance).map(Waiting.class::cast);
    }

    private List<String> warnings() {
        return events.stream()
                .filter(GsiEvent.Warned.class::isInstance)
                .map(event -> ((GsiEvent.Warned) event).message())
                .toList();
    }

    private void run(ProgressSource source, int tables, long bytes) {
        var account = SimulatedAccount.real(time, AccountRules.REAL, 1);
        IntStream.range(0, tables)
                .forEach(i -> account.with(TableSetup.onDemand("table-" + i).sized(bytes)));
        time.pass(Duration.ofMinutes(1));
        var random = new SplittableRandom(1);
        var report = GsiEngine.builder()
                .controlPlane(account)
                .listener(event -> {
                    if (event instanceof Waiting && firstWaitAt == null) {
                        firstWaitAt = now();
                    }
                    events.add(event);
                })
                .progressInterval(Duration.ofSeconds(20))
                .progress(question -> {
                    asked.add(new Asked(now(), question));
                    return source.ask(question);
                })
                .build()
                .ensure(
                        new Definitions(IntStream.range(0, tables)
                                .mapToObj(i -> table("table-" + i))
                                .toList()),
                        new SimulatedTimeline(time, Latency.REAL, random),
                        random);
        assertThat(report.isSuccessful()).as("%s", report).isTrue();
    }

    private static TableDefinition table(String name) {
        return new TableDefinition(
                name,
                Map.of("id", AttributeType.S, "agent", AttributeType.S),
                List.of(new IndexDefinition("by-agent", KeySchema.of("agent"), Projection.ALL, Capacity.UNSTATED)),
                null,
                Place.of("test"));
    }
}
