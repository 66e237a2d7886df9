package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.NextStep.Kind;
import dev.ensuregsis.engine.spi.LiveIndex;
import dev.ensuregsis.engine.spi.LiveTable;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A table that takes no further index: what could go is told with it, and nothing is deleted for it. Pure. */
final class FullTable {
    private FullTable() {}

    /** A quota that is full, with the live indexes that nothing defines; any other failure as it is. */
    static Failure withUndefined(Failure failure, Definitions definitions, Optional<LiveTable> table) {
        if (failure.nextStep().kind() != Kind.MAKE_ROOM_FOR_INDEX) {
            return failure;
        }
        var defined = Set.copyOf(definitions.indexIds());
        var undefined = table.stream()
                .flatMap(live -> live.indexes().stream()
                        .filter(index -> !defined.contains(new IndexId(live.name(), index.name()))))
                .map(LiveIndex::name)
                .sorted()
                .collect(Collectors.joining(", "));
        return new Failure(
                failure.kind(),
                failure.code(),
                failure.message(),
                failure.meaning()
                        + (undefined.isEmpty()
                                ? " All of them are defined."
                                : " Live and not defined: " + undefined + "."),
                failure.waitingHelps(),
                failure.nextStep());
    }
}
