package dev.ensuregsis.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Several processes and one state in a table. A lease lasts six seconds here, and a minute for users. */
@ParameterizedClass
@EnumSource
class StateTableIT extends MachinesWithOneState {
    private static final int BUILT = 4;

    /** An index of moto is there at once: there is still to be a run that can be cut off. */
    private static final int AT_ONCE = 20;

    StateTableIT(Emulator emulator) {
        super(emulator, emulator == Emulator.MOTO ? AT_ONCE : BUILT);
    }

    @Test
    void ofTwoAtOnceEachIndexIsAskedForOnce() throws IOException, InterruptedException {
        var one = start("one", "-Dgsi.lockTimeout=5m");

        var ended = List.of(create("two", "-Dgsi.lockTimeout=5m"), one.end());

        assertThat(ended)
                .allSatisfy(run -> assertThat(run.exitCode()).as(run.output()).isZero());
        assertThat(ended.stream().flatMap(MachinesWithOneState::askedFor))
                .as(ended.get(0).output() + ended.get(1).output())
                .containsExactlyInAnyOrderElementsOf(indexes());
        assertAllActive();
    }

    @Test
    void whatIsKilledIsTakenOverAndFinished() throws IOException, InterruptedException {
        var killed = start("one");
        killed.awaitFirstActive();
        killed.signal("KILL");
        killed.end();

        var other = create("two");

        assertThat(other.exitCode()).as(other.output()).isZero();
        assertThat(other.lines())
                .contains("Skipping bookings.index-0 (already active)", "All GSIs created successfully!")
                .anyMatch(line -> line.contains("is taken over"))
                .anyMatch(line -> line.startsWith("State archived to table gsi-state"));
        assertAllActive();
    }

    @EnabledIfSystemProperty(
            named = "ci.build",
            matches = "true",
            disabledReason = "it stops processes: mvn -Pci verify has it")
    @Test
    void whatWakesAfterItsLeaseBeginsNothingMore() throws IOException, InterruptedException {
        var stopped = start("one");
        stopped.awaitFirstActive();
        stopped.signal("STOP");
        var askedForBefore = askedFor(stopped.output()).toList();
        var other = create("two");
        assertThat(other.exitCode()).as(other.output()).isZero();

        stopped.signal("CONT");
        var woken = stopped.end();

        assertThat(woken.exitCode()).as(woken.output()).isNotZero();
        assertThat(woken.output()).contains("was lost to another run");
        assertThat(askedFor(woken)).containsExactlyElementsOf(askedForBefore);
        assertAllActive();
    }

    @Test
    void aStoreThatGoesAwayHoldsUpWhatIsNewAndNothingElse() throws IOException, InterruptedException {
        try (var way = new SwitchedPort(uri())) {
            var run = start("one", "-Dgsi.stateEndpoint=" + way.uri());
            run.awaitFirstActive();
            way.cut();
            var asked = askedFor(run.output()).count();
            // What was announced by then may still be sent; the next one is announced and goes no farther.
            await().during(Duration.ofSeconds(5))
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> askedFor(run.output()).count() <= asked + 1);

            way.mend();

            var ended = run.end();
            assertThat(ended.exitCode()).as(ended.output()).isZero();
            assertThat(askedFor(ended)).containsExactlyInAnyOrderElementsOf(indexes());
            assertAllActive();
        }
    }
}
