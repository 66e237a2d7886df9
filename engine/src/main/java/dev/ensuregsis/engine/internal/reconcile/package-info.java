/**
 * The level-triggered loop: look at the live table, decide, do, look again. The decision is a pure function; the loop
 * owns time and concurrency.
 */
@NullMarked
package dev.ensuregsis.engine.internal.reconcile;

import org.jspecify.annotations.NullMarked;
