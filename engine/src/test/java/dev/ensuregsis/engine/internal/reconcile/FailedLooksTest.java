package dev.ensuregsis.engine.internal.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.internal.reconcile.FailedLooks.Consequence;
import dev.ensuregsis.engine.internal.retry.Circumstances;
import dev.ensuregsis.engine.internal.retry.Circumstances.Operation;
import dev.ensuregsis.engine.internal.retry.ErrorClassifier;
import dev.ensuregsis.engine.spi.ControlPlaneFault;
import dev.ensuregsis.engine.spi.ControlPlaneFault.Answered;
import dev.ensuregsis.engine.spi.ControlPlaneFault.NoAnswer;
import dev.ensuregsis.engine.spi.RetryPolicies;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FailedLooksTest {
    private static final Answered THROTTLED = new Answered("ThrottlingException", "Rate exceeded", 400);
    private static final Answered SERVER_ERROR = new Answered("InternalServerError", "any", 500);
    private static final NoAnswer RESET = new NoAnswer("Connection reset");
    private static final Answered UNKNOWN_LIMIT = new Answered("LimitExceededException", "unheard of", 400);

    private final FailedLooks looks = new FailedLooks();
    private boolean answeredBefore = true;

    @Test
    void throttlingIsNeverUsedUp() {
        assertBorne(THROTTLED, 1000);
    }

    @Test
    void nineteenThrottledAndAnErrorAreNotTwentyErrors() {
        assertBorne(THROTTLED, 19);
        assertBorne(SERVER_ERROR, 19);
        assertEnds(SERVER_ERROR, 20);
    }

    @Test
    void errorsOfTwoClassesDontAddUp() {
        assertBorne(SERVER_ERROR, 19);
        assertBorne(RESET, 19);
        assertBorne(UNKNOWN_LIMIT, 19);
        assertEnds(RESET, 20);
    }

    @Test
    void aLookThatSucceedsBeginsTheCountAnew() {
        assertBorne(SERVER_ERROR, 19);
        looks.clear();
        assertBorne(SERVER_ERROR, 19);
    }

    @Test
    void beforeTheFirstAnswerABrokenConnectionIsBorneForFewerTries() {
        answeredBefore = false;

        assertBorne(RESET, 4);
        assertEnds(RESET, 5);
    }

    private void assertBorne(ControlPlaneFault fault, int times) {
        for (int i = 1; i <= times; i++) {
            assertThat(add(fault)).as("number %s", i).isInstanceOf(Consequence.LookAgain.class);
        }
    }

    private void assertEnds(ControlPlaneFault fault, int tries) {
        assertThat(add(fault))
                .isInstanceOfSatisfying(
                        Consequence.RunEnds.class,
                        ends -> assertThat(ends.failure().meaning()).contains("tried " + tries + " times"));
    }

    private Consequence add(ControlPlaneFault fault) {
        var call = new Circumstances(Operation.DESCRIBE_TABLE, "bookings", false, answeredBefore);
        return looks.add(
                new Caller.Result.Refused<>(fault, ErrorClassifier.classify(fault, call)),
                answeredBefore,
                RetryPolicies.defaults(),
                new SplittableRandom(1));
    }
}
