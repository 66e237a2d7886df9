package dev.ensuregsis.engine;

import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.internal.reconcile.Errand;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a run is about.
 *
 * @param all everything that is defined
 * @param selected what of it the run is to ensure
 * @param selects the same, as a question
 * @param errand what for
 */
record RunScope(Definitions all, Definitions selected, Predicate<IndexId> selects, Errand errand) {

    static RunScope ensuring(Definitions definitions, Selection selection) {
        return new RunScope(definitions, selection.of(definitions), selection::selects, Errand.ENSURE);
    }

    /** These indexes and no others, as they are defined. */
    static RunScope replacing(Definitions definitions, Set<IndexId> named, Errand errand) {
        return new RunScope(definitions, only(definitions, named), named::contains, errand);
    }

    /** Nothing that is defined; the tables of what is to go are looked at for that alone. */
    static RunScope deleting(Definitions definitions, Errand errand) {
        var tables = new LinkedHashSet<String>();
        errand.leaving().keySet().forEach(id -> tables.add(id.tableName()));
        var places = definitions.tables().get(0).place();
        var looked = tables.stream()
                .map(name -> new TableDefinition(name, Map.of(), List.of(), null, places))
                .toList();
        return new RunScope(definitions, new Definitions(looked), id -> false, errand);
    }

    /** The part of definitions that has these indexes, and no others. */
    static Definitions only(Definitions definitions, Set<IndexId> named) {
        return new Definitions(definitions.tables().stream()
                .map(table -> new TableDefinition(
                        table.name(),
                        table.attributeTypes(),
                        table.indexes().stream()
                                .filter(index -> named.contains(new IndexId(table.name(), index.name())))
                                .toList(),
                        table.creation(),
                        table.place()))
                .filter(table -> !table.indexes().isEmpty())
                .toList());
    }

    /** Every index that it is about. */
    Set<IndexId> indexIds() {
        var ids = new LinkedHashSet<>(selected.indexIds());
        ids.addAll(errand.leaving().keySet());
        return ids;
    }
}
