/** What an error means and how long to wait before trying again. Pure: no clock, no I/O. */
@NullMarked
package dev.ensuregsis.engine.internal.retry;

import org.jspecify.annotations.NullMarked;
