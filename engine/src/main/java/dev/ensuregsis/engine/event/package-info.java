/** What a run tells while it works: one event per transition, and the failures that it explains. */
@NullMarked
package dev.ensuregsis.engine.event;

import org.jspecify.annotations.NullMarked;
