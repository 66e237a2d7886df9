/**
 * Reads the items of tables and counts how they stand to indexes. Which part of a table is read next, how fast, and what a
 * page counts for are decided by pure functions; the loop owns time and calls.
 */
@NullMarked
package dev.ensuregsis.engine.internal.check;

import org.jspecify.annotations.NullMarked;
