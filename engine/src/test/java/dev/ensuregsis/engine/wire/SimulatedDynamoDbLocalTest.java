package dev.ensuregsis.engine.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.simulation.SimulatedAccount;
import dev.ensuregsis.engine.simulation.VirtualTime;
import dev.ensuregsis.engine.spi.ControlPlane;
import dev.ensuregsis.engine.spi.IndexRemoval;
import java.time.Duration;
import java.util.function.BooleanSupplier;

class SimulatedDynamoDbLocalTest extends DynamoDbLocalContract {
    private static final int SECONDS = 5;

    private final VirtualTime time = new VirtualTime();
    private final SimulatedAccount account = SimulatedAccount.dynamoDbLocal(time);

    @Override
    ControlPlane controlPlane() {
        return account;
    }

    @Override
    IndexRemoval removal() {
        return account;
    }

    @Override
    void await(BooleanSupplier condition) {
        int passed = 0;
        while (!condition.getAsBoolean()) {
            assertThat(passed++).as("seconds waited").isLessThan(SECONDS);
            time.pass(Duration.ofSeconds(1));
        }
    }
}
