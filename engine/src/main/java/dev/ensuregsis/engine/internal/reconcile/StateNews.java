package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.internal.state.StateWarnings;
import dev.ensuregsis.engine.spi.GsiEntry;
import dev.ensuregsis.engine.spi.StateContents;
import dev.ensuregsis.engine.spi.StateStore;
import dev.ensuregsis.engine.spi.StateSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What there is to tell of what earlier runs left. Pure.
 *
 * @param store where it was found
 * @param definitions everything that is defined
 * @param selected which of it the run works on
 */
record StateNews(StateStore store, Definitions definitions, Predicate<IndexId> selected) {

    /** What was found, and what is to be said of it. */
    List<GsiEvent> of(EarlierRuns earlierRuns) {
        var news = new ArrayList<GsiEvent>();
        var found = earlierRuns.found();
        found.contents()
                .map(contents -> new GsiEvent.StateLoaded(
                        store.place(), contents.createdAt(), contents.updatedAt(), summary(contents)))
                .ifPresent(news::add);
        var tables = definitions.tables().stream().map(TableDefinition::name).collect(Collectors.toUnmodifiableSet());
        StateWarnings.of(found, store.place(), store.scriptName(), tables).stream()
                .map(GsiEvent.Warned::new)
                .forEach(news::add);
        return news;
    }

    private StateSummary summary(StateContents contents) {
        var entries = new ArrayList<>(contents.entries().values());
        if (!store.keepsUntried()) {
            entries.addAll(untried(contents));
        }
        return StateSummary.of(entries);
    }

    private List<GsiEntry> untried(StateContents contents) {
        return definitions.indexIds().stream()
                .filter(selected)
                .filter(id -> contents.entry(id).isEmpty())
                .map(id -> GsiEntry.pending(id, null, store.scriptName()))
                .toList();
    }

    /** What a run takes up that only retries. */
    GsiEvent retrying(EarlierRuns earlierRuns) {
        return new GsiEvent.RetryingFailed(definitions.indexIds().stream()
                .filter(selected)
                .filter(earlierRuns.failedBefore()::contains)
                .toList());
    }
}
