/** Large definitions files. */
@NullMarked
package dev.ensuregsis.benchmarks.reading;

import org.jspecify.annotations.NullMarked;
