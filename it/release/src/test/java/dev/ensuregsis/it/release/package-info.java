/** A release, from the sources to the user's build. */
@NullMarked
package dev.ensuregsis.it.release;

import org.jspecify.annotations.NullMarked;
