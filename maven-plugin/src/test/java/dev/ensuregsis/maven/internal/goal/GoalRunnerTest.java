package dev.ensuregsis.maven.internal.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensuregsis.engine.Plan;
import dev.ensuregsis.engine.RunReport;
import dev.ensuregsis.engine.definition.DefinitionException;
import dev.ensuregsis.engine.definition.DefinitionFault;
import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.Place;
import dev.ensuregsis.engine.spi.StateException;
import dev.ensuregsis.engine.spi.Target;
import dev.ensuregsis.maven.ReportSchema;
import dev.ensuregsis.maven.internal.build.Build;
import dev.ensuregsis.maven.internal.build.TypedCommand;
import dev.ensuregsis.maven.internal.build.Workplace;
import dev.ensuregsis.maven.internal.option.RefusedException;
import dev.ensuregsis.maven.internal.report.Chronicle;
import dev.ensuregsis.maven.internal.report.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoalRunnerTest {
    private static final Finding FOUND =
            new Finding.Planned(new Plan(Target.UNKNOWN, List.of(), null), new Definitions(List.of()));

    @TempDir
    Path folder = Path.of("");

    private final Recorder console = new Recorder();

    @Test
    void aSkippedGoalDoesNothing() throws Exception {
        var complaint = runner(Map.of("gsi.typo", "x"))
                .run(goal(new Outcome(FOUND, "red")), Map.of("gsi.skip", "true"), console);

        assertThat(complaint).isEmpty();
        assertThat(console.texts()).containsExactly("Skipped (gsi.skip).");
    }

    @Test
    void aComplaintEndsTheBuildAndIsReported() throws Exception {
        var complaint = runner(Map.of()).run(goal(new Outcome(FOUND, "too much")), report(), console);

        assertThat(complaint).contains(new Complaint("too much", null));
        assertReported("failure", "\"message\" : \"too much\"", "tables");
    }

    @Test
    void whatEndedARunIsTheCauseOfItsComplaint() throws Exception {
        var thrown = new IllegalStateException("nobody expects it");
        var ran = new Finding.Ran(aborted(thrown), new Definitions(List.of()), new Chronicle());

        var complaint = runner(Map.of()).run(goal(new Outcome(ran, "broken off")), Map.of(), console);

        assertThat(complaint).contains(new Complaint("broken off", thrown));
    }

    private static RunReport aborted(Throwable thrown) {
        var now = Instant.EPOCH;
        return new RunReport(
                "run-1",
                Target.UNKNOWN,
                now,
                now,
                RunReport.Ending.ABORTED,
                List.of(),
                List.of(),
                null,
                null,
                thrown,
                null);
    }

    @Test
    void successIsReported() throws Exception {
        assertThat(runner(Map.of()).run(goal(Outcome.green(FOUND)), report(), console))
                .isEmpty();
        assertReported("success");
    }

    @Test
    void nothingToLookAtIsReportedAsThat() throws Exception {
        assertThat(runner(Map.of()).run(goal(Outcome.NOTHING), report(), console))
                .isEmpty();
        assertReported("nothing");
    }

    @Test
    void whateverIsThrownIsReported() throws IOException {
        for (var thrown : List.of(
                new IOException("no DynamoDB Local"),
                new IllegalStateException("a fault"),
                new StackOverflowError("deep"))) {
            assertThatThrownBy(() -> runner(Map.of()).run(throwing(thrown), report(), console))
                    .isSameAs(thrown);
            assertReported("broken", String.valueOf(thrown.getMessage()));
        }
    }

    @Test
    void anInterruptionIsReported() throws IOException {
        assertThatThrownBy(() -> runner(Map.of()).run(throwing(new InterruptedException()), report(), console))
                .isInstanceOf(InterruptedException.class);
        assertReported("broken", "\"message\" : \"Interrupted.\"");
    }

    /** Its thread waited for a state, whoever has that. */
    @Test
    void soIsOneThatTheStateMet() throws IOException {
        var met = new StateException.Interrupted("a table");

        assertThatThrownBy(() -> runner(Map.of()).run(throwing(met), report(), console))
                .isInstanceOf(InterruptedException.class)
                .hasCause(met);
        assertReported("broken", "\"message\" : \"Interrupted.\"");
    }

    @Test
    void aGoalWhoseThreadIsInterruptedIsReportedAllTheSame() throws Exception {
        var goal = new Fake(invocation -> {
            Thread.currentThread().interrupt();
            return new Outcome(FOUND, "Interrupted.");
        });

        var complaint = runner(Map.of()).run(goal, report(), console);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(complaint).map(Complaint::text).contains("Interrupted.");
        assertReported("failure", "\"message\" : \"Interrupted.\"");
    }

    @Test
    void allThatIsWrongIsToldInOneGo() throws IOException {
        Files.writeString(folder.resolve("a-file"), "");

        assertThatThrownBy(() -> runner(Map.of("gsi.acount", "1", "gsi.profile", ""))
                        .run(goal(Outcome.green(FOUND)), Map.of("gsi.reportFile", "a-file/report.json"), console))
                .isInstanceOf(RefusedException.class)
                .hasMessageContainingAll(
                        "gsi.acount is not a property",
                        "gsi.profile is empty",
                        "gsi.reportFile is \"a-file/report.json\", but has to be a file in a folder");
    }

    @Test
    void aPropertyThatThereIsNotIsAFaultThatTheGoalMeets() throws IOException {
        assertThatThrownBy(() -> runner(Map.of("gsi.acount", "1")).run(goal(Outcome.green(FOUND)), report(), console))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("gsi.acount is not a property of this plugin: did you mean gsi.account?");
        assertReported("refused", "gsi.acount");
    }

    @Test
    void whateverRefusesIsToldAndReportedTheSameWay() throws IOException {
        var fault = new DefinitionException(List.of(new DefinitionFault(Place.of("gsis.json"), "isn't JSON")));

        assertThatThrownBy(() -> runner(Map.of()).run(failing(fault), report(), console))
                .isInstanceOf(RefusedException.class)
                .hasMessage(fault.getMessage())
                .hasCause(fault);
        assertReported("refused", "isn't JSON");
    }

    @Test
    void retriesAreFoundAmongThePropertiesOfTheBuild() throws Exception {
        var seen = new StringBuilder();
        Goal goal = reading(invocation -> seen.append(invocation.options().textOrNone("gsi.retry.look.cap")));

        runner(Map.of("gsi.retry.look.cap", "3s")).run(goal, Map.of(), console);

        assertThat(seen).hasToString("3s");
    }

    private void assertReported(String outcome, String... texts) throws IOException {
        var file = folder.resolve("out/report.json");
        ReportSchema.assertReport(file, "plan", outcome);
        for (var text : texts) {
            assertThat(file).content().contains(text);
        }
    }

    private Runner runner(Map<String, String> typed) {
        var build = new Build(
                new Workplace(folder, List.of(folder), "airline", false),
                new TypedCommand("plan", List.of("gsi:plan"), List.of(), typed),
                Map.of(),
                false,
                false);
        return (goal, given, console) -> new GoalRunner().run(goal, build, Services.NONE, given, console);
    }

    private static Map<String, String> report() {
        return Map.of("gsi.reportFile", "out/report.json");
    }

    private static Goal goal(Outcome outcome) {
        return new Fake(invocation -> {
            invocation.options().refuseFaults();
            return outcome;
        });
    }

    private static Goal throwing(Throwable thrown) {
        return new Fake(invocation -> {
            if (thrown instanceof IOException broken) {
                throw broken;
            }
            if (thrown instanceof InterruptedException interrupted) {
                throw interrupted;
            }
            if (thrown instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) thrown;
        });
    }

    private static Goal failing(RuntimeException failure) {
        return new Fake(invocation -> {
            throw failure;
        });
    }

    private static Goal reading(Consumer<Invocation> reader) {
        return new Fake(invocation -> {
            reader.accept(invocation);
            return Outcome.NOTHING;
        });
    }

    private interface Runner {
        Optional<Complaint> run(Goal goal, Map<String, String> given, Recorder console)
                throws RefusedException, IOException, InterruptedException;
    }

    private interface Work {
        Outcome of(Invocation invocation) throws RefusedException, IOException, InterruptedException;
    }

    private record Fake(Work work) implements Goal {
        @Override
        public String name() {
            return "plan";
        }

        @Override
        public Outcome run(Invocation invocation) throws RefusedException, IOException, InterruptedException {
            return work.of(invocation);
        }
    }
}
