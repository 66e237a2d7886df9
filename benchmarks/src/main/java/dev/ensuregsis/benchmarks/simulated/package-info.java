/** Whole deployments on a simulated real account: the engine, the tools that people use now, and the lower bound. */
@NullMarked
package dev.ensuregsis.benchmarks.simulated;

import org.jspecify.annotations.NullMarked;
