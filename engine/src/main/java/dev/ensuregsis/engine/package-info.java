/**
 * The engine: ensures that the global secondary indexes that a {@link dev.ensuregsis.engine.definition.Definitions
 * definition} names exist and are ACTIVE. Start at {@link dev.ensuregsis.engine.GsiEngine}.
 */
@NullMarked
package dev.ensuregsis.engine;

import org.jspecify.annotations.NullMarked;
