/** Which account, region, stack or stage a table is of, and which of those that were read a run is about. */
@NullMarked
package dev.ensuregsis.engine.definition.internal.environment;

import org.jspecify.annotations.NullMarked;
