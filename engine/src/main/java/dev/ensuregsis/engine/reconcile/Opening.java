package dev.ensuregsis.engine.reconcile;

import dev.ensuregsis.engine.control.LiveTable;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.event.PlannedAction;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The beginning of a run: nothing is changed and nothing recorded before every table was looked at and the account was
 * checked, so that what the run is about to do can be said before it does any of it. On the loop's thread only.
 */
final class Opening {
    private final Collection<TableWork> tables;
    private final TargetGate gate;
    private final Caller caller;
    private final Journal journal;
    private final RunRules rules;
    private final Steps steps;
    private boolean askingForAccount;

    Opening(
            Collection<TableWork> tables,
            TargetGate gate,
            Caller caller,
            Journal journal,
            RunRules rules,
            Steps steps) {
        this.tables = tables;
        this.gate = gate;
        this.caller = caller;
        this.journal = journal;
        this.rules = rules;
        this.steps = steps;
    }

    /**
     * Looks at every table. An emulator is often empty still, and a list costs there what one look does: where tables are to
     * be created, it says first which of them need a look.
     */
    void begin() {
        if (rules.local() && rules.createTables() && tables.size() > 1) {
            caller.list(answer -> tables.forEach(table -> lookIfListed(answer, table)));
        } else {
            tables.forEach(this::look);
        }
    }

    /** A table was looked at, or can't be: after the last one the account is that of the tables, else the caller's. */
    void onFirstLook() {
        var undecided = tables.stream().anyMatch(table -> !table.wasLookedAt() && table.lookFailure() == null);
        if (undecided || askingForAccount) {
            return;
        }
        if (tables.stream().noneMatch(TableWork::wasLookedAt)) {
            // Not one look has succeeded: nothing may be recorded, so the failures are told and that is all.
            tables.forEach(table -> steps.failOpen(table, Objects.requireNonNull(table.lookFailure())));
            return;
        }
        var account =
                live().stream().flatMap(table -> table.accountId().stream()).findFirst();
        if (account.isPresent()) {
            open(account);
            return;
        }
        askingForAccount = true;
        caller.account(this::open);
    }

    private void lookIfListed(Caller.Result<Set<String>> answer, TableWork table) {
        if (answer instanceof Caller.Result.Done<Set<String>> list
                && !list.value().contains(table.name())) {
            steps.onLook(table, Optional.empty(), () -> steps.act(table));
        } else {
            look(table);
        }
    }

    private void look(TableWork table) {
        steps.look(table, () -> steps.act(table));
    }

    private void open(Optional<String> account) {
        var objection = Optional.ofNullable(gate.open(account))
                .or(() -> live().stream()
                        .flatMap(table -> Stream.ofNullable(gate.objection(table)))
                        .findFirst());
        if (objection.isPresent()) {
            steps.abort(objection.get());
            return;
        }
        journal.open();
        journal.tell(started());
        tables.forEach(table -> {
            var failure = table.lookFailure();
            if (failure != null) {
                steps.failOpen(table, failure);
            } else {
                steps.act(table);
            }
        });
    }

    private List<LiveTable> live() {
        return tables.stream().flatMap(table -> table.observed().stream()).toList();
    }

    private GsiEvent.RunStarted started() {
        var tablesToCreate = 0;
        var indexes = new HashMap<IndexId, PlannedAction>();
        for (var table : tables) {
            var prospect = table.prospect(rules);
            tablesToCreate += prospect.createsTable() ? 1 : 0;
            prospect.indexes()
                    .forEach(index ->
                            indexes.put(new IndexId(table.name(), index.index().name()), index.action()));
        }
        return new GsiEvent.RunStarted(gate.target(), tables.size(), tablesToCreate, indexes);
    }
}
