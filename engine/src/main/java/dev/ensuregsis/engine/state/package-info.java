/** The memory of a run: the state file, its one writer, its lock and its archive. */
@NullMarked
package dev.ensuregsis.engine.state;

import org.jspecify.annotations.NullMarked;
