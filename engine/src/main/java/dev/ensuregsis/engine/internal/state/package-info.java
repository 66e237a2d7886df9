/** Where a state is kept: in a file of its own, whole whenever a crash comes, or in memory. Not API. */
@NullMarked
package dev.ensuregsis.engine.internal.state;

import org.jspecify.annotations.NullMarked;
