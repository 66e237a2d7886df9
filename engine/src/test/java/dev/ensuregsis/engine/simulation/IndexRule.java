package dev.ensuregsis.engine.simulation;

import static java.util.stream.Collectors.joining;

import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.BillingMode;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.definition.Projection;
import dev.ensuregsis.engine.spi.CreateIndexCall;
import dev.ensuregsis.engine.spi.LiveIndex.IndexStatus;
import dev.ensuregsis.engine.spi.LiveTable.TableStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One rule by which DynamoDB refuses to create an index. Each stands once, here, under its place in the reference. */
@FunctionalInterface
public interface IndexRule {
    int PROJECTED_ATTRIBUTES_PER_TABLE = 100;

    /** Throws the refusal, if it applies. */
    void check(CreateIndexCall call, SimulatedTable table, Instant now, AccountRules rules);

    /** What each error means: "Table is being deleted". */
    IndexRule TABLE_STAYS = (call, table, now, rules) -> {
        if (table.statusAt(now) == TableStatus.DELETING) {
            throw Refusal.resourceInUse(
                    "Attempt to change a resource which is still in use: Table is being deleted: " + table.name());
        }
    };

    /** Only a table that is whole can be changed: its key must be usable, and it not put away. */
    IndexRule TABLE_IS_USABLE = (call, table, now, rules) -> {
        switch (table.statusAt(now)) {
            case INACCESSIBLE_ENCRYPTION_CREDENTIALS, ARCHIVING, ARCHIVED ->
                throw Refusal.validation(
                        "The table is not in a state in which it can be updated: " + table.statusAt(now));
            default -> {}
        }
    };

    /** What each error means: "Index is being created". */
    IndexRule SAME_INDEX_NOT_IN_CREATION = (call, table, now, rules) -> {
        var same = table.indexAt(call.index().name(), now);
        if (same != null && same.statusAt(now) == IndexStatus.CREATING) {
            throw Refusal.resourceInUse("Attempting to create an index which is still in use: Index is being created: "
                    + call.index().name());
        }
    };

    /** What each error means: "Attempting to create an index which already exists". */
    IndexRule INDEX_IS_NEW = (call, table, now, rules) -> {
        if (table.indexAt(call.index().name(), now) != null) {
            throw Refusal.validation("One or more parameter values were invalid: "
                    + "Attempting to create an index which already exists: "
                    + call.index().name());
        }
    };

    /** Reference 1.2, first half: a table that is UPDATING or CREATING is in use. */
    IndexRule TABLE_IS_ACTIVE = (call, table, now, rules) -> {
        switch (table.statusAt(now)) {
            case CREATING ->
                throw Refusal.resourceInUse(
                        "Attempt to change a resource which is still in use: Table is being created: " + table.name());
            case UPDATING ->
                throw Refusal.resourceInUse(
                        "Attempt to change a resource which is still in use: Table is being updated: " + table.name());
            default -> {}
        }
    };

    /** Reference 1.1 and the second half of 1.2: one index at a time, also while the table reads ACTIVE. */
    IndexRule ONE_INDEX_AT_A_TIME = (call, table, now, rules) -> {
        if (table.indexesAt(now).anyMatch(index -> index.statusAt(now) != IndexStatus.ACTIVE)) {
            throw Refusal.limitExceeded("Subscriber limit exceeded: "
                    + "Only 1 online index can be created or deleted simultaneously per table");
        }
    };

    /** Quotas: indexes per table. */
    IndexRule INDEX_QUOTA = (call, table, now, rules) -> {
        if (table.indexesAt(now).count() >= rules.indexesPerTable()) {
            throw Refusal.limitExceeded(indexQuota(rules));
        }
    };

    /** Quotas: projected non-key attributes over all indexes of a table, INCLUDE only, repeats counted. */
    IndexRule PROJECTION_QUOTA = (call, table, now, rules) -> {
        int projected = table.indexesAt(now)
                        .mapToInt(index -> nonKeyAttributes(index.projection()))
                        .sum()
                + nonKeyAttributes(call.index().projectionToCreate());
        if (projected > PROJECTED_ATTRIBUTES_PER_TABLE) {
            throw Refusal.validation("One or more parameter values were invalid: Number of attributes in "
                    + "projections exceeds the limit of " + PROJECTED_ATTRIBUTES_PER_TABLE);
        }
    };

    /** Reference 1.4: the key attributes of that index, all of them ... */
    IndexRule ALL_KEY_ATTRIBUTES_DEFINED =
            (call, table, now, rules) -> allDefined(List.of(call.index().keySchema()), call.attributeTypes());

    /** Reference 1.4: ... and no others. */
    IndexRule NO_OTHER_ATTRIBUTES_DEFINED =
            (call, table, now, rules) -> noneUnused(List.of(call.index().keySchema()), call.attributeTypes());

    /** An attribute has one type in a table. */
    IndexRule ATTRIBUTE_KEEPS_ITS_TYPE = (call, table, now, rules) -> {
        var known = table.attributeTypesAt(now);
        call.attributeTypes().forEach((name, type) -> {
            if (known.getOrDefault(name, type) != type) {
                throw Refusal.validation("One or more parameter values were invalid: Attribute " + name
                        + " is defined as " + known.get(name) + " already, not as " + type);
            }
        });
    };

    /** Reference 1.5: an index on a PAY_PER_REQUEST table takes no throughput, on a PROVISIONED one it must have it. */
    IndexRule THROUGHPUT_FITS_BILLING = (call, table, now, rules) -> throughputFits(table.billingMode(), call.index());

    /** Reference 2: on DynamoDB Local a missing throughput is a failure inside, and one too many is taken. */
    IndexRule MISSING_THROUGHPUT_IS_A_FAILURE = (call, table, now, rules) -> {
        if (table.billingMode() == BillingMode.PROVISIONED
                && call.index().capacity().provisioned() == null) {
            throw Refusal.internalFailure(
                    "The request processing has failed because of an unknown error, exception or" + " failure.");
        }
    };

    /** What each error means: "above the per table/index maximum". */
    IndexRule CAPACITY_QUOTA = (call, table, now, rules) -> {
        var units = call.index().capacity().provisioned();
        if (units != null && Math.max(of(units.read()), of(units.write())) > rules.unitsPerIndex()) {
            throw Refusal.limitExceeded("The requested throughput value is above the per table/index maximum for the"
                    + " account in the region");
        }
    };

    /** What a real account checks, in this order. */
    List<IndexRule> REAL = List.of(
            ALL_KEY_ATTRIBUTES_DEFINED,
            NO_OTHER_ATTRIBUTES_DEFINED,
            TABLE_STAYS,
            TABLE_IS_USABLE,
            SAME_INDEX_NOT_IN_CREATION,
            INDEX_IS_NEW,
            TABLE_IS_ACTIVE,
            ONE_INDEX_AT_A_TIME,
            THROUGHPUT_FITS_BILLING,
            ATTRIBUTE_KEEPS_ITS_TYPE,
            INDEX_QUOTA,
            PROJECTION_QUOTA,
            CAPACITY_QUOTA);

    /** What DynamoDB Local checks, in this order. */
    List<IndexRule> DYNAMODB_LOCAL = List.of(
            ALL_KEY_ATTRIBUTES_DEFINED,
            SAME_INDEX_NOT_IN_CREATION,
            INDEX_IS_NEW,
            ONE_INDEX_AT_A_TIME,
            MISSING_THROUGHPUT_IS_A_FAILURE,
            ATTRIBUTE_KEEPS_ITS_TYPE,
            INDEX_QUOTA,
            PROJECTION_QUOTA);

    static String indexQuota(AccountRules rules) {
        return "Subscriber limit exceeded: Number of global secondary indexes exceeds per-table limit of "
                + rules.indexesPerTable();
    }

    static void allDefined(Collection<KeySchema> keys, Map<String, AttributeType> types) {
        if (!types.keySet().containsAll(used(keys))) {
            throw Refusal.validation("One or more parameter values were invalid: Some index key attributes are not"
                    + " defined in AttributeDefinitions. Keys: " + used(keys) + ", AttributeDefinitions: "
                    + new TreeSet<>(types.keySet()));
        }
    }

    static void noneUnused(Collection<KeySchema> keys, Map<String, AttributeType> types) {
        if (!used(keys).containsAll(types.keySet())) {
            throw Refusal.validation("One or more parameter values were invalid: Some AttributeDefinitions are not"
                    + " used. AttributeDefinitions: "
                    + types.keySet().stream().sorted().collect(joining(", ", "[", "]")) + ", keys used: " + used(keys));
        }
    }

    static void throughputFits(BillingMode billing, IndexDefinition index) {
        boolean given = index.capacity().provisioned() != null;
        if (billing == BillingMode.PAY_PER_REQUEST && given) {
            throw Refusal.validation("One or more parameter values were invalid: ProvisionedThroughput should not be"
                    + " specified for index: " + index.name() + " when BillingMode is PAY_PER_REQUEST");
        }
        if (billing == BillingMode.PROVISIONED && !given) {
            throw Refusal.validation("One or more parameter values were invalid: ProvisionedThroughput is not specified"
                    + " for index: " + index.name());
        }
    }

    static int nonKeyAttributes(Projection projection) {
        return projection instanceof Projection.Include include
                ? include.nonKeyAttributes().size()
                : 0;
    }

    private static Set<String> used(Collection<KeySchema> keys) {
        var used = new TreeSet<String>();
        keys.forEach(key -> used.addAll(key.attributes()));
        return used;
    }

    private static long of(@Nullable Long units) {
        return units == null ? 0 : units;
    }
}
