/** Test classes in JVMs of their own: annotated, and with the same written by hand. */
@NullMarked
package dev.ensuregsis.benchmarks.firsttest;

import org.jspecify.annotations.NullMarked;
