/** What of the SDK reaches the engine. */
@NullMarked
package dev.ensuregsis.engine.internal.control;

import org.jspecify.annotations.NullMarked;
