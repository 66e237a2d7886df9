package dev.ensuregsis.engine.internal.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private final Admission admission = new Admission();

    @Test
    void letsTheTableWithMostWorkLeftGoFirst() {
        admission.request("short", 1, false);
        admission.request("long", 9, false);

        assertThat(admission.next()).contains("long");
        assertThat(admission.next()).contains("short");
        assertThat(admission.next()).isEmpty();
    }

    @Test
    void sendsFewCallsAtATimeSoThatALimitIsNoticedBeforeManyAreRefused() {
        requestTables(20);

        assertThat(takeAll()).isEqualTo(Admission.UNANSWERED);
    }

    @Test
    void letsAsManyChangesThatNobodyLimitsPassAsCanBeSentAtOnceUntilOneIsRefused() {
        requestTables(20);
        IntStream.range(0, 20).forEach(i -> admission.request("new-" + i, 1, true));

        assertThat(takeAll()).isEqualTo(Admission.UNLIMITED_UNANSWERED);
        admission.answered("new-0");
        assertThat(admission.next()).hasValueSatisfying(next -> assertThat(next).startsWith("new-"));

        admission.refused("new-1", OptionalInt.empty());
        admission.request("new-1", 1, true);
        assertThat(admission.next()).as("while more than four are unanswered").isEmpty();
    }

    @Test
    void comesDownToTheNumberThatTheAccountStates() {
        requestTables(20);
        for (var i = 0; i < 5; i++) {
            admission.answered(admission.next().orElseThrow());
        }
        var sixth = admission.next().orElseThrow();

        assertThat(admission.refused(sixth, OptionalInt.of(5))).isTrue();
        assertThat(admission.next()).isEmpty();
    }

    @Test
    void letsARefusedTableWaitForAnotherToFinish() {
        requestTables(2);
        var first = admission.next().orElseThrow();
        admission.answered(first);
        var second = admission.next().orElseThrow();
        admission.refused(second, OptionalInt.empty());
        admission.request(second, 1, false);

        assertThat(admission.next()).isEmpty();
        admission.leave(first);
        assertThat(admission.next()).contains(second);
    }

    @Test
    void saysWhereNoTableOfThisRunWillMakeRoom() {
        requestTables(1);
        var only = admission.next().orElseThrow();

        assertThat(admission.refused(only, OptionalInt.empty())).isFalse();
    }

    @Test
    void triesMoreAgainAfterTheAccountTookWhatItWasGiven() {
        requestTables(10);
        var accepted = admission.next().orElseThrow();
        admission.answered(accepted);
        admission.refused(admission.next().orElseThrow(), OptionalInt.empty());
        assertThat(admission.next()).as("one in flight, limit one").isEmpty();
        admission.leave(accepted);

        admission.answered(admission.next().orElseThrow());

        assertThat(admission.next()).as("limit two").isPresent();
    }

    @Test
    void letsNobodyPassWhileHeldBack() {
        requestTables(2);
        admission.holdBack(true);
        assertThat(admission.next()).isEmpty();

        admission.holdBack(false);
        assertThat(admission.next()).isPresent();
    }

    private void requestTables(int count) {
        IntStream.range(0, count).forEach(i -> admission.request("table-" + i, 1, false));
    }

    private int takeAll() {
        var taken = 0;
        while (admission.next().isPresent()) {
            taken++;
        }
        return taken;
    }
}
