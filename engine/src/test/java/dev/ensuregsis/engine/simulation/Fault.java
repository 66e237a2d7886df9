package dev.ensuregsis.engine.simulation;

import dev.ensuregsis.engine.spi.ControlPlaneFault;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the network makes of one call.
 *
 * @param reaches whether the call reaches DynamoDB and is done there
 * @param heard what the caller hears instead of DynamoDB's own answer; null: that answer, or a success if it was not done
 * @param delay how much later the answer comes
 */
public record Fault(boolean reaches, @Nullable ControlPlaneFault heard, Duration delay) {

    /** Nothing wrong. */
    public static final Fault NONE = new Fault(true, null, Duration.ZERO);

    static Fault before(ControlPlaneFault heard) {
        return new Fault(false, heard, Duration.ZERO);
    }

    static Fault after(ControlPlaneFault heard) {
        return new Fault(true, heard, Duration.ZERO);
    }

    Fault delayed(Duration delay) {
        return new Fault(reaches, heard, delay);
    }
}
