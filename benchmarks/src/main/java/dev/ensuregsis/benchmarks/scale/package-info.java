/** Fifty thousand indexes. */
@NullMarked
package dev.ensuregsis.benchmarks.scale;

import org.jspecify.annotations.NullMarked;
