package dev.ensuregsis.engine.internal.state;

import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.Fingerprint;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.spi.GsiEntry;
import dev.ensuregsis.engine.spi.GsiStatus;
import dev.ensuregsis.engine.spi.StateContents;
import dev.ensuregsis.engine.spi.StoredState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The entries as one run, or one manager, has them: what was kept, seen against what is defined now, and what was changed
 * since. Changes nothing but itself. Not thread-safe.
 */
public final class Ledger {
    private final Map<IndexId, GsiEntry> entries = new LinkedHashMap<>();
    private final String scriptName;

    /** Who made the state; whoever made it has defined what doesn't say who did. */
    private String madeBy;

    /** Every defined index with its fingerprint; null until definitions were given. */
    private @Nullable Map<IndexId, String> defined;

    private Predicate<IndexId> selected = id -> true;

    /**
     * Begins with what is kept.
     *
     * @param stored what a look at the store found
     * @param scriptName who goes on with it
     */
    public Ledger(StoredState stored, String scriptName) {
        this.scriptName = scriptName;
        entries.putAll(kept(stored));
        madeBy = madeBy(stored);
    }

    /**
     * Says what is defined. What is selected and new is added as pending; one that failed is pending again if its
     * definition has changed since; all else keeps its record.
     *
     * @param definitions everything that is defined
     * @param selection which of it the run is about
     */
    public void define(Definitions definitions, Predicate<IndexId> selection) {
        var fingerprints = new LinkedHashMap<IndexId, String>();
        for (var table : definitions.tables()) {
            for (var index : table.indexes()) {
                fingerprints.put(new IndexId(table.name(), index.name()), Fingerprint.of(table, index));
            }
        }
        defined = fingerprints;
        selected = selection;
        applyDefinitions();
    }

    private void applyDefinitions() {
        if (defined != null) {
            defined.forEach((id, fingerprint) -> {
                if (selected.test(id)) {
                    entries.merge(
                            id,
                            GsiEntry.pending(id, fingerprint, scriptName),
                            (known, fresh) -> Redefinition.of(known, fingerprint, scriptName));
                }
            });
        }
    }

    /**
     * Goes on from what another run has left meanwhile; what was changed here stands, as it is what was seen last.
     *
     * @param stored what is kept now
     * @param changedHere what was changed here
     */
    public void rebase(StoredState stored, Collection<GsiEntry> changedHere) {
        entries.clear();
        entries.putAll(kept(stored));
        madeBy = madeBy(stored);
        applyDefinitions();
        changedHere.forEach(this::put);
    }

    /**
     * Takes a change.
     *
     * @param changed the entry as it is now
     */
    public void put(GsiEntry changed) {
        entries.put(changed.id(), changed);
    }

    /**
     * Drops an entry.
     *
     * @param id which
     */
    public void remove(IndexId id) {
        entries.remove(id);
    }

    /**
     * Finds an entry.
     *
     * @param id which
     * @return the entry; empty if there is none
     */
    public Optional<GsiEntry> find(IndexId id) {
        return Optional.ofNullable(entries.get(id));
    }

    /**
     * All entries.
     *
     * @return a copy, in order
     */
    public List<GsiEntry> all() {
        return List.copyOf(entries.values());
    }

    /**
     * The entries that the run is about: those defined and selected.
     *
     * @param condition which of them
     * @return a copy, in order
     */
    public List<GsiEntry> inScope(Predicate<GsiEntry> condition) {
        var found = new ArrayList<GsiEntry>();
        for (var entry : entries.values()) {
            if (condition.test(entry) && isDefined(entry.id()) && selected.test(entry.id())) {
                found.add(entry);
            }
        }
        return Collections.unmodifiableList(found);
    }

    /**
     * Whether an index is defined. Without definitions, everything that is recorded counts as defined.
     *
     * @param id which
     * @return true if so
     */
    public boolean isDefined(IndexId id) {
        return defined == null || defined.containsKey(id);
    }

    /**
     * Every defined index, selected or not, with its record, where one that has none is pending; and what others who share
     * the state have not done.
     *
     * @return the entries that completeness is judged by
     */
    public List<GsiEntry> judged() {
        return defined == null
                ? all()
                : Stream.concat(
                                defined.entrySet().stream()
                                        .map(id -> find(id.getKey())
                                                .orElseGet(() ->
                                                        GsiEntry.pending(id.getKey(), id.getValue(), scriptName))),
                                unfinishedOfOthers().stream())
                        .toList();
    }

    /**
     * The entries that are not defined here, that another who shares the state had in its definitions, and that are not
     * ACTIVE. What was last defined here, and is no longer, is nobody's.
     *
     * @return a copy, in order, each with who defined it
     */
    public List<GsiEntry> unfinishedOfOthers() {
        return entries.values().stream()
                .filter(entry -> !isDefined(entry.id()) && entry.status() != GsiStatus.ACTIVE)
                .map(entry -> entry.definedBy() == null ? entry.withDefinedBy(madeBy) : entry)
                .filter(entry -> !scriptName.equals(entry.definedBy()))
                .toList();
    }

    /**
     * Whether all that is judged is ACTIVE.
     *
     * @return true if so; false if nothing is defined or recorded
     */
    public boolean isComplete() {
        return !(defined == null && entries.isEmpty())
                && judged().stream().allMatch(entry -> entry.status() == GsiStatus.ACTIVE);
    }

    private String madeBy(StoredState stored) {
        return stored.contents().map(StateContents::scriptName).orElse(scriptName);
    }

    private static Map<IndexId, GsiEntry> kept(StoredState stored) {
        return stored.contents().map(StateContents::entries).orElse(Map.of());
    }
}
