/** The decision, rule by rule, and the parts of the loop. */
@NullMarked
package dev.ensuregsis.engine.internal.reconcile;

import org.jspecify.annotations.NullMarked;
