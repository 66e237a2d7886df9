package dev.ensuregsis.engine.simulation;

import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.BillingMode;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.definition.Throughput;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table that is there, ACTIVE and without indexes, before a history begins. */
public record TableSetup(
        String name,
        KeySchema keySchema,
        Map<String, AttributeType> attributeTypes,
        BillingMode billingMode,
        @Nullable Throughput throughput,
        long sizeBytes,
        List<String> replicaRegions) {

    /** An empty on-demand table with the partition key {@code id}. */
    public static TableSetup onDemand(String name) {
        return new TableSetup(
                name,
                KeySchema.of("id"),
                Map.of("id", AttributeType.S),
                BillingMode.PAY_PER_REQUEST,
                null,
                0,
                List.of());
    }

    public TableSetup sized(long bytes) {
        return new TableSetup(name, keySchema, attributeTypes, billingMode, throughput, bytes, replicaRegions);
    }

    public TableSetup provisioned(long units) {
        return new TableSetup(
                name,
                keySchema,
                attributeTypes,
                BillingMode.PROVISIONED,
                new Throughput(units, units),
                sizeBytes,
                replicaRegions);
    }

    public TableSetup replicatedTo(String... regions) {
        return new TableSetup(name, keySchema, attributeTypes, billingMode, throughput, sizeBytes, List.of(regions));
    }
}
