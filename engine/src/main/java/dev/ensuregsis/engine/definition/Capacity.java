package dev.ensuregsis.engine.definition;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The throughput settings of a table or of an index; each is null where the definition leaves it out.
 *
 * @param provisioned {@code ProvisionedThroughput}, in capacity units; both halves present and at least 1
 * @param onDemandMaximum {@code OnDemandThroughput}, in request units per second; a half of -1 means unlimited
 * @param warm {@code WarmThroughput}, in units per second
 */
public record Capacity(
        @Nullable Throughput provisioned,
        @Nullable Throughput onDemandMaximum,
        @Nullable Throughput warm) {

    /** Nothing stated. */
    public static final Capacity UNSTATED = new Capacity(null, null, null);

    /**
     * Checks the provisioned throughput.
     *
     * @throws IllegalArgumentException if half of the provisioned throughput is missing or under 1
     */
    public Capacity {
        if (provisioned != null && !(isUnits(provisioned.read()) && isUnits(provisioned.write()))) {
            throw new IllegalArgumentException(
                    "ProvisionedThroughput needs ReadCapacityUnits and WriteCapacityUnits, each at least 1");
        }
    }

    /**
     * A provisioned capacity.
     *
     * @param read read capacity units, at least 1
     * @param write write capacity units, at least 1
     * @return the capacity
     */
    public static Capacity provisioned(long read, long write) {
        return new Capacity(new Throughput(read, write), null, null);
    }

    /** What in it can't be had under a billing mode. */
    Optional<String> contradictionOf(BillingMode billingMode) {
        return switch (billingMode) {
            case PAY_PER_REQUEST ->
                provisioned == null
                        ? Optional.empty()
                        : Optional.of("BillingMode PAY_PER_REQUEST takes no ProvisionedThroughput: remove one of them");
            case PROVISIONED ->
                onDemandMaximum == null
                        ? Optional.empty()
                        : Optional.of("BillingMode PROVISIONED takes no OnDemandThroughput: remove one of them");
        };
    }

    private static boolean isUnits(@Nullable Long units) {
        return units != null && units >= 1;
    }
}
