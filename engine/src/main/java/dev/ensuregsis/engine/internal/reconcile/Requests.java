package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.BillingMode;
import dev.ensuregsis.engine.definition.Capacity;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.definition.LocalIndexDefinition;
import dev.ensuregsis.engine.definition.TableCreation;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.definition.Throughput;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.spi.CreateIndexCall;
import dev.ensuregsis.engine.spi.CreateTableCall;
import dev.ensuregsis.engine.spi.LiveTable;
import dev.ensuregsis.engine.spi.RaisedCapacity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Fills in a call what a definition leaves out: the types that the live table knows, the capacity that it has. */
final class Requests {
    private Requests() {}

    /** The first key attribute of a table to be created whose type the definition leaves out. */
    static Optional<String> missingType(TableDefinition table, TableCreation creation, List<IndexDefinition> indexes) {
        return keyAttributes(creation, indexes)
                .filter(attribute -> !table.attributeTypes().containsKey(attribute))
                .findFirst();
    }

    static CreateTableCall createTable(TableDefinition table, TableCreation creation, List<IndexDefinition> indexes) {
        var types = new LinkedHashMap<String, AttributeType>();
        keyAttributes(creation, indexes).forEach(attribute -> {
            var type = table.attributeTypes().get(attribute);
            if (type != null) {
                types.put(attribute, type);
            }
        });
        var complete = indexes.stream()
                .map(index -> withCapacity(
                        index, creation.billingMode(), creation.capacity().provisioned()))
                .toList();
        return new CreateTableCall(table.name(), types, creation, complete);
    }

    /** Why an index can't be asked for on this table; empty if it can. */
    static Optional<Failure> objection(TableDefinition table, IndexDefinition index, LiveTable live) {
        for (var attribute : index.keySchema().attributes()) {
            var defined = table.attributeTypes().get(attribute);
            var known = live.attributeTypes().get(attribute);
            if (defined == null && known == null) {
                return Optional.of(Objections.attributeTypeMissing(attribute));
            }
            if (defined != null && known != null && defined != known) {
                return Optional.of(Objections.attributeTypeDiffers(attribute, defined, known));
            }
        }
        return Optional.empty();
    }

    static CreateIndexCall createIndex(TableDefinition table, IndexDefinition index, LiveTable live) {
        var types = new LinkedHashMap<String, AttributeType>();
        for (var attribute : index.keySchema().attributes()) {
            var type = Optional.ofNullable(table.attributeTypes().get(attribute))
                    .or(() -> Optional.ofNullable(live.attributeTypes().get(attribute)));
            type.ifPresent(known -> types.put(attribute, known));
        }
        return new CreateIndexCall(live.name(), withCapacity(index, live.billingMode(), live.throughput()), types);
    }

    /** The same index with the capacity that it is built with. */
    static CreateIndexCall with(CreateIndexCall call, RaisedCapacity raised) {
        var index = call.index();
        var capacity = index.capacity();
        return new CreateIndexCall(
                call.tableName(),
                new IndexDefinition(
                        index.name(),
                        index.keySchema(),
                        index.projection(),
                        new Capacity(
                                new Throughput(raised.restore().read(), raised.write()),
                                capacity.onDemandMaximum(),
                                capacity.warm())),
                call.attributeTypes());
    }

    /** On demand an index takes no provisioned throughput; provisioned it must have one: its own, or its table's. */
    private static IndexDefinition withCapacity(
            IndexDefinition index, BillingMode billingMode, @Nullable Throughput ofTable) {
        var stated = index.capacity();
        var provisioned = billingMode == BillingMode.PAY_PER_REQUEST
                ? null
                : Optional.ofNullable(stated.provisioned()).orElse(ofTable);
        var onDemandMaximum = billingMode == BillingMode.PAY_PER_REQUEST ? stated.onDemandMaximum() : null;
        return new IndexDefinition(
                index.name(),
                index.keySchema(),
                index.projectionToCreate(),
                new Capacity(provisioned, onDemandMaximum, stated.warm()));
    }

    private static Stream<String> keyAttributes(TableCreation creation, List<IndexDefinition> indexes) {
        return Stream.of(
                        Stream.of(creation.keySchema()),
                        creation.localIndexes().stream().map(LocalIndexDefinition::keySchema),
                        indexes.stream().map(IndexDefinition::keySchema))
                .flatMap(keys -> keys)
                .map(KeySchema::attributes)
                .flatMap(List::stream)
                .distinct();
    }
}
