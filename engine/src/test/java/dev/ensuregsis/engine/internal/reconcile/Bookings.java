package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.BillingMode;
import dev.ensuregsis.engine.definition.Capacity;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.definition.Place;
import dev.ensuregsis.engine.definition.Projection;
import dev.ensuregsis.engine.definition.TableCreation;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.definition.Throughput;
import dev.ensuregsis.engine.spi.LiveIndex;
import dev.ensuregsis.engine.spi.LiveIndex.IndexStatus;
import dev.ensuregsis.engine.spi.LiveReplica;
import dev.ensuregsis.engine.spi.LiveTable;
import dev.ensuregsis.engine.spi.LiveTable.TableStatus;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The table of these tests: bookings, with two indexes wanted, and what a look may show of it. */
final class Bookings {
    static final IndexDefinition BY_AGENT =
            new IndexDefinition("by-agent", KeySchema.of("agent"), Projection.ALL, Capacity.UNSTATED);
    static final IndexDefinition BY_DATE =
            new IndexDefinition("by-date", KeySchema.of("flight", "date"), Projection.KEYS_ONLY, Capacity.UNSTATED);
    static final Map<String, AttributeType> TYPES =
            Map.of("id", AttributeType.S, "agent", AttributeType.S, "flight", AttributeType.S, "date", AttributeType.N);

    private Bookings() {}

    /** Two indexes for a table that exists. */
    static TableDefinition indexes() {
        return definition(TYPES, List.of(BY_AGENT, BY_DATE), null);
    }

    /** The whole table. */
    static TableDefinition whole() {
        return definition(TYPES, List.of(BY_AGENT, BY_DATE), TableCreation.onDemand(KeySchema.of("id")));
    }

    static TableDefinition definition(
            Map<String, AttributeType> types, List<IndexDefinition> indexes, @Nullable TableCreation creation) {
        return new TableDefinition("bookings", types, indexes, creation, Place.of("test"));
    }

    static LiveTable live(TableStatus status, LiveIndex... indexes) {
        return live(status, TYPES, BillingMode.PAY_PER_REQUEST, null, List.of(), indexes);
    }

    static LiveTable live(
            TableStatus status,
            Map<String, AttributeType> types,
            BillingMode billing,
            @Nullable Throughput throughput,
            List<LiveReplica> replicas,
            LiveIndex... indexes) {
        return new LiveTable(
                "bookings",
                "arn:aws:dynamodb:eu-central-1:123456789012:table/bookings",
                status,
                KeySchema.of("id"),
                types,
                billing,
                throughput,
                List.of(indexes),
                replicas,
                10,
                1000);
    }

    static LiveIndex live(IndexDefinition index, IndexStatus status) {
        return live(index, status, false);
    }

    static LiveIndex live(IndexDefinition index, IndexStatus status, boolean backfilling) {
        return new LiveIndex(
                index.name(), status, backfilling, index.keySchema(), index.projectionToCreate(), null, 0, 0);
    }
}
