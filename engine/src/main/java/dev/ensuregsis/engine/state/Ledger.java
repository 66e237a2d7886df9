package dev.ensuregsis.engine.state;

import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.Fingerprint;
import dev.ensuregsis.engine.definition.IndexId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The entries in memory: what a file said, what is defined, and what was changed since. Not thread-safe. Copying it for
 * the writer is one pass over references.
 */
final class Ledger {
    private final Map<IndexId, StateDocument.Entry> entries = new LinkedHashMap<>();
    private StateDocument base;
    private Target target;

    /** Every defined index with its fingerprint; null until definitions were given. */
    private @Nullable Map<IndexId, String> defined;

    private Predicate<IndexId> selected = id -> true;

    Ledger(StateDocument base) {
        this.base = base;
        this.target = base.target();
        base.entries().forEach(entry -> entries.put(entry.gsi().id(), entry));
    }

    /** Adds what is selected and new; what is known keeps its record. */
    void initialize(Definitions definitions, Predicate<IndexId> selection) {
        var fingerprints = new LinkedHashMap<IndexId, String>();
        for (var table : definitions.tables()) {
            for (var index : table.indexes()) {
                fingerprints.put(new IndexId(table.name(), index.name()), Fingerprint.of(table, index));
            }
        }
        defined = fingerprints;
        selected = selection;
        define();
    }

    private void define() {
        if (defined == null) {
            return;
        }
        defined.forEach((id, fingerprint) -> {
            if (selected.test(id)) {
                entries.merge(
                        id,
                        new StateDocument.Entry(GsiEntry.pending(id, fingerprint), UnknownFields.NONE),
                        (known, fresh) -> known.with(known.gsi().definedAs(fingerprint)));
            }
        });
    }

    /**
     * Goes on from what another run has written meanwhile; what was changed here stands, as it is what was seen last.
     */
    void rebase(StateDocument written, Collection<GsiEntry> changedHere) {
        base = written;
        target = target.orElse(written.target());
        entries.clear();
        written.entries().forEach(entry -> entries.put(entry.gsi().id(), entry));
        define();
        changedHere.forEach(this::put);
    }

    void put(GsiEntry changed) {
        entries.merge(
                changed.id(),
                new StateDocument.Entry(changed, UnknownFields.NONE),
                (known, fresh) -> known.with(changed));
    }

    Optional<GsiEntry> find(IndexId id) {
        return Optional.ofNullable(entries.get(id)).map(StateDocument.Entry::gsi);
    }

    List<GsiEntry> all() {
        return entries.values().stream().map(StateDocument.Entry::gsi).toList();
    }

    /** The entries that the run is about: those defined and selected, in the file's order. */
    List<GsiEntry> inScope(Predicate<GsiEntry> condition) {
        var found = new ArrayList<GsiEntry>();
        for (var entry : entries.values()) {
            var gsi = entry.gsi();
            if (condition.test(gsi) && isDefined(gsi.id()) && selected.test(gsi.id())) {
                found.add(gsi);
            }
        }
        return Collections.unmodifiableList(found);
    }

    /** Without definitions, everything that is recorded counts as defined. */
    boolean isDefined(IndexId id) {
        return defined == null || defined.containsKey(id);
    }

    /** Every defined index, with its record; one that has none is pending. Selected or not. */
    List<GsiEntry> judged() {
        return defined == null
                ? all()
                : defined.entrySet().stream()
                        .map(id -> find(id.getKey()).orElseGet(() -> GsiEntry.pending(id.getKey(), id.getValue())))
                        .toList();
    }

    boolean isComplete() {
        return !(defined == null && entries.isEmpty())
                && judged().stream().allMatch(entry -> entry.status() == GsiStatus.ACTIVE);
    }

    Target target() {
        return target;
    }

    void target(Target known) {
        target = known.orElse(target);
    }

    StateDocument head() {
        return base;
    }

    StateDocument snapshot(Instant now) {
        return new StateDocument(
                base.scriptName(),
                base.createdAt(),
                now,
                target,
                List.copyOf(entries.values()),
                base.unknown(),
                base.unknownInSummary());
    }
}
