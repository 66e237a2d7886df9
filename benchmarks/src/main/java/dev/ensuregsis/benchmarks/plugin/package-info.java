/** The goals in a real Maven. */
@NullMarked
package dev.ensuregsis.benchmarks.plugin;

import org.jspecify.annotations.NullMarked;
