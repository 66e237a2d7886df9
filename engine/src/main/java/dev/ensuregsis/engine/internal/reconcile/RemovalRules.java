package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.IndexShape;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.event.Phase;
import dev.ensuregsis.engine.internal.reconcile.TableRecord.IndexRecord;
import dev.ensuregsis.engine.internal.reconcile.TableRecord.RemovalRecord;
import dev.ensuregsis.engine.spi.LiveIndex;
import dev.ensuregsis.engine.spi.LiveIndex.IndexStatus;
import dev.ensuregsis.engine.spi.LiveTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The reconciler's rules for indexes that are to go, for good or to be made as defined. An index is deleted only as it was
 * shown to who named it, and, where it is to come back, only if it can. Pure.
 */
final class RemovalRules {
    private final TableDefinition desired;
    private final TableRecord record;
    private final RunRules rules;
    private final List<String> leaving;

    RemovalRules(TableDefinition desired, TableRecord record, RunRules rules) {
        this.desired = desired;
        this.record = record;
        this.rules = rules;
        this.leaving = new ArrayList<>();
        record.indexes().forEach((name, index) -> {
            if (isOpen(index)) {
                leaving.add(name);
            }
        });
    }

    private static boolean isOpen(IndexRecord index) {
        return index.removal() != null
                && !index.removal().gone()
                && !index.standing().isFinal();
    }

    /** Whether nothing is to go any more. */
    boolean areOver() {
        return leaving.isEmpty();
    }

    /** Whether this very look shows nothing that is to go. */
    boolean areOverOn(LiveTable table) {
        return leaving.stream().noneMatch(name -> isLeaving(table, name));
    }

    /** The first index that is still to go. */
    String first() {
        return leaving.get(0);
    }

    /** Without its table an index is gone, if anybody knows to have deleted it. */
    Optional<Decision> onMissingTable() {
        if (leaving.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                removal(first()).sinceAsked() == null
                        ? new Decision.Fail(first(), Objections.tableMissing(desired.name()))
                        : new Decision.Gone(first()));
    }

    /** Whether what is live under this name is still to go: nothing of it is adopted or compared with what is defined. */
    boolean isLeaving(LiveTable table, String indexName) {
        return leaving.contains(indexName)
                && table.index(indexName)
                        .filter(live -> !isAsDefined(table, live))
                        .isPresent();
    }

    /** What is being built, and is to go all the same, may go as soon as it reads items. */
    boolean mayGoWhileItBuilds(LiveTable table, LiveIndex live) {
        return isLeaving(table, live.name()) && live.status() == IndexStatus.CREATING && live.backfilling();
    }

    /** An index that was to go and isn't there. Looks are late: one that was there a moment ago and isn't may come again. */
    Optional<Decision> gone(LiveTable table) {
        for (var name : leaving) {
            if (table.index(name).isEmpty()) {
                var sinceTrace = of(name).sinceTrace();
                boolean asked = removal(name).sinceAsked() != null;
                return Optional.of(
                        !asked && isRecent(sinceTrace)
                                ? new Decision.Wait(Phase.TABLE_BUSY, name)
                                : new Decision.Gone(name));
            }
        }
        return Optional.empty();
    }

    /** What is live is neither what was shown nor what is defined. */
    Optional<Decision> changedSinceShown(LiveTable table) {
        for (var name : leaving) {
            var live = table.index(name).filter(index -> index.status() != IndexStatus.DELETING);
            if (live.isPresent() && !isAsDefined(table, live.get())) {
                var shape = table.shapeOf(live.get());
                if (shape.isEmpty()) {
                    return Optional.of(new Decision.Fail(name, Objections.shapeNotTold()));
                }
                var shown = removal(name).shape();
                if (!shape.get().isSameAs(shown)) {
                    return Optional.of(new Decision.Fail(
                            name,
                            Objections.changedSinceShown(
                                    shown.json(),
                                    shape.get().json(),
                                    defined(name).map(this::json).orElse(null))));
                }
            }
        }
        return Optional.empty();
    }

    /** The next index to be deleted, on a table that is ready. */
    Optional<Decision> deletable(LiveTable table) {
        return table.indexes().stream()
                .filter(live -> isLeaving(table, live.name()))
                .min(Comparator.comparing((LiveIndex live) -> !mayGoWhileItBuilds(table, live))
                        .thenComparing(live -> leaving.indexOf(live.name())))
                .map(live -> delete(table, live));
    }

    private Decision delete(LiveTable table, LiveIndex live) {
        var name = live.name();
        if (of(name).standing() == Standing.EXHAUSTED) {
            return new Decision.GiveUp(name);
        }
        var sinceAsked = removal(name).sinceAsked();
        if (sinceAsked != null) {
            return isRecent(sinceAsked)
                    ? new Decision.Wait(Phase.DELETING, name)
                    : new Decision.Fail(name, Objections.neverWent(rules.patience()));
        }
        var objection = defined(name).flatMap(index -> Replacement.objection(desired, index, table));
        if (objection.isPresent()) {
            return new Decision.Fail(name, objection.get());
        }
        if (of(name).isHeld() && defined(name).isPresent()) {
            // It could not be made again at once, and serves until it can.
            return new Decision.Wait(Phase.LATE_DELETION, name);
        }
        return new Decision.DeleteIndex(table.name(), table.shapeOf(live).orElseThrow());
    }

    private boolean isAsDefined(LiveTable table, LiveIndex live) {
        return defined(live.name())
                .filter(index -> new ShapeDifference(desired, table).agree(index, live))
                .isPresent();
    }

    private boolean isRecent(@Nullable Duration since) {
        return since != null && since.compareTo(rules.patience()) < 0;
    }

    private Optional<IndexDefinition> defined(String name) {
        return desired.indexes().stream()
                .filter(index -> index.name().equals(name))
                .findFirst();
    }

    private String json(IndexDefinition index) {
        return new IndexShape(index, desired.attributeTypes()).json();
    }

    private IndexRecord of(String name) {
        return Objects.requireNonNull(record.indexes().get(name));
    }

    private RemovalRecord removal(String name) {
        return Objects.requireNonNull(of(name).removal());
    }
}
