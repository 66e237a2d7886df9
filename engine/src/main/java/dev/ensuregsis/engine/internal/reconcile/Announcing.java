package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.IndexId;
import java.util.List;
import java.util.Optional;

/** What is announced, and how it is sent. A further kind of change is a further case here. */
final class Announcing implements Decision.Cases<Optional<Change>> {
    private final Journal journal;
    private final TableWork table;
    private final Moment now;

    Announcing(Journal journal, TableWork table, Moment now) {
        this.journal = journal;
        this.table = table;
        this.now = now;
    }

    @Override
    public Optional<Change> createIndex(Decision.CreateIndex create) {
        var call = create.call();
        var index = table.index(call.index().name());
        journal.creatingIndex(index, create.raised());
        index.isRaised(create.raised());
        index.asking(now);
        var name = new IndexId(call.tableName(), call.index().name()).toString();
        return Optional.of(new Change(
                List.of(index),
                (caller, then) -> caller.createIndex(call, name, table.createdByThisRun(), then),
                create.raised() == null ? Change.Effect.CREATION : Change.Effect.RAISED_CREATION));
    }

    @Override
    public Optional<Change> createTable(Decision.CreateTable create) {
        var call = create.call();
        var names = call.indexes().stream().map(IndexDefinition::name).toList();
        var works = table.subjects(names);
        journal.creatingTable(call, names.stream().map(table::index).toList());
        works.forEach(work -> work.asking(now));
        return Optional.of(new Change(works, (caller, then) -> caller.createTable(call, then), Change.Effect.CREATION));
    }

    @Override
    public Optional<Change> deleteIndex(Decision.DeleteIndex delete) {
        var index = table.index(delete.shape().index().name());
        journal.removals().deletingIndex(index, delete.shape());
        // Not asked for before the call is on its way: until then nothing is between the old one and the new.
        return Optional.of(new Change(
                List.of(index),
                (caller, then) -> {
                    index.askingToGo(now);
                    caller.deleteIndex(index.id(), then);
                },
                Change.Effect.DELETION));
    }

    @Override
    public Optional<Change> lowerCapacity(Decision.LowerCapacity lower) {
        var index = table.index(lower.indexName());
        return Optional.of(new Change(
                List.of(index),
                (caller, then) ->
                        caller.changeCapacity(index.id(), lower.capacity().restore(), then),
                Change.Effect.LOWERING));
    }

    @Override
    public Optional<Change> capacityRestored(Decision.CapacityRestored decision) {
        return Optional.empty();
    }

    @Override
    public Optional<Change> gone(Decision.Gone decision) {
        return Optional.empty();
    }

    @Override
    public Optional<Change> wait(Decision.Wait decision) {
        return Optional.empty();
    }

    @Override
    public Optional<Change> adopt(Decision.Adopt decision) {
        return Optional.empty();
    }

    @Override
    public Optional<Change> vanished(Decision.Vanished decision) {
        return Optional.empty();
    }

    @Override
    public Optional<Change> fail(Decision.Fail decision) {
        return Optional.empty();
    }

    @Override
    public Optional<Change> giveUp(Decision.GiveUp decision) {
        return Optional.empty();
    }

    @Override
    public Optional<Change> failTable(Decision.FailTable decision) {
        return Optional.empty();
    }

    @Override
    public Optional<Change> leave(Decision.Leave decision) {
        return Optional.empty();
    }

    @Override
    public Optional<Change> done(Decision.Done decision) {
        return Optional.empty();
    }
}
