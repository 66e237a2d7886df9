/** What errors mean, row by row. */
@NullMarked
package dev.ensuregsis.engine.retry;

import org.jspecify.annotations.NullMarked;
