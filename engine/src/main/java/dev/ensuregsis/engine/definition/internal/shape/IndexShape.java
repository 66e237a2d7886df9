package dev.ensuregsis.engine.definition.internal.shape;

import dev.ensuregsis.engine.definition.Capacity;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.definition.LocalIndexDefinition;
import dev.ensuregsis.engine.definition.Projection;
import dev.ensuregsis.engine.definition.Throughput;
import dev.ensuregsis.engine.definition.internal.document.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a table and an index have in common, and indexes. */
final class IndexShape {
    private static final String KEY_FORM = "write [{\"AttributeName\": \"...\", \"KeyType\": \"HASH\"}]";

    private final Faults faults;

    IndexShape(Faults faults) {
        this.faults = faults;
    }

    Optional<IndexDefinition> global(ApiObject index, AttributeTypes types) {
        types.read(index);
        var name = index.requiredText("IndexName");
        var key = keySchema(index, KEY_FORM);
        var projection = projection(index);
        var capacity = capacity(index);
        index.refuseUnknown();
        return name.isEmpty() || key.isEmpty() || projection.isEmpty() || capacity.isEmpty()
                ? Optional.empty()
                : faults.attempt(
                        index.mapping(),
                        () -> new IndexDefinition(
                                name.get(), key.get(), projection.get().stated(), capacity.get()));
    }

    Optional<LocalIndexDefinition> local(ApiObject index) {
        var name = index.requiredText("IndexName");
        var key = keySchema(index, KEY_FORM);
        var projection = projection(index);
        index.refuseUnknown();
        return name.isEmpty() || key.isEmpty() || projection.isEmpty()
                ? Optional.empty()
                : faults.attempt(
                        index.mapping(),
                        () -> new LocalIndexDefinition(
                                name.get(), key.get(), projection.get().orAll()));
    }

    Optional<KeySchema> keySchema(ApiObject owner, String advice) {
        var schema = owner.node("KeySchema").orElse(null);
        if (schema == null) {
            if (!owner.has("KeySchema")) {
                faults.add(owner.mapping(), "KeySchema is missing: " + advice);
            }
            return Optional.empty();
        }
        var partitionKey = new ArrayList<String>();
        var sortKey = new ArrayList<String>();
        boolean whole = schema instanceof Node.Sequence;
        for (var element : owner.objects("KeySchema")) {
            var name = element.requiredText("AttributeName");
            var type = keyType(element);
            element.refuseUnknown();
            if (name.isEmpty() || type.isEmpty()) {
                whole = false;
            } else if (type.get().equals("RANGE")) {
                sortKey.add(name.get());
            } else if (sortKey.isEmpty()) {
                partitionKey.add(name.get());
            } else {
                faults.add(element.mapping(), "a HASH attribute stands after a RANGE attribute: all HASH come first");
                whole = false;
            }
        }
        return whole ? faults.attempt(schema, () -> new KeySchema(partitionKey, sortKey)) : Optional.empty();
    }

    private Optional<String> keyType(ApiObject element) {
        var type = element.text("KeyType");
        if (type.isEmpty() && !element.has("KeyType")) {
            faults.add(element.mapping(), "KeyType is missing: write HASH or RANGE");
        }
        return type.filter(text -> {
            boolean valid = text.equals("HASH") || text.equals("RANGE");
            if (!valid) {
                faults.add(
                        element.node("KeyType").orElseThrow(), "KeyType has to be HASH or RANGE, not \"" + text + "\"");
            }
            return valid;
        });
    }

    /** What was written of a projection, which may be nothing. */
    private record Stated(@Nullable Projection stated) {
        Projection orAll() {
            return stated == null ? Projection.ALL : stated;
        }
    }

    /** Empty if there is a fault. */
    private Optional<Stated> projection(ApiObject owner) {
        if (!owner.has("Projection")) {
            return Optional.of(new Stated(null));
        }
        return owner.object("Projection").flatMap(projection -> {
            var type = projection.requiredText("ProjectionType");
            var included = names(projection.list("NonKeyAttributes"));
            projection.refuseUnknown();
            if (type.isEmpty()) {
                return Optional.empty();
            }
            if (!included.isEmpty() && !type.get().equals("INCLUDE")) {
                faults.add(
                        projection.mapping(),
                        "NonKeyAttributes go with ProjectionType INCLUDE only, not with " + type.get());
                return Optional.empty();
            }
            return switch (type.get()) {
                case "ALL" -> Optional.of(new Stated(Projection.ALL));
                case "KEYS_ONLY" -> Optional.of(new Stated(Projection.KEYS_ONLY));
                case "INCLUDE" ->
                    faults.attempt(projection.mapping(), () -> new Stated(new Projection.Include(included)));
                default -> {
                    faults.add(
                            projection.mapping(),
                            "ProjectionType has to be ALL, KEYS_ONLY or INCLUDE, not \"" + type.get() + "\"");
                    yield Optional.empty();
                }
            };
        });
    }

    private List<String> names(List<Node> nodes) {
        var names = new ArrayList<String>();
        for (var node : nodes) {
            if (node instanceof Node.Scalar scalar && !scalar.isNull()) {
                names.add(scalar.text());
            } else {
                faults.add(node, "an attribute's name has to be a text, not " + node.description());
            }
        }
        return names;
    }

    /** Empty if there is a fault. */
    Optional<Capacity> capacity(ApiObject owner) {
        int before = faults.count();
        var provisioned = throughput(owner, "ProvisionedThroughput", "ReadCapacityUnits", "WriteCapacityUnits");
        var onDemand = throughput(owner, "OnDemandThroughput", "MaxReadRequestUnits", "MaxWriteRequestUnits");
        var warm = throughput(owner, "WarmThroughput", "ReadUnitsPerSecond", "WriteUnitsPerSecond");
        return faults.count() > before
                ? Optional.empty()
                : faults.attempt(
                        owner.node("ProvisionedThroughput").orElse(owner.mapping()),
                        () -> new Capacity(provisioned, onDemand, warm));
    }

    private @Nullable Throughput throughput(ApiObject owner, String key, String readKey, String writeKey) {
        return owner.object(key)
                .map(throughput -> {
                    var read = throughput.wholeNumber(readKey).orElse(null);
                    var write = throughput.wholeNumber(writeKey).orElse(null);
                    throughput.refuseUnknown();
                    return new Throughput(read, write);
                })
                .orElse(null);
    }
}
