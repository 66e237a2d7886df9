package dev.ensuregsis.maven.internal.live;

import dev.ensuregsis.engine.definition.BillingMode;
import dev.ensuregsis.engine.definition.Capacity;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.definition.Place;
import dev.ensuregsis.engine.definition.TableCreation;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.maven.internal.option.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * The definition of a table that exists, from what DescribeTable says of it; and what of the table is not in it. Pure.
 *
 * @param table the definition
 * @param leftOut what the table has and the definition doesn't, in words
 */
public record LiveDefinition(TableDefinition table, List<String> leftOut) {

    /** Copies the list. */
    public LiveDefinition {
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Makes it.
     *
     * @param liveName the name that DynamoDB was asked for
     * @param live what DescribeTable says; null where it doesn't describe it
     * @param name the name that the definition has
     * @return the definition
     * @throws RefusedException if the key isn't told whole, without which there is no table to define
     */
    public static LiveDefinition of(String liveName, @Nullable TableDescription live, String name)
            throws RefusedException {
        var key = live == null ? null : Told.key(live.keySchema()).orElse(null);
        if (live == null || key == null) {
            throw refused(liveName, "its key isn't told whole");
        }
        var leftOut = new ArrayList<String>();
        try {
            return new LiveDefinition(table(live, key, name, Place.of(liveName), leftOut), leftOut);
        } catch (IllegalArgumentException unheardOf) {
            throw refused(liveName, String.valueOf(unheardOf.getMessage()));
        }
    }

    private static RefusedException refused(String table, String why) {
        return new RefusedException("Table " + table + " can't be defined by what DescribeTable says of it: " + why
                + ". Nothing was written. Ask for the others (gsi.tables), and define it by hand.");
    }

    private static TableDefinition table(
            TableDescription live, KeySchema key, String name, Place place, List<String> leftOut) {
        var capacity = capacity(live, leftOut);
        var billingMode = capacity.provisioned() == null ? BillingMode.PAY_PER_REQUEST : BillingMode.PROVISIONED;
        var indexes = new LiveIndexes(live, leftOut);
        var global = indexes.global(billingMode);
        var creation = new TableCreation(
                key, billingMode, capacity, indexes.local(key), LiveSettings.of(live, leftOut), List.of());
        // A table may have the types of attributes that no key uses any more.
        var used = new TableDefinition(name, Map.of(), global, creation, place).untypedKeyAttributes();
        var types = Told.types(live.attributeDefinitions());
        types.keySet().retainAll(used);
        used.stream()
                .filter(attribute -> !types.containsKey(attribute))
                .forEach(attribute -> leftOut.add("the type of attribute " + attribute + ", which isn't told"));
        leftOut.addAll(beside(live));
        return new TableDefinition(name, types, global, creation, place);
    }

    private static Capacity capacity(TableDescription live, List<String> leftOut) {
        var onDemand = new Capacity(null, Told.onDemandMaximum(live.onDemandThroughput()), null);
        return switch (Told.billingMode(live)) {
            case PAY_PER_REQUEST -> onDemand;
            case PROVISIONED ->
                Told.provisioned(live.provisionedThroughput())
                        .map(throughput -> new Capacity(throughput, null, null))
                        .orElseGet(() -> {
                            leftOut.add("its provisioned capacity, of which not all is told: here it is on demand");
                            return onDemand;
                        });
        };
    }

    /** What the definition could have or ask for, and DescribeTable tells. */
    private static List<String> beside(TableDescription live) {
        var replicas = live.replicas().stream()
                .map(replica -> Objects.requireNonNullElse(replica.regionName(), "a region without a name"))
                .collect(Collectors.joining(", "));
        return replicas.isEmpty() ? List.of() : List.of("replicas in " + replicas);
    }
}
