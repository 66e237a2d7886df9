/** What errors mean, row by row. */
@NullMarked
package dev.ensuregsis.engine.internal.retry;

import org.jspecify.annotations.NullMarked;
