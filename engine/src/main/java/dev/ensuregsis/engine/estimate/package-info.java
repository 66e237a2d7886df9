/** What a run is expected to take and to cost, and how far what it began has come. */
@NullMarked
package dev.ensuregsis.engine.estimate;

import org.jspecify.annotations.NullMarked;
