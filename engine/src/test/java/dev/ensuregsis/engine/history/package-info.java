/** Random histories: our runs on a simulated account with everything going wrong, and what has to hold in each. */
@NullMarked
package dev.ensuregsis.engine.history;

import org.jspecify.annotations.NullMarked;
