package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.definition.BillingMode;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.Phase;
import dev.ensuregsis.engine.spi.LiveIndex.IndexStatus;
import dev.ensuregsis.engine.spi.LiveTable;
import dev.ensuregsis.engine.spi.LiveTable.TableStatus;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Decides the one next thing to do for a table, from what is wanted, what the last look showed, and what this run has
 * tried. A pure function: no clock, no I/O, no memory. It is asked again after each thing done and after each look, so
 * every rule speaks of the present only.
 */
final class Reconciler {
    /** Statuses that waiting does not end. */
    private static final Set<TableStatus> UNUSABLE = EnumSet.of(
            TableStatus.DELETING,
            TableStatus.ARCHIVING,
            TableStatus.ARCHIVED,
            TableStatus.INACCESSIBLE_ENCRYPTION_CREDENTIALS,
            TableStatus.REPLICATION_NOT_AUTHORIZED);

    /** The rules for a table that is there: the first that has something to say decides. */
    private static final List<BiFunction<Reconciler, LiveTable, Optional<Decision>>> IN_ORDER = List.of(
            Reconciler::unusable,
            Reconciler::anotherTable,
            (that, table) -> that.removals.gone(table),
            Reconciler::lowering,
            (that, table) -> that.removals.changedSinceShown(table),
            Reconciler::differing,
            Reconciler::adoptable,
            Reconciler::notForThisRun,
            Reconciler::nothingMissing,
            (that, table) -> that.readiness.busy(table),
            Reconciler::absent,
            (that, table) -> that.removals.deletable(table));

    private final TableDefinition desired;
    private final TableRecord record;
    private final RunRules rules;
    private final List<Candidate> open;
    private final RemovalRules removals;
    private final CapacityRules capacities;
    private final Readiness readiness;

    private Reconciler(TableDefinition desired, Optional<LiveTable> observed, TableRecord record, RunRules rules) {
        this.desired = desired;
        this.record = record;
        this.rules = rules;
        this.open = Candidate.open(desired, observed, record);
        this.removals = new RemovalRules(desired, record, rules);
        this.capacities = new CapacityRules(record, rules, removals);
        this.readiness = new Readiness(desired, record, removals);
    }

    /**
     * Decides.
     *
     * @param desired what is wanted of the table
     * @param observed what the last look showed; empty if there was no such table
     * @param record what this run has tried and seen
     * @param rules what the user allows
     * @return the next thing to do
     */
    static Decision decide(TableDefinition desired, Optional<LiveTable> observed, TableRecord record, RunRules rules) {
        var reconciler = new Reconciler(desired, observed, record, rules);
        if (reconciler.open.isEmpty()
                && reconciler.removals.areOver()
                && !reconciler.isWantedForItself()
                && reconciler.capacities.areOver(observed)) {
            return new Decision.Done();
        }
        return observed.map(reconciler::onTable).orElseGet(reconciler::onMissingTable);
    }

    private Decision onMissingTable() {
        var sinceTrace = record.sinceTrace();
        boolean mayAppear = sinceTrace != null && sinceTrace.compareTo(rules.patience()) < 0;
        var removal = removals.onMissingTable();
        if (removal.isPresent()) {
            return mayAppear ? new Decision.Wait(Phase.TABLE_BUSY, null) : removal.get();
        }
        var exhausted = open.stream()
                .filter(index -> index.standing() == Standing.EXHAUSTED)
                .findFirst();
        if (exhausted.isPresent()) {
            return new Decision.GiveUp(exhausted.get().name());
        }
        var unwanted = open.stream()
                .filter(index -> index.standing() != Standing.WANTED)
                .findFirst();
        if (unwanted.isPresent()) {
            return new Decision.Leave(unwanted.get().name());
        }
        if (mayAppear) {
            return new Decision.Wait(Phase.CREATING_TABLE, null);
        }
        if (sinceTrace != null && !record.seen()) {
            return fail(Objections.neverAppeared("the table", rules.patience()));
        }
        if (!rules.createTables()) {
            return fail(Objections.tableMissing(desired.name()));
        }
        var creation = desired.creation();
        if (creation == null) {
            return fail(Objections.tableHasNoKey(desired.name()));
        }
        var held = open.stream().filter(index -> index.record().isHeld()).findFirst();
        if (held.isPresent()) {
            return new Decision.Wait(Phase.LATE_DELETION, held.get().name());
        }
        if (!creation.beyondCreateTable().isEmpty() && !rules.local()) {
            return fail(Objections.beyondCreateTable(desired.name(), creation));
        }
        var wanted = open.stream().map(Candidate::definition).toList();
        return Requests.missingType(desired, creation, wanted)
                .map(attribute -> fail(Objections.attributeTypeMissing(attribute)))
                .orElseGet(() -> new Decision.CreateTable(Requests.createTable(desired, creation, wanted)));
    }

    /** A whole table without any index: only a run that may create tables has something to do with it. */
    private boolean isWantedForItself() {
        return desired.indexes().isEmpty() && rules.createTables();
    }

    private Decision onTable(LiveTable table) {
        return firstPresent(IN_ORDER, rule -> rule.apply(this, table)).orElseThrow();
    }

    /** A table that is going away or can't be used: waiting doesn't help. */
    private Optional<Decision> unusable(LiveTable table) {
        return UNUSABLE.contains(table.status())
                ? Optional.of(fail(Objections.tableUnusable(table)))
                : Optional.empty();
    }

    /** A table whose own key isn't the defined one is not the table that was meant. */
    private Optional<Decision> anotherTable(LiveTable table) {
        return Optional.ofNullable(desired.creation())
                .flatMap(creation -> new ShapeDifference(desired, table).ofTable(creation))
                .map(difference -> fail(Objections.tableDiffers(difference)));
    }

    /** An index of the name that is something else, whoever made it and whatever its status. */
    private Optional<Decision> differing(LiveTable table) {
        var shapes = new ShapeDifference(desired, table);
        for (var index : open) {
            var live = index.live();
            if (live != null
                    && live.status() != IndexStatus.DELETING
                    && index.standing() != Standing.NOT_THIS_RUN
                    && !removals.isLeaving(table, live.name())) {
                var difference = shapes.ofIndex(index.definition(), live);
                if (difference.isPresent()) {
                    var id = new IndexId(table.name(), index.name());
                    return Optional.of(new Decision.Fail(index.name(), Objections.indexDiffers(id, difference.get())));
                }
            }
        }
        return Optional.empty();
    }

    /** An index that is ACTIVE, in every replica too, and as defined. */
    private Optional<Decision> adoptable(LiveTable table) {
        return firstPresent(index -> !index.record().adopted() && isDone(table, index)
                ? Optional.of(new Decision.Adopt(index.name()))
                : Optional.empty());
    }

    private boolean isDone(LiveTable table, Candidate index) {
        return Readiness.isEnsured(table, index.live())
                && index.record().raised() == null
                && !removals.isLeaving(table, index.name());
    }

    /** Capacity is changed on a table that is ready, like everything else. */
    private Optional<Decision> lowering(LiveTable table) {
        var decision = capacities.lowering(table);
        return decision.filter(Decision.LowerCapacity.class::isInstance).isPresent()
                ? readiness.busy(table).or(() -> decision)
                : decision;
    }

    /** What failed before, or isn't for this run, is not created; the former is waited for where it is building. */
    private Optional<Decision> notForThisRun(LiveTable table) {
        return firstPresent(index -> {
            var leave = switch (index.standing()) {
                case FAILED_BEFORE -> index.live() == null;
                case NOT_THIS_RUN -> !Readiness.isEnsured(table, index.live());
                case WANTED, EXHAUSTED, LEFT, FAILED -> false;
            };
            return leave ? Optional.of(new Decision.Leave(index.name())) : Optional.empty();
        });
    }

    /** Every index is there in this very look. */
    private Optional<Decision> nothingMissing(LiveTable table) {
        return (!open.isEmpty() || table.status() == TableStatus.ACTIVE)
                        && open.stream().allMatch(index -> isDone(table, index))
                        && removals.areOverOn(table)
                ? Optional.of(new Decision.Done())
                : Optional.empty();
    }

    /** The first index that isn't there, on a table that is ready; before another goes that is to be made anew. */
    private Optional<Decision> absent(LiveTable table) {
        if (table.indexes().stream().anyMatch(index -> removals.mayGoWhileItBuilds(table, index))) {
            return Optional.empty();
        }
        return open.stream().filter(index -> index.live() == null).findFirst().map(index -> create(index, table));
    }

    private Decision create(Candidate index, LiveTable table) {
        if (index.standing() == Standing.EXHAUSTED) {
            return new Decision.GiveUp(index.name());
        }
        var sinceTrace = index.record().sinceTrace();
        if (sinceTrace != null && sinceTrace.compareTo(rules.patience()) < 0) {
            return new Decision.Wait(Phase.ALLOCATING, index.name());
        }
        if (sinceTrace != null) {
            return index.record().seen()
                    ? new Decision.Vanished(index.name())
                    : new Decision.Fail(index.name(), Objections.neverAppeared("the index", rules.patience()));
        }
        var objection = Requests.objection(desired, index.definition(), table);
        if (objection.isPresent()) {
            return new Decision.Fail(index.name(), objection.get());
        }
        return index.record().isHeld()
                ? new Decision.Wait(Phase.LATE_DELETION, index.name())
                : createIndex(index.definition(), table);
    }

    private Decision createIndex(IndexDefinition index, LiveTable table) {
        var call = Requests.createIndex(desired, index, table);
        if (rules.backfillWrite() != null && table.billingMode() == BillingMode.PAY_PER_REQUEST) {
            return new Decision.Fail(index.name(), Objections.onDemandHasNoWriteCapacity(table.name()));
        }
        var raised = CapacityRules.raised(call, table, rules);
        return new Decision.CreateIndex(raised == null ? call : Requests.with(call, raised), raised);
    }

    private Decision fail(Failure failure) {
        if (!open.isEmpty()) {
            return new Decision.Fail(open.get(0).name(), failure);
        }
        return removals.areOver() ? new Decision.FailTable(failure) : new Decision.Fail(removals.first(), failure);
    }

    private Optional<Decision> firstPresent(Function<Candidate, Optional<Decision>> rule) {
        return firstPresent(open, rule);
    }

    /** A loop, not a stream: this is what a run of ten thousands of indexes spends its time on. */
    private static <T> Optional<Decision> firstPresent(List<T> candidates, Function<T, Optional<Decision>> rule) {
        for (var candidate : candidates) {
            var decision = rule.apply(candidate);
            if (decision.isPresent()) {
                return decision;
            }
        }
        return Optional.empty();
    }
}
