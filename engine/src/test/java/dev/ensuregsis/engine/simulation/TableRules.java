package dev.ensuregsis.engine.simulation;

import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.spi.CreateTableCall;
import java.util.ArrayList;

/** The rules by which DynamoDB refuses to create a table with its indexes: those of the indexes, and the table's own. */
final class TableRules {
    private TableRules() {}

    static void check(CreateTableCall call, AccountRules rules) {
        var keys = new ArrayList<KeySchema>();
        keys.add(call.creation().keySchema());
        call.creation().localIndexes().forEach(index -> keys.add(index.keySchema()));
        call.indexes().forEach(index -> keys.add(index.keySchema()));
        IndexRule.allDefined(keys, call.attributeTypes());
        if (!rules.isLocal()) {
            IndexRule.noneUnused(keys, call.attributeTypes());
            call.indexes()
                    .forEach(index -> IndexRule.throughputFits(call.creation().billingMode(), index));
        }
        if (call.indexes().size() > rules.indexesPerTable()) {
            throw Refusal.limitExceeded(IndexRule.indexQuota(rules));
        }
        int projected = call.indexes().stream()
                .mapToInt(index -> IndexRule.nonKeyAttributes(index.projectionToCreate()))
                .sum();
        if (projected > IndexRule.PROJECTED_ATTRIBUTES_PER_TABLE) {
            throw Refusal.validation("One or more parameter values were invalid: Number of attributes in projections"
                    + " exceeds the limit of " + IndexRule.PROJECTED_ATTRIBUTES_PER_TABLE);
        }
    }
}
