package dev.ensuregsis.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.BillingMode;
import dev.ensuregsis.engine.definition.Capacity;
import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.definition.Place;
import dev.ensuregsis.engine.definition.Projection;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.definition.Throughput;
import dev.ensuregsis.engine.simulation.AccountRules;
import dev.ensuregsis.engine.simulation.Latency;
import dev.ensuregsis.engine.simulation.SimulatedAccount;
import dev.ensuregsis.engine.simulation.SimulatedTimeline;
import dev.ensuregsis.engine.simulation.TableSetup;
import dev.ensuregsis.engine.simulation.VirtualTime;
import dev.ensuregsis.engine.spi.ControlPlaneException;
import dev.ensuregsis.engine.spi.ControlPlaneFault.Answered;
import dev.ensuregsis.engine.spi.CreateIndexCall;
import dev.ensuregsis.engine.spi.ForwardingControlPlane;
import dev.ensuregsis.engine.spi.LiveTable;
import dev.ensuregsis.engine.state.GsiStateManager;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A table that goes from provisioned to on demand between the look and the call. */
class BillingChangesTest {
    /** Source: aws-cli issue 4303 (2019). */
    private static final String REFUSAL = "One or more parameter values were invalid: Neither ReadCapacityUnits nor"
            + " WriteCapacityUnits can be specified for index: by-agent when BillingMode is PAY_PER_REQUEST";

    private static final Definitions ONE_INDEX = new Definitions(List.of(new TableDefinition(
            "bookings",
            Map.of("agent", AttributeType.S),
            List.of(new IndexDefinition("by-agent", KeySchema.of("agent"), Projection.ALL, Capacity.UNSTATED)),
            null,
            Place.of("test"))));

    private final VirtualTime time = new VirtualTime();
    private final SimulatedAccount account =
            SimulatedAccount.real(time, AccountRules.REAL, 1).with(TableSetup.onDemand("bookings"));

    @Test
    void isLookedAtAgainAndAskedAsItIsNow() {
        var report = run(new Flipping(1));

        assertThat(report.isSuccessful()).isTrue();
        assertThat(report.indexes().get(0).attempts()).isEqualTo(2);
    }

    @Test
    void failsWithDynamoDbsWordsIfItGoesOn() {
        var report = run(new Flipping(Integer.MAX_VALUE));

        assertThat(report.isSuccessful()).isFalse();
        assertThat(Objects.requireNonNull(report.indexes().get(0).failure()).message())
                .isEqualTo(REFUSAL);
    }

    private RunReport run(Flipping controlPlane) {
        var random = new SplittableRandom(1);
        return GsiEngine.builder()
                .controlPlane(controlPlane)
                .state(GsiStateManager.inMemory("test"))
                .build()
                .ensure(ONE_INDEX, new SimulatedTimeline(time, Latency.REAL, random), random);
    }

    /** Looks show it as it was, so long as calls with its old capacity are to be refused. */
    private final class Flipping extends ForwardingControlPlane {
        private int left;

        Flipping(int times) {
            super(account);
            this.left = times;
        }

        @Override
        public Optional<LiveTable> describeTable(String tableName) {
            var table = account.describeTable(tableName);
            return left > 0 ? table.map(Flipping::provisioned) : table;
        }

        @Override
        public void createIndex(CreateIndexCall call) {
            if (call.index().capacity().provisioned() != null) {
                left--;
                throw new ControlPlaneException(new Answered("ValidationException", REFUSAL, 400));
            }
            account.createIndex(call);
        }

        private static LiveTable provisioned(LiveTable table) {
            return new LiveTable(
                    table.name(),
                    table.arn(),
                    table.status(),
                    table.keySchema(),
                    table.attributeTypes(),
                    BillingMode.PROVISIONED,
                    new Throughput(5L, 5L),
                    table.indexes(),
                    table.replicas(),
                    table.itemCount(),
                    table.sizeBytes());
        }
    }
}
