package dev.ensuregsis.engine.simulation;

import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.BillingMode;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.definition.Throughput;
import dev.ensuregsis.engine.spi.LiveIndex;
import dev.ensuregsis.engine.spi.LiveIndex.IndexStatus;
import dev.ensuregsis.engine.spi.LiveReplica;
import dev.ensuregsis.engine.spi.LiveTable;
import dev.ensuregsis.engine.spi.LiveTable.TableStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The life of one table, as a function of time like that of its indexes. */
final class SimulatedTable {
    private static final long BYTES_PER_ITEM = 400;

    /** How far an index in a replica is behind the one here. */
    private static final Duration REPLICA_LAG = Duration.ofSeconds(45);

    private final TableSetup setup;
    private final Map<String, AttributeType> ownAttributeTypes;
    private final String arn;
    private final Instant askedAt;
    private final Instant activeAt;
    private final List<SimulatedIndex> indexes = new ArrayList<>();
    private final List<Span> changes = new ArrayList<>();
    private Span deletion = new Span(Instant.MAX, Instant.MAX);
    private @Nullable TableStatus stuckIn;
    private Instant restsFrom;

    SimulatedTable(TableSetup setup, String arn, Instant askedAt, Instant activeAt) {
        this.setup = setup;
        this.ownAttributeTypes = new HashMap<>(setup.attributeTypes());
        this.arn = arn;
        this.askedAt = askedAt;
        this.activeAt = activeAt;
        this.restsFrom = activeAt;
    }

    String name() {
        return setup.name();
    }

    BillingMode billingMode() {
        return setup.billingMode();
    }

    long sizeBytes() {
        return setup.sizeBytes();
    }

    void add(SimulatedIndex index, Map<String, AttributeType> attributeTypes) {
        indexes.add(index);
        ownAttributeTypes.putAll(attributeTypes);
        settle(index.restsFrom());
    }

    void delete(Span deletion) {
        this.deletion = deletion;
        settle(deletion.until());
    }

    void deleteIndex(SimulatedIndex index, Span deletion) {
        index.delete(deletion);
        settle(deletion.until());
    }

    void change(Span change) {
        changes.add(change);
        settle(change.until());
    }

    void changeIndex(SimulatedIndex index, Span change) {
        index.change(change);
        settle(change.until());
    }

    void rescale(SimulatedIndex index, Throughput throughput, Span change) {
        index.rescale(throughput, change);
        settle(change.until());
    }

    void sticksIn(TableStatus status) {
        stuckIn = status;
    }

    boolean existsAt(Instant now) {
        return !now.isBefore(askedAt) && now.isBefore(deletion.until());
    }

    /** Whether it counts as one of the account's tables in flight. */
    boolean isInFlightAt(Instant now) {
        return now.isBefore(restsFrom) && existsAt(now);
    }

    TableStatus statusAt(Instant now) {
        if (!now.isBefore(deletion.from())) {
            return TableStatus.DELETING;
        }
        if (stuckIn != null) {
            return stuckIn;
        }
        if (now.isBefore(activeAt)) {
            return TableStatus.CREATING;
        }
        return isUpdatingAt(now) ? TableStatus.UPDATING : TableStatus.ACTIVE;
    }

    private boolean isUpdatingAt(Instant now) {
        for (var index : indexes) {
            if (index.existsAt(now) && index.keepsTableUpdatingAt(now)) {
                return true;
            }
        }
        return Span.anyContains(changes, now);
    }

    Stream<SimulatedIndex> indexesAt(Instant now) {
        return indexes.stream().filter(index -> index.existsAt(now));
    }

    @Nullable
    SimulatedIndex indexAt(String name, Instant now) {
        return indexesAt(now)
                .filter(index -> index.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** The attributes that the table's key and its indexes of that moment use. */
    Map<String, AttributeType> attributeTypesAt(Instant now) {
        var used = new HashMap<String, AttributeType>();
        use(setup.keySchema(), used);
        for (var index : indexes) {
            if (index.existsAt(now)) {
                use(index.keySchema(), used);
            }
        }
        return used;
    }

    private void use(KeySchema key, Map<String, AttributeType> used) {
        for (var attributes : List.of(key.partitionKey(), key.sortKey())) {
            for (var attribute : attributes) {
                used.computeIfAbsent(attribute, ownAttributeTypes::get);
            }
        }
    }

    /** Loops, not streams: a deployment of ten thousands of indexes looks millions of times. */
    LiveTable viewAt(Instant now) {
        var seen = new ArrayList<LiveIndex>(indexes.size());
        for (var index : indexes) {
            if (index.existsAt(now)) {
                seen.add(index.viewAt(now));
            }
        }
        return new LiveTable(
                name(),
                arn,
                statusAt(now),
                setup.keySchema(),
                attributeTypesAt(now),
                setup.billingMode(),
                setup.throughput(),
                seen,
                setup.replicaRegions().stream()
                        .map(region -> replicaAt(region, now))
                        .toList(),
                setup.sizeBytes() / BYTES_PER_ITEM,
                setup.sizeBytes());
    }

    /** Reference 1.11: an index is created in every replica, and done when each has it ACTIVE. */
    private LiveReplica replicaAt(String region, Instant now) {
        var then = now.minus(REPLICA_LAG);
        Map<String, IndexStatus> statuses = indexesAt(now)
                .filter(index -> index.existsAt(then))
                .collect(Collectors.toMap(SimulatedIndex::name, index -> index.statusAt(then)));
        return new LiveReplica(region, "ACTIVE", statuses);
    }

    private void settle(Instant until) {
        restsFrom = until.isAfter(restsFrom) ? until : restsFrom;
    }
}
