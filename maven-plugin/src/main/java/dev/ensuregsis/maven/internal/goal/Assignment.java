package dev.ensuregsis.maven.internal.goal;

import dev.ensuregsis.engine.GsiEngine;
import dev.ensuregsis.engine.Selection;
import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.spi.ControlPlane;
import dev.ensuregsis.engine.state.GsiStateManager;
import dev.ensuregsis.maven.internal.console.IndexLabels;
import org.jspecify.annotations.Nullable;

/**
 * What a goal is to work on.
 *
 * @param definitions all that is defined
 * @param selection which of it
 * @param account the account that the tables have to belong to; null for any
 */
public record Assignment(
        Definitions definitions,
        Selection selection,
        @Nullable String account) {

    /** What the indexes to work on are called. */
    IndexLabels labels() {
        return IndexLabels.of(selected().indexIds());
    }

    /** What of the definitions is to be worked on. */
    Definitions selected() {
        return selection.of(definitions);
    }

    /** An engine that works on this and on nothing else. */
    GsiEngine.Builder engine(GsiStateManager state, ControlPlane controlPlane) {
        return GsiEngine.builder()
                .controlPlane(controlPlane)
                .state(state)
                .selection(selection)
                .expectedAccount(account);
    }
}
