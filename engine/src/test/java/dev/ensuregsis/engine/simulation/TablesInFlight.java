package dev.ensuregsis.engine.simulation;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Quotas: so many tables of an account can change at a time, of which only so many may be ones being created with
 * indexes. A table that changes already takes no second place.
 */
final class TablesInFlight {
    private final AccountRules rules;
    private final Set<SimulatedTable> changing = new LinkedHashSet<>();
    private final Set<SimulatedTable> createdWithIndexes = new LinkedHashSet<>();

    TablesInFlight(AccountRules rules) {
        this.rules = rules;
    }

    void admitChange(SimulatedTable table, Instant now) {
        forgetResting(now);
        if (!changing.contains(table)) {
            admitOneMore();
        }
    }

    void admitCreation(boolean withIndexes, Instant now) {
        forgetResting(now);
        admitOneMore();
        if (withIndexes && createdWithIndexes.size() >= rules.indexedTablesInCreation()) {
            throw Refusal.limitExceeded("Subscriber limit exceeded: Only " + rules.indexedTablesInCreation()
                    + " indexed tables that can be created simultaneously");
        }
    }

    void changes(SimulatedTable table) {
        changing.add(table);
    }

    void createsWithIndexes(SimulatedTable table) {
        createdWithIndexes.add(table);
    }

    int count(Instant now) {
        forgetResting(now);
        return changing.size();
    }

    private void admitOneMore() {
        if (changing.size() >= rules.tablesInFlight()) {
            throw Refusal.limitExceeded(rules.tooManyTables());
        }
    }

    private void forgetResting(Instant now) {
        changing.removeIf(table -> !table.isInFlightAt(now));
        createdWithIndexes.removeIf(table -> !table.isInFlightAt(now));
    }
}
