package dev.ensuregsis.engine.simulation;

import dev.ensuregsis.engine.spi.ControlPlaneFault;
import dev.ensuregsis.engine.spi.ControlPlaneFault.Answered;
import dev.ensuregsis.engine.spi.ControlPlaneFault.NoAnswer;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What can go wrong with a call on its way; for each, whether it was done is drawn where the fault leaves that open. */
public enum FaultKind {
    THROTTLING {
        @Override
        Fault draw(RandomGenerator random) {
            return Fault.before(answered("ThrottlingException", "Rate exceeded", BAD_REQUEST));
        }
    },
    SERVER_ERROR {
        @Override
        Fault draw(RandomGenerator random) {
            return ambiguous(random, answered("InternalServerError", "Internal server error", INTERNAL_ERROR));
        }
    },
    SERVER_ERROR_WITHOUT_CODE {
        @Override
        Fault draw(RandomGenerator random) {
            return ambiguous(random, answered(null, "Service Unavailable", UNAVAILABLE));
        }
    },
    LOST_ANSWER {
        @Override
        Fault draw(RandomGenerator random) {
            return Fault.after(new NoAnswer("Connection reset"));
        }
    },
    RESET {
        @Override
        Fault draw(RandomGenerator random) {
            return Fault.before(new NoAnswer("Connection reset"));
        }
    },
    TIME_OUT {
        @Override
        Fault draw(RandomGenerator random) {
            return ambiguous(random, new NoAnswer("Read timed out")).delayed(CLIENT_TIME_OUT);
        }
    },
    SLOW_ANSWER {
        @Override
        Fault draw(RandomGenerator random) {
            return Fault.NONE.delayed(Draw.between(random, Duration.ofSeconds(1), CLIENT_TIME_OUT));
        }
    },
    UNKNOWN_LIMIT {
        @Override
        Fault draw(RandomGenerator random) {
            return Fault.before(answered("LimitExceededException", "A limit that nobody has heard of", BAD_REQUEST));
        }
    },
    VANISHING {
        @Override
        Fault draw(RandomGenerator random) {
            return new Fault(false, null, Duration.ZERO);
        }
    };

    private static final int BAD_REQUEST = 400;
    private static final int INTERNAL_ERROR = 500;
    private static final int UNAVAILABLE = 503;
    private static final Duration CLIENT_TIME_OUT = Duration.ofSeconds(30);

    abstract Fault draw(RandomGenerator random);

    /** Whether it can happen to a look: a limit can't be exceeded by looking, nor can a look be accepted for later. */
    boolean befallsLooks() {
        return this != UNKNOWN_LIMIT && this != VANISHING;
    }

    private static Fault ambiguous(RandomGenerator random, ControlPlaneFault heard) {
        return random.nextBoolean() ? Fault.after(heard) : Fault.before(heard);
    }

    private static Answered answered(@Nullable String code, String message, int httpStatus) {
        return new Answered(code, message, httpStatus);
    }
}
