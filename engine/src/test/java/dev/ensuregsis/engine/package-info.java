/** Whole runs, on a simulated account and a real state file. */
@NullMarked
package dev.ensuregsis.engine;

import org.jspecify.annotations.NullMarked;
