package dev.ensuregsis.engine.internal.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.internal.retry.Circumstances;
import dev.ensuregsis.engine.internal.retry.Circumstances.Operation;
import dev.ensuregsis.engine.internal.retry.ErrorClassifier;
import dev.ensuregsis.engine.internal.retry.Failures;
import dev.ensuregsis.engine.spi.ControlPlaneFault;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What may still come of a deletion that was refused, and that its words say the same. */
class LateEffectTest {
    private static final Circumstances DELETION =
            new Circumstances(Operation.DELETE_INDEX, "bookings.by-agent", false, true);

    static Stream<ControlPlaneFault> whatMayLand() {
        return Stream.of(
                new ControlPlaneFault.NoAnswer("Read timed out"),
                new ControlPlaneFault.Answered("InternalServerError", "any", 500),
                new ControlPlaneFault.Answered(null, "Bad Gateway", 502));
    }

    static Stream<ControlPlaneFault> whatNeverLeft() {
        return Stream.of(
                new ControlPlaneFault.NotConnected("Connection refused"),
                new ControlPlaneFault.TimedOut("connect timed out"),
                new ControlPlaneFault.ProxyRefused(502, "Unable to tunnel through proxy"),
                new ControlPlaneFault.NotSent("another's state"));
    }

    static Stream<ControlPlaneFault> whatDynamoDbDidNotDo() {
        return Stream.of(
                new ControlPlaneFault.Answered("ThrottlingException", "Rate exceeded", 400),
                new ControlPlaneFault.Answered("ResourceInUseException", "Table is being updated", 400));
    }

    @ParameterizedTest
    @MethodSource("whatMayLand")
    void mayCome(ControlPlaneFault fault) {
        assertThat(mayStillTakeEffect(fault)).isTrue();
        assertThat(Failures.passing(fault).meaning()).contains("may or may not have taken effect");
    }

    @ParameterizedTest
    @MethodSource("whatNeverLeft")
    void doesNotComeOfWhatWasNotSent(ControlPlaneFault fault) {
        assertThat(mayStillTakeEffect(fault)).isFalse();
        assertThat(Failures.passing(fault).meaning()).contains("nothing was sent");
        assertThat(Failures.passing(fault).code()).isEqualTo(fault.getClass().getSimpleName());
    }

    @ParameterizedTest
    @MethodSource("whatDynamoDbDidNotDo")
    void doesNotComeOfWhatWasNotCarriedOut(ControlPlaneFault fault) {
        assertThat(mayStillTakeEffect(fault)).isFalse();
        assertThat(Failures.passing(fault).meaning()).isEqualTo("DynamoDB did not carry out the call.");
    }

    private static boolean mayStillTakeEffect(ControlPlaneFault fault) {
        return new Caller.Result.Refused<>(fault, ErrorClassifier.classify(fault, DELETION)).mayStillTakeEffect();
    }
}
