package dev.ensuregsis.engine.reconcile;

import dev.ensuregsis.engine.event.GsiEvent;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;

/**
 * The beginning of a run: nothing is changed and nothing recorded before a look has succeeded and the account was
 * checked. On the loop's thread only.
 */
final class Opening {
    private final Collection<TableWork> tables;
    private final TargetGate gate;
    private final Caller caller;
    private final Journal journal;
    private final Steps steps;
    private boolean askingForAccount;

    Opening(Collection<TableWork> tables, TargetGate gate, Caller caller, Journal journal, Steps steps) {
        this.tables = tables;
        this.gate = gate;
        this.caller = caller;
        this.journal = journal;
        this.steps = steps;
    }

    /** By the first table that shows its account, else when every table was looked at by what the credentials say. */
    void firstLook(Optional<String> account) {
        if (account.isPresent()) {
            opened(account);
            return;
        }
        var undecided = tables.stream().anyMatch(table -> !table.wasLookedAt() && table.lookFailure() == null);
        if (undecided || askingForAccount) {
            return;
        }
        if (tables.stream().noneMatch(TableWork::wasLookedAt)) {
            // Not one look has succeeded: nothing may be recorded, so the failures are told and that is all.
            tables.forEach(table -> steps.failOpen(table, Objects.requireNonNull(table.lookFailure())));
            return;
        }
        askingForAccount = true;
        caller.account(answer -> {
            if (!gate.isOpen()) {
                opened(answer);
            }
        });
    }

    private void opened(Optional<String> account) {
        var objection = gate.open(account);
        if (objection != null) {
            steps.abort(objection);
            return;
        }
        journal.open();
        var indexes = tables.stream().mapToInt(table -> table.indexes().size()).sum();
        journal.tell(new GsiEvent.RunStarted(gate.target(), tables.size(), indexes));
        tables.forEach(table -> {
            var failure = table.lookFailure();
            if (failure != null) {
                steps.failOpen(table, failure);
            } else if (table.wasLookedAt()) {
                steps.act(table);
            }
        });
    }
}
