package dev.ensuregsis.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ensuregsis.engine.spi.ControlPlaneException;
import dev.ensuregsis.engine.spi.ControlPlaneFault.Answered;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Asserts a refusal by its code and a part of its message. */
final class RefusalAssert {
    private RefusalAssert() {}

    static void assertRefused(ThrowingCallable call, String code, String message) {
        assertThatExceptionOfType(ControlPlaneException.class)
                .isThrownBy(call)
                .satisfies(refused -> assertThat(refused.fault()).isInstanceOfSatisfying(Answered.class, answered -> {
                    assertThat(answered.code()).isEqualTo(code);
                    assertThat(answered.message()).contains(message);
                }));
    }
}
