package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.definition.Definitions;
import org.jspecify.annotations.Nullable;

/**
 * What a run is told.
 *
 * @param definitions what is wanted
 * @param expectedAccount the account that the tables have to belong to; null for any
 * @param options how
 * @param errand what for
 */
public record Assignment(
        Definitions definitions, @Nullable String expectedAccount, LoopOptions options, Errand errand) {}
