/** Foresees what a run takes and costs, from what looks and earlier runs have shown. Pure. */
@NullMarked
package dev.ensuregsis.engine.internal.estimate;

import org.jspecify.annotations.NullMarked;
