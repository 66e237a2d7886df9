package dev.ensuregsis.maven.internal.live;

import dev.ensuregsis.engine.definition.BillingMode;
import dev.ensuregsis.engine.definition.Capacity;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.definition.LocalIndexDefinition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** A table's indexes, from what DescribeTable tells; what isn't told is left out and named. */
final class LiveIndexes {
    private final TableDescription live;
    private final List<String> leftOut;

    LiveIndexes(TableDescription live, List<String> leftOut) {
        this.live = live;
        this.leftOut = leftOut;
    }

    /** By name: DynamoDB lists them in no order. */
    List<IndexDefinition> global(BillingMode billingMode) {
        var indexes = new ArrayList<IndexDefinition>();
        for (var index : live.globalSecondaryIndexes()) {
            if (index.indexStatus() == IndexStatus.DELETING) {
                leftOut.add(named("index", index.indexName()) + ", which is being deleted");
            } else {
                global(index, billingMode).ifPresent(indexes::add);
            }
        }
        indexes.sort(Comparator.comparing(IndexDefinition::name));
        return indexes;
    }

    private Optional<IndexDefinition> global(GlobalSecondaryIndexDescription index, BillingMode billingMode) {
        var name = named("index", index.indexName());
        var key = Told.key(index.keySchema());
        if (index.indexName() == null || key.isEmpty()) {
            leftOut.add(name + ", of which not all is told");
            return Optional.empty();
        }
        try {
            var projection = Told.projection(index.projection());
            var definition = new IndexDefinition(
                    index.indexName(), key.get(), projection.orElse(null), capacity(index, billingMode));
            if (projection.isEmpty()) {
                leftOut.add("the projection of " + name + ", of which not all is told");
            }
            return Optional.of(definition);
        } catch (IllegalArgumentException unheardOf) {
            leftOut.add(name + ": " + unheardOf.getMessage());
            return Optional.empty();
        }
    }

    private Capacity capacity(GlobalSecondaryIndexDescription index, BillingMode billingMode) {
        return switch (billingMode) {
            case PAY_PER_REQUEST -> new Capacity(null, Told.onDemandMaximum(index.onDemandThroughput()), null);
            case PROVISIONED -> {
                var throughput = Told.provisioned(index.provisionedThroughput());
                if (throughput.isEmpty()) {
                    leftOut.add("the capacity of " + named("index", index.indexName()) + ", of which not all is told");
                }
                yield new Capacity(throughput.orElse(null), null, null);
            }
        };
    }

    List<LocalIndexDefinition> local(KeySchema tableKey) {
        return live.localSecondaryIndexes().stream()
                .flatMap(index -> local(index, tableKey).stream())
                .toList();
    }

    private Optional<LocalIndexDefinition> local(LocalSecondaryIndexDescription index, KeySchema tableKey) {
        var name = named("local index", index.indexName());
        var key = Told.key(index.keySchema()).filter(keys -> isLocalTo(tableKey, keys));
        var projection = Told.projection(index.projection());
        if (index.indexName() == null || key.isEmpty() || projection.isEmpty()) {
            leftOut.add(name + ", of which not all is told");
            return Optional.empty();
        }
        try {
            return Optional.of(new LocalIndexDefinition(index.indexName(), key.get(), projection.get()));
        } catch (IllegalArgumentException unheardOf) {
            leftOut.add(name + ": " + unheardOf.getMessage());
            return Optional.empty();
        }
    }

    private static boolean isLocalTo(KeySchema tableKey, KeySchema key) {
        return key.partitionKey().equals(tableKey.partitionKey())
                && !key.sortKey().isEmpty()
                && !tableKey.sortKey().isEmpty();
    }

    private static String named(String kind, @Nullable String name) {
        return kind + " " + (name == null ? "without a name" : name);
    }
}
